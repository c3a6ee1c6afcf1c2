import AttuneData

/// The rows and columns of a table that somebody is in: tests of association are of these.
struct OccupiedTable {
  /// Which of the table's rows and columns they are.
  let rows: [Int]
  let columns: [Int]
  let counts: [[Int]]
  let rowTotals: [Int]
  let columnTotals: [Int]
  let n: Int

  /// - Throws: `StatisticsError.tooFew`, `.noVariance` where fewer than two rows or columns are left.
  init(_ table: ContingencyTable) throws(StatisticsError) {
    self.init(occupied: table.counts)
    guard n > 0 else { throw .tooFew(.cases, found: 0, needed: 2) }
    for (name, kept) in [(table.names.first, rows), (table.names.second, columns)] {
      guard kept.count > 1 else { throw .noVariance(in: "'\(name)'") }
    }
  }

  /// `nil` where fewer than two rows or columns are left.
  init?(_ counts: [[Int]]) {
    self.init(occupied: counts)
    guard rows.count > 1, columns.count > 1 else { return nil }
  }

  private init(occupied counts: [[Int]]) {
    let rowTotals = counts.map { $0.reduce(0, +) }
    var columnTotals = Array(repeating: 0, count: counts.first?.count ?? 0)
    for row in counts {
      for (column, count) in row.enumerated() { columnTotals[column] += count }
    }
    let rows = rowTotals.indices.filter { rowTotals[$0] > 0 }
    let columns = columnTotals.indices.filter { columnTotals[$0] > 0 }
    (self.rows, self.columns) = (rows, columns)
    self.counts = rows.map { i in columns.map { counts[i][$0] } }
    self.rowTotals = rows.map { rowTotals[$0] }
    self.columnTotals = columns.map { columnTotals[$0] }
    n = rowTotals.reduce(0, +)
  }

  /// What the table that it is of calls these rows and columns.
  func categories(of table: ContingencyTable) -> GroupPair<[String]> {
    GroupPair(
      rows.map { table.categories.first[$0] }, columns.map { table.categories.second[$0] })
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
