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
    self.init(
      try CodedAnswers(pairs.values.first, to: pairs.names.first),
      try CodedAnswers(pairs.values.second, to: pairs.names.second), account: pairs.account)
  }

  /// Counts the cases that have both answers; the margins are of all that have one.
  public init(_ rows: CodedAnswers, _ columns: CodedAnswers) {
    let missing = [rows, columns].map { answers in
      CaseAccount.Missing(answers.name, answers.places.count { $0 == CodedAnswers.missing })
    }.filter { $0.count > 0 }
    let used = zip(rows.places, columns.places).count {
      $0 != CodedAnswers.missing && $1 != CodedAnswers.missing
    }
    self.init(
      rows, columns,
      account: CaseAccount(
        total: rows.places.count, used: used, policy: .listwise, missing: missing))
  }

  private init(_ rows: CodedAnswers, _ columns: CodedAnswers, account: CaseAccount) {
    precondition(
      rows.places.count == columns.places.count, "both answers are of the same cases")
    names = GroupPair(rows.name, columns.name)
    values = GroupPair(rows.values, columns.values)
    margins = GroupPair(rows.counts, columns.counts)
    self.account = account
    let width = columns.values.count
    var cells = Array(repeating: 0, count: rows.values.count * width)
    for (row, column) in zip(rows.places, columns.places)
    where row != CodedAnswers.missing && column != CodedAnswers.missing {
      cells[Int(row) * width + Int(column)] += 1
    }
    counts = rows.values.indices.map { Array(cells[$0 * width..<($0 + 1) * width]) }
  }

  /// How many cells nobody is in.
  public var emptyCells: Int { counts.joined().count { $0 == 0 } }
}
