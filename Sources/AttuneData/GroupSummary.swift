/// What the methods for means need to know of a group: its size, mean and standard deviation.
public struct GroupSummary: Sendable, Hashable {
  public let name: String
  /// How many cases.
  public let n: Int
  public let mean: Double
  /// With `n - 1`; 0 for a single case, which methods refuse by its `n`.
  public let standardDeviation: Double

  /// Figures as published: finite, `n >= 1`, no negative standard deviation.
  public init?(name: String, n: Int, mean: Double, standardDeviation: Double) {
    guard n >= 1, mean.isFinite, standardDeviation.isFinite, standardDeviation >= 0 else {
      return nil
    }
    self.name = name
    self.n = n
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  init(of values: [Double], name: String) {
    let moments = Moments(of: values)
    self.name = name
    n = moments.count
    mean = moments.mean
    standardDeviation = (moments.sumOfSquares / Double(max(n - 1, 1))).squareRoot()
  }
}

/// Two groups by their summaries, as a paper may give them.
public struct TwoGroupSummaries: Sendable, Hashable {
  public let first: GroupSummary
  public let second: GroupSummary
  public let account: CaseAccount

  /// Published figures: all cases are used.
  public init(_ first: GroupSummary, _ second: GroupSummary) {
    let cases = first.n + second.n
    self.init(first, second, account: CaseAccount(total: cases, used: cases, policy: .forbid))
  }

  init(_ first: GroupSummary, _ second: GroupSummary, account: CaseAccount) {
    self.first = first
    self.second = second
    self.account = account
  }
}
