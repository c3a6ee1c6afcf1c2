/// What several raters said of the same cases: one row for each case, one column for each rater, any
/// rating may be missing.
///
/// A rating is a number, or a category by name. Unlike an item, a rater who says the same of
/// everyone is kept: that is an answer to the question how far raters agree.
public struct Ratings: Sendable, Hashable {
  /// Each once.
  public let raters: [String]
  /// One array for each rater, all of one length: numbers, or the place of each category, from 0.
  public let columns: [[Double?]]
  /// The names of the categories in their order; `nil` where the ratings are numbers.
  public let categories: [String]?
  /// Whether one rating can be above another: numbers, and categories whose order was given.
  public let isOrdered: Bool

  /// Ratings as numbers, finite where present.
  public init(raters: [String], columns: [[Double?]]) {
    self.init(raters: raters, columns: columns, categories: nil, isOrdered: true)
  }

  /// Ratings as names of categories, with their order where they have one.
  ///
  /// Names without an order stand as in the alphabet.
  public init(
    raters: [String], names: [[String?]], order: [String]? = nil
  ) throws(RatingsError) {
    let used = Set(names.joined().compactMap { $0 })
    let categories = order ?? used.sorted()
    for (rater, column) in zip(raters, names) {
      if let stranger = column.lazy.compactMap({ $0 }).first(where: { !categories.contains($0) }) {
        throw .unknownCategory(stranger, rater: rater, categories: categories)
      }
    }
    let places = Dictionary(
      categories.enumerated().map { ($1, Double($0)) }, uniquingKeysWith: { first, _ in first })
    self.init(
      raters: raters, columns: names.map { $0.map { $0.flatMap { places[$0] } } },
      categories: categories, isOrdered: order != nil)
  }

  private init(
    raters: [String], columns: [[Double?]], categories: [String]?, isOrdered: Bool
  ) {
    precondition(raters.count == columns.count, "a name for each rater")
    precondition(Set(raters).count == raters.count, "each rater has a name of their own")
    precondition(columns.allSatisfy { $0.count == columns[0].count }, "columns are of one length")
    precondition(columns.joined().allSatisfy { $0?.isFinite ?? true }, "a rating is finite")
    self.raters = raters
    self.columns = columns
    self.categories = categories
    self.isOrdered = isOrdered
  }

  public var caseCount: Int { columns.first?.count ?? 0 }

  /// How many ratings are missing, for each rater who lacks any.
  public var missing: [CaseAccount.Missing] {
    zip(raters, columns).map { CaseAccount.Missing($0, $1.count { $0 == nil }) }
      .filter { $0.count > 0 }
  }

  /// The cases that every rater rated.
  public func complete(_ policy: MissingPolicy) throws(DataError) -> CompleteRatings {
    let missing = missing
    if policy == .forbid, let lacking = missing.first {
      throw .missingValues(item: lacking.column, count: lacking.count)
    }
    let rows = (0..<caseCount).filter { row in columns.allSatisfy { $0[row] != nil } }
    return CompleteRatings(
      raters: raters, columns: columns.map { column in rows.compactMap { column[$0] } },
      categories: categories, isOrdered: isOrdered,
      account: CaseAccount(
        total: caseCount, used: rows.count, policy: policy, missing: missing))
  }

  /// What a rating is called: its number, or the name of its category.
  public func name(of value: Double) -> String { ratingName(value, in: categories) }
}

/// Ratings without a missing one, with the account of the cases.
public struct CompleteRatings: Sendable, Hashable {
  public let raters: [String]
  /// One array for each rater: numbers, or the place of each category, from 0.
  public let columns: [[Double]]
  /// The names of the categories in their order; `nil` where the ratings are numbers.
  public let categories: [String]?
  /// Whether one rating can be above another.
  public let isOrdered: Bool
  public let account: CaseAccount

  init(
    raters: [String], columns: [[Double]], categories: [String]?, isOrdered: Bool,
    account: CaseAccount
  ) {
    self.raters = raters
    self.columns = columns
    self.categories = categories
    self.isOrdered = isOrdered
    self.account = account
  }

  public var caseCount: Int { account.used }

  public var raterCount: Int { raters.count }

  /// The ratings that somebody gave, in rising order.
  public var usedValues: [Double] { Set(columns.joined()).sorted() }

  /// What a rating is called: its number, or the name of its category.
  public func name(of value: Double) -> String { ratingName(value, in: categories) }
}

private func ratingName(_ value: Double, in categories: [String]?) -> String {
  guard let place = Int(exactly: value) else { return "\(value)" }
  guard let categories else { return "\(place)" }
  return categories.indices.contains(place) ? categories[place] : "\(place)"
}
