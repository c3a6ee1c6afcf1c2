/// How often each answer to one question was given together with each answer to another.
///
/// Only answers that somebody gave have a row or a column.
public struct CrossTable: Sendable, Hashable {
  /// What the rows and the columns are of.
  public let names: GroupPair<String>
  /// The answers of the rows and of the columns, in rising order.
  public let values: GroupPair<[Double]>
  /// Row by row.
  public let counts: [[Int]]
  /// How often each answer was given at all, also where the other is missing.
  public let margins: GroupPair<[Int]>
  public let account: CaseAccount

  /// Counts complete pairs; the margins are those of the table.
  ///
  /// - Throws: `DataError.tooManyAnswers` above 100 on one side, which are no answers but scores.
  public init(_ pairs: Pairs) throws(DataError) {
    let (first, second) = (pairs.values.first, pairs.values.second)
    try self.init(
      names: pairs.names, complete: Array(zip(first, second)), all: GroupPair(first, second),
      account: pairs.account)
  }

  /// Counts the cases that have both answers; the margins are of all that have one.
  public init(
    pairwise first: (name: String, values: [Double?]), _ second: (name: String, values: [Double?])
  ) throws(DataError) {
    precondition(first.values.count == second.values.count, "both answers are of the same cases")
    let complete = zip(first.values, second.values).compactMap { one, other in
      one.flatMap { one in other.map { (one, $0) } }
    }
    let missing = [first, second].map { name, values in
      CaseAccount.Missing(name, values.count { $0 == nil })
    }.filter { $0.count > 0 }
    try self.init(
      names: GroupPair(first.name, second.name), complete: complete,
      all: GroupPair(first.values.compactMap { $0 }, second.values.compactMap { $0 }),
      account: CaseAccount(
        total: first.values.count, used: complete.count, policy: .listwise, missing: missing))
  }

  private init(
    names: GroupPair<String>, complete: [(Double, Double)], all: GroupPair<[Double]>,
    account: CaseAccount
  ) throws(DataError) {
    self.names = names
    self.account = account
    let rows = Set(all.first).sorted()
    let columns = Set(all.second).sorted()
    for (name, found) in [(names.first, rows.count), (names.second, columns.count)] {
      guard found <= 100 else { throw .tooManyAnswers(column: name, count: found) }
    }
    values = GroupPair(rows, columns)
    let row = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let column = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var counts = Array(repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for (one, other) in complete {
      guard let i = row[one], let j = column[other] else { continue }
      counts[i][j] += 1
    }
    self.counts = counts
    let frequency = { (values: [Double], all: [Double]) in
      let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
      return values.map { counts[$0] ?? 0 }
    }
    margins = GroupPair(frequency(rows, all.first), frequency(columns, all.second))
  }

  /// How many cells nobody is in.
  public var emptyCells: Int { counts.joined().count { $0 == 0 } }
}
