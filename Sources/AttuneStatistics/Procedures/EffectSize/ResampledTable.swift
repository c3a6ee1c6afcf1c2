import AttuneNumerics

/// The effects of any choice of a table's people, who are alike where they are in one cell.
package struct ResampledTable: Sendable {
  package typealias Effect = ResampledAssociation.Effect

  package let effects: [Effect]
  private let counts: [[Int]]
  private let places: FourfoldCells.Places?
  /// The cells that somebody is in.
  private let cells: [(row: Int, column: Int)]

  init(_ effects: [Effect], of counts: [[Int]], places: FourfoldCells.Places?) {
    (self.effects, self.counts, self.places) = (effects, counts, places)
    cells = counts.enumerated().flatMap { i, row in
      row.indices.filter { row[$0] > 0 }.map { (i, $0) }
    }
  }

  /// The effects of each resample, in their order.
  func drawn(_ resampling: Resampling) -> [[Double?]] {
    let people = RandomCounts(cells.map { counts[$0.row][$0.column] })
    let space = (cells: cells.map { _ in 0 }, counts: counts.map { $0.map { _ in 0 } })
    return resampling.each(with: space) { generator, space in
      people.fill(&space.cells, using: &generator)
      for (cell, count) in zip(cells, space.cells) { space.counts[cell.row][cell.column] = count }
      return values(of: space.counts)
    }
  }

  /// The effects without one of the people in each cell, and how many there are.
  package var withoutEach: [(values: [Double?], people: Int)] {
    cells.map { row, column in
      var rest = counts
      rest[row][column] -= 1
      return (values(of: rest), counts[row][column])
    }
  }

  /// The effects of all people; of two proportions, or odds, one of which is 0, there is no ratio.
  package var estimates: [Double?] {
    zip(effects, values(of: counts)).map { effect, value in
      effect == .ratio || effect == .oddsRatio ? value?.properRatio : value
    }
  }

  /// The effects of people counted in the same rows and columns; `nil` where one is not defined.
  package func values(of counts: [[Int]]) -> [Double?] {
    let occupied = OccupiedTable(counts)
    let isOrdered = effects.contains { $0.coefficient != nil }
    let pairs = isOrdered ? occupied.map(OrderedPairs.init) : nil
    let fourfold = places.map { FourfoldCells(counts, $0) }
    return effects.map { effect in
      switch effect {
      case .cramersV: occupied?.cramersV
      case .biasCorrectedV: occupied?.biasCorrectedV
      case .phi: occupied?.phi
      case .gamma, .tauB, .somersColumn, .somersRow:
        effect.coefficient.flatMap { pairs?.value(of: $0) }
      case .difference: fourfold?.difference
      case .ratio: fourfold?.ratio
      case .oddsRatio: fourfold?.oddsRatio
      }
    }
  }
}

extension ResampledAssociation.Effect {
  fileprivate var coefficient: OrdinalAssociation.Coefficient? {
    switch self {
    case .gamma: .gamma
    case .tauB: .tauB
    case .somersColumn: .somersColumn
    case .somersRow: .somersRow
    default: nil
    }
  }
}
