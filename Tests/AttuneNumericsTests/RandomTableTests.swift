import AttuneNumerics
import Testing

@Suite struct RandomTableTests {
  /// Every table with these totals comes as often as its probability says, within four standard errors.
  @Test(arguments: [([5, 4], [3, 4, 2]), ([3, 0, 4], [2, 5]), ([2, 3, 2], [3, 1, 3])])
  func drawsEachTableAsOftenAsItIsLikely(rows: [Int], columns: [Int]) throws {
    let tables = RandomTable(rows: rows, columns: columns)
    var generator = SeededGenerator(seed: 41)
    let draws = 40_000
    var found: [[Int]: Int] = [:]
    for _ in 0..<draws { found[tables.counts(using: &generator), default: 0] += 1 }
    let all = Self.tables(rows, columns)
    #expect(Set(all).isSuperset(of: found.keys))
    let weights = all.map { table in 1 / table.reduce(1.0) { $0 * factorial($1) } }
    let whole = weights.reduce(0, +)
    for (table, weight) in zip(all, weights) {
      let probability = weight / whole
      let error = (probability * (1 - probability) / Double(draws)).squareRoot()
      let share = Double(found[table] ?? 0) / Double(draws)
      #expect(abs(share - probability) <= 4 * error, "\(table)")
    }
  }

  @Test func keepsTheTotalsOfManyPeople() {
    let (rows, columns) = ([400_000, 1, 600_000], [10, 499_991, 500_000])
    let tables = RandomTable(rows: rows, columns: columns)
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<200 {
      let counts = tables.counts(using: &generator)
      #expect(counts.allSatisfy { $0 >= 0 })
      for row in 0..<3 { #expect(counts[3 * row..<3 * row + 3].reduce(0, +) == rows[row]) }
      for column in 0..<3 {
        #expect((0..<3).reduce(0) { $0 + counts[3 * $1 + column] } == columns[column])
      }
    }
  }

  /// All tables with these totals, row by row.
  private static func tables(_ rows: [Int], _ columns: [Int]) -> [[Int]] {
    guard let first = rows.first else { return columns.allSatisfy { $0 == 0 } ? [[]] : [] }
    var fillings: [[Int]] = [[]]
    for column in columns {
      fillings = fillings.flatMap { filling in (0...column).map { filling + [$0] } }
    }
    return fillings.filter { $0.reduce(0, +) == first }.flatMap { filling in
      tables(Array(rows.dropFirst()), zip(columns, filling).map { $0 - $1 }).map { filling + $0 }
    }
  }

  private func factorial(_ n: Int) -> Double { (0..<n).reduce(1) { $0 * Double($1 + 1) } }
}
