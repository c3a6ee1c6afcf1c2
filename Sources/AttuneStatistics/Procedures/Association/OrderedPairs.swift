/// Pairs of people whose answers to two questions rise together, or do not; each is counted from
/// both sides.
struct OrderedPairs {
  /// Pairs who stand the same way round on both questions.
  let concordant: Double
  /// Pairs who stand one way round on one question and the other way on the other.
  let discordant: Double
  /// Pairs that do not tie on the rows, and on the columns.
  let untiedRows: Double
  let untiedColumns: Double
  private let corners: CornerCounts

  /// Why there is no coefficient, where there is none.
  static let withoutAny = "no two people differ on both questions"

  init(_ table: OccupiedTable) {
    func untied(_ totals: [Int]) -> Double {
      let n = Double(table.n)
      return totals.reduce(n * n) { $0 - Double($1) * Double($1) }
    }
    (untiedRows, untiedColumns) = (untied(table.rowTotals), untied(table.columnTotals))
    let corners = CornerCounts(table.counts)
    var (concordant, discordant) = (0.0, 0.0)
    for (i, row) in table.counts.enumerated() {
      for (j, count) in row.enumerated() where count > 0 {
        let (same, other) = corners.around(i, j)
        concordant += Double(count) * same
        discordant += Double(count) * other
      }
    }
    (self.concordant, self.discordant, self.corners) = (concordant, discordant, corners)
  }

  /// How many people stand the same way round to those in a cell on both questions, and how many the
  /// other way on one of them.
  func around(_ i: Int, _ j: Int) -> (same: Double, other: Double) { corners.around(i, j) }

  /// `nil` where no two people differ on both.
  func value(of coefficient: OrdinalAssociation.Coefficient) -> Double? {
    let untied =
      switch coefficient {
      case .gamma: concordant + discordant
      case .tauB: (untiedRows * untiedColumns).squareRoot()
      case .somersColumn: untiedRows
      case .somersRow: untiedColumns
      }
    return untied > 0 ? (concordant - discordant) / untied : nil
  }
}

/// How many people are in the part of a table before each row and column, so that a sum over any
/// rectangle of cells is four of these.
private struct CornerCounts {
  private let rows: Int
  private let columns: Int
  private let before: [Int]

  init(_ counts: [[Int]]) {
    (rows, columns) = (counts.count, counts[0].count)
    var before = Array(repeating: 0, count: (rows + 1) * (columns + 1))
    for (i, row) in counts.enumerated() {
      let above = i * (columns + 1)
      var sum = 0
      for (j, count) in row.enumerated() {
        sum += count
        before[above + columns + 1 + j + 1] = before[above + j + 1] + sum
      }
    }
    self.before = before
  }

  private subscript(i: Int, j: Int) -> Int { before[i * (columns + 1) + j] }

  func around(_ i: Int, _ j: Int) -> (same: Double, other: Double) {
    let lowHigh = self[i, columns] - self[i, j + 1]
    let highLow = self[rows, j] - self[i + 1, j]
    let highHigh =
      self[rows, columns] - self[rows, j + 1] - self[i + 1, columns] + self[i + 1, j + 1]
    return (Double(self[i, j] + highHigh), Double(lowHigh + highLow))
  }
}
