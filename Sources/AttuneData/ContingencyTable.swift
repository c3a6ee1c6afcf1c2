/// How many people gave each answer to one question together with each answer to another.
///
/// Unlike `CrossTable`, which is of ordered numbers that somebody gave, it is of categories by name,
/// and those that were declared have a row or a column also where nobody is in them.
public struct ContingencyTable: Sendable, Hashable {
  /// The answers of each person to one question, by name.
  public struct Classification: Sendable, Hashable {
    public let name: String
    /// One for each person; `nil` where it is not known.
    public let levels: [String?]
    /// The declared categories, as they stand.
    public let declared: [String]

    public init(_ name: String, _ levels: [String?], declared: [String] = []) {
      self.name = name
      self.levels = levels
      self.declared = declared
    }

    /// The declared categories, then others by name, numbers by size.
    fileprivate func categories() throws(DataError) -> [String] {
      let others = Set(levels.compactMap { $0 }).subtracting(declared)
      let count = declared.count + others.count
      guard count <= ContingencyTable.most else {
        throw .tooManyAnswers(column: name, count: count)
      }
      return declared + others.sorted(by: SeveralGroups.stands)
    }
  }

  /// More categories than these on one side are no answers but scores.
  static let most = 100

  /// What the rows and the columns are of.
  public let names: GroupPair<String>
  /// The categories of the rows and of the columns.
  public let categories: GroupPair<[String]>
  /// Row by row.
  public let counts: [[Int]]
  public let account: CaseAccount

  /// Counts the people of whom both answers are known.
  ///
  /// - Throws: `DataError.tooManyAnswers` above 100 categories on one side.
  public init(rows: Classification, columns: Classification) throws(DataError) {
    precondition(rows.levels.count == columns.levels.count, "both answers are of the same people")
    let (first, second) = (try rows.categories(), try columns.categories())
    let places = [first, second].map { categories in
      Dictionary(zip(categories, categories.indices)) { first, _ in first }
    }
    var counts = first.map { _ in second.map { _ in 0 } }
    var used = 0
    for case (let row?, let column?) in zip(rows.levels, columns.levels) {
      guard let i = places[0][row], let j = places[1][column] else { continue }
      counts[i][j] += 1
      used += 1
    }
    names = GroupPair(rows.name, columns.name)
    categories = GroupPair(first, second)
    self.counts = counts
    account = CaseAccount(
      total: rows.levels.count, used: used, policy: .listwise,
      missing: [rows, columns].map { side in
        CaseAccount.Missing(side.name, side.levels.count { $0 == nil })
      }.filter { $0.count > 0 })
  }

  /// A table that was counted elsewhere: a row of counts for each category of the first question.
  public init(names: GroupPair<String>, categories: GroupPair<[String]>, counts: [[Int]]) {
    precondition(
      counts.count == categories.first.count
        && counts.allSatisfy { $0.count == categories.second.count && $0.allSatisfy { $0 >= 0 } },
      "there is a count, 0 or more, for each pair of categories")
    self.names = names
    self.categories = categories
    self.counts = counts
    let total = counts.joined().reduce(0, +)
    account = CaseAccount(total: total, used: total, policy: .listwise)
  }

  public var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }

  public var columnTotals: [Int] {
    categories.second.indices.map { j in counts.reduce(0) { $0 + $1[j] } }
  }

  /// Rows as columns, and columns as rows.
  public var transposed: ContingencyTable {
    ContingencyTable(self, counts: categories.second.indices.map { j in counts.map { $0[j] } })
  }

  private init(_ table: ContingencyTable, counts: [[Int]]) {
    names = GroupPair(table.names.second, table.names.first)
    categories = GroupPair(table.categories.second, table.categories.first)
    self.counts = counts
    account = table.account
  }
}
