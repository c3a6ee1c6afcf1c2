/// How many cases came in, how many were used, and what was missing: it travels with the result.
public struct CaseAccount: Sendable, Hashable {
  /// The values that one column lacks.
  public struct Missing: Sendable, Hashable {
    public let column: String
    public let count: Int

    public init(_ column: String, _ count: Int) {
      self.column = column
      self.count = count
    }
  }

  public let total: Int
  public let used: Int
  public let policy: MissingPolicy
  /// The columns that lack values, in their order.
  public let missing: [Missing]
  /// How many cases the pairs of columns have, where each pair keeps its own.
  public let pairs: ClosedRange<Int>?

  public init(
    total: Int, used: Int, policy: MissingPolicy, missing: [Missing] = [],
    pairs: ClosedRange<Int>? = nil
  ) {
    self.total = total
    self.used = used
    self.policy = policy
    self.missing = missing
    self.pairs = pairs
  }

  public var leftOut: Int { total - used }

  /// The account as a sentence, without a full stop.
  public var note: String {
    let cases = total == 1 ? "1 case" : "\(total) cases"
    if let pairs, leftOut > 0 || pairs.lowerBound < total {
      let range =
        pairs.lowerBound == pairs.upperBound
        ? "\(pairs.lowerBound)" : "\(pairs.lowerBound) to \(pairs.upperBound)"
      return "\(cases), \(used) with a value; each pair of items on the \(range) that have both "
        + "(pairwise)"
    }
    if leftOut == 0 { return "\(cases), all used" }
    return "\(cases), \(used) used, \(leftOut) left out because a value is missing (listwise)"
  }
}
