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
    try self.init(
      names: pairs.names, pairs.values.first.map(Optional.some),
      pairs.values.second.map(Optional.some), account: pairs.account)
  }

  /// Counts the cases that have both answers; the margins are of all that have one.
  public init(
    pairwise first: (name: String, values: [Double?]), _ second: (name: String, values: [Double?])
  ) throws(DataError) {
    precondition(first.values.count == second.values.count, "both answers are of the same cases")
    let used = zip(first.values, second.values).count { $0 != nil && $1 != nil }
    let missing = [first, second].map { name, values in
      CaseAccount.Missing(name, values.count { $0 == nil })
    }.filter { $0.count > 0 }
    try self.init(
      names: GroupPair(first.name, second.name), first.values, second.values,
      account: CaseAccount(
        total: first.values.count, used: used, policy: .listwise, missing: missing))
  }

  private init(
    names: GroupPair<String>, _ first: [Double?], _ second: [Double?], account: CaseAccount
  ) throws(DataError) {
    self.names = names
    self.account = account
    let rows = try Answers(first, to: names.first)
    let columns = try Answers(second, to: names.second)
    let width = columns.values.count
    var cells = Array(repeating: 0, count: rows.values.count * width)
    for (one, other) in zip(first, second) {
      guard let one, let other else { continue }
      cells[rows.place(of: one) * width + columns.place(of: other)] += 1
    }
    values = GroupPair(rows.values, columns.values)
    margins = GroupPair(rows.counts, columns.counts)
    counts = rows.values.indices.map { Array(cells[$0 * width..<($0 + 1) * width]) }
  }

  /// How many cells nobody is in.
  public var emptyCells: Int { counts.joined().count { $0 == 0 } }
}

/// The different answers to one question, in rising order, and how often each was given.
///
/// They are few, so that looking through them is quicker than hashing.
private struct Answers {
  private(set) var values: [Double] = []
  private(set) var counts: [Int] = []

  static let most = 100

  init(_ answers: [Double?], to name: String) throws(DataError) {
    for case let answer? in answers {
      let place = place(of: answer)
      if place == values.count || values[place] != answer {
        guard values.count < Self.most else {
          throw .tooManyAnswers(column: name, count: Set(answers.compactMap { $0 }).count)
        }
        values.insert(answer, at: place)
        counts.insert(0, at: place)
      }
      counts[place] += 1
    }
  }

  /// Where an answer stands, or would.
  func place(of answer: Double) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < answer { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
