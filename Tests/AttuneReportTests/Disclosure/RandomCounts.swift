@testable import AttuneReport

/// Random linked tables: two-way with margins, some with a second table on the same rows; in some the
/// columns are answers, whose mean is printed for every row.
struct RandomCounts {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// SplitMix64.
  private mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  mutating func table(for view: ReleaseView) -> LinkedCounts {
    var linked = LinkedCounts()
    let (rows, columns) = (2 + number(below: 3), 2 + number(below: 4))
    let scale = [4, 12, 30, 60][number(below: 4)]
    var cells = (0..<rows).map { _ in (0..<columns).map { _ in number(below: scale) } }
    if number(below: 4) == 0 { cells[0] = cells[0].map { _ in 0 } }
    let totals = add("t", cells, to: &linked)
    if number(below: 3) == 0 {
      for (row, counts) in cells.enumerated() where totals[row] >= view.floor {
        let names = counts.indices.map { (name: "t\(row),\($0)", value: Double($0 + 1)) }
        let mean =
          zip(names, counts).reduce(0) { $0 + $1.0.value * Double($1.1) } / Double(totals[row])
        linked.add(
          mean: "row\(row)", of: names,
          within: view.precisions(of: totals[row], step: 1).map { $0.range(of: mean) })
        if number(below: 2) == 0 { linked.add(row: names.map(\.name)) }
      }
    }
    if number(below: 2) == 0 {
      // The same people in other columns, so that the rows' totals are shared.
      let parts = 2 + number(below: 2)
      let other = totals.map { total -> [Int] in
        var left = total
        return (0..<parts).map { part in
          let count = part == parts - 1 ? left : number(below: left + 1)
          left -= count
          return count
        }
      }
      _ = add("u", other, to: &linked)
    }
    return linked
  }

  /// Adds a two-way table whose row totals and grand total have names of their own.
  private func add(_ name: String, _ cells: [[Int]], to linked: inout LinkedCounts) -> [Int] {
    let totals = cells.map { $0.reduce(0, +) }
    for (row, counts) in cells.enumerated() {
      for (column, count) in counts.enumerated() { linked.add("\(name)\(row),\(column)", count) }
      linked.add("row\(row)", totals[row])
      linked.add(sumOf: counts.indices.map { "\(name)\(row),\($0)" }, is: "row\(row)")
    }
    linked.add("all", totals.reduce(0, +))
    linked.add(sumOf: totals.indices.map { "row\($0)" }, is: "all")
    for column in cells[0].indices {
      linked.add("\(name) column\(column)", cells.reduce(0) { $0 + $1[column] })
      linked.add(
        sumOf: cells.indices.map { "\(name)\($0),\(column)" }, is: "\(name) column\(column)")
    }
    return totals
  }
}
