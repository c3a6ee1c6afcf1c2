import AttuneData

/// The rows and columns of a table that somebody is in: tests of association are of these.
struct OccupiedTable {
  let names: GroupPair<String>
  let categories: GroupPair<[String]>
  let counts: [[Int]]
  let rowTotals: [Int]
  let columnTotals: [Int]
  let n: Int
  let account: CaseAccount

  /// - Throws: `StatisticsError.tooFew`, `.noVariance` where fewer than two rows or columns are left.
  init(_ table: ContingencyTable) throws(StatisticsError) {
    let (rows, columns) = (table.rowTotals, table.columnTotals)
    n = rows.reduce(0, +)
    guard n > 0 else { throw .tooFew(.cases, found: 0, needed: 2) }
    let (keptRows, keptColumns) = (
      rows.indices.filter { rows[$0] > 0 }, columns.indices.filter { columns[$0] > 0 }
    )
    for (name, kept) in [(table.names.first, keptRows), (table.names.second, keptColumns)] {
      guard kept.count > 1 else { throw .noVariance(in: "'\(name)'") }
    }
    names = table.names
    categories = GroupPair(
      keptRows.map { table.categories.first[$0] }, keptColumns.map { table.categories.second[$0] })
    counts = keptRows.map { i in keptColumns.map { table.counts[i][$0] } }
    rowTotals = keptRows.map { rows[$0] }
    columnTotals = keptColumns.map { columns[$0] }
    account = table.account
  }

  var isFourfold: Bool { rowTotals.count == 2 && columnTotals.count == 2 }

  var degreesOfFreedom: Double { Double((rowTotals.count - 1) * (columnTotals.count - 1)) }

  /// How many people would be in a cell if rows and columns had nothing to do with each other.
  func expected(_ i: Int, _ j: Int) -> Double {
    Double(rowTotals[i]) * Double(columnTotals[j]) / Double(n)
  }

  /// The sum over all cells of a function of the count and the expected count.
  func sum(_ term: (_ count: Double, _ expected: Double) -> Double) -> Double {
    var sum = 0.0
    for i in rowTotals.indices {
      for j in columnTotals.indices { sum += term(Double(counts[i][j]), expected(i, j)) }
    }
    return sum
  }

  var chiSquare: Double { sum { ($0 - $1) * ($0 - $1) / $1 } }
}

extension ContingencyTable {
  /// Which categories nobody is in, in a sentence without a full stop; `nil` where there are none.
  var emptyCategories: String? {
    let sides = [
      (names.first, categories.first, rowTotals), (names.second, categories.second, columnTotals),
    ]
    let empty = sides.compactMap { name, categories, totals -> String? in
      let empty = zip(categories, totals).filter { $0.1 == 0 }.map { "'\($0.0)'" }
      return empty.isEmpty ? nil : "\(empty.joined(separator: ", ")) of '\(name)'"
    }
    return empty.isEmpty || account.used == 0
      ? nil : "Nobody is in \(empty.joined(separator: " nor in ")), so that tests are without it"
  }
}
