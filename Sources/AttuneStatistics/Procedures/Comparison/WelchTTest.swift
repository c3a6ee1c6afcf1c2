public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether two means differ, without supposing that the groups vary alike.
///
///     t = (m1 - m2) / SE        SE^2 = v1 + v2        v = s^2 / n
///     df = (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
///
/// The default for two separate groups: it costs almost nothing where variances are equal, and
/// keeps its error rate where they are not. With few cases and skewed scores, read it beside a rank
/// or permutation test.
///
/// - Input: Two groups of `n >= 2`, or their summaries; at least one varies.
/// - Cautions: `small-group`.
/// - Sources: Welch (1947); Satterthwaite (1946).
/// - Checked against: R 4.2.2 `t.test`; see `WelchTTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct WelchTTest: Procedure {
  public static let about = Method(
    "welch-t-test", "Welch's t-test",
    sources: ["doi:10.1093/biomet/34.1-2.28", "doi:10.2307/3002019"])

  public typealias Input = TwoGroups

  public var alternative = Alternative.twoSided
  public var level = ConfidenceLevel.percent95
  /// At least how many cases per group go without a caution; 10 is customary.
  public var atLeastPerGroup = 10

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: TwoGroupSummaries
    /// First mean minus second, in the unit of the score.
    public let meanDifference: Double
    public let standardError: Double
    /// Of the mean difference, two-sided whatever the alternative.
    public let interval: ConfidenceInterval
    public let t: Double
    /// Welch-Satterthwaite, rarely whole.
    public let degreesOfFreedom: Double
    /// For `alternative`.
    public let pValue: Double
    public let alternative: Alternative
    public let effect: HedgesG.Outcome
    public let cautions: [Caution]
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    let difference = try MeanDifference(of: groups)
    var effect = HedgesG()
    effect.level = level
    return Outcome(
      groups: groups, meanDifference: difference.estimate,
      standardError: difference.standardError, interval: try difference.interval(level),
      t: difference.t(), degreesOfFreedom: difference.degreesOfFreedom,
      pValue: try difference.pValue(alternative), alternative: alternative,
      effect: try effect.apply(to: groups),
      cautions: groups.smallGroups(atLeast: atLeastPerGroup))
  }
}

extension WelchTTest.Outcome: Tabular {
  /// The groups, the test, the effect size.
  public var tables: [Table] {
    let groupTable = Table(
      "groups", title: "Groups",
      columns: [.group, .cases, .mean, .standardDeviation, .lower, .upper],
      rows: [groups.first, groups.second].map { group in
        let limits = group.cells(interval.level)
        return [
          .text(group.name), .count(group.n), .real(group.mean), .real(group.standardDeviation),
          limits.lower, limits.upper,
        ]
      },
      notes: ["\(groups.account.note); \(interval.level.percent) intervals of the means."])
    let testTable = Table(
      WelchTTest.about.id, title: WelchTTest.about.title,
      columns: [
        .estimate.labelled("difference"), .standardError, .lower, .upper,
        .statistic.labelled("t"), .degreesOfFreedom, .pValue,
      ],
      rows: [
        [
          .real(meanDifference), .real(standardError), .real(interval.lower),
          .real(interval.upper), .real(t), .real(degreesOfFreedom), .real(pValue),
        ]
      ],
      notes: [
        """
        \(groups.first.name) minus \(groups.second.name); \(interval.level.percent) interval of \
        the difference; p is \(alternative.words).
        """
      ])
    return [groupTable, testTable] + effect.tables
  }
}

extension TwoGroupSummaries {
  /// A caution for each group of fewer than `limit` cases.
  func smallGroups(atLeast limit: Int) -> [Caution] {
    [first, second].filter { $0.n < limit }.map { .smallGroup($0, atLeast: limit) }
  }
}

extension Caution {
  fileprivate static func smallGroup(_ group: GroupSummary, atLeast limit: Int) -> Caution {
    Caution(
      "small-group", about: [group.name],
      """
      Group '\(group.name)' has \(group.n) cases, fewer than \(limit) (at least per group): the \
      test leans on scores that are close to normal. Read the interval before the estimate.
      """)
  }
}

extension Alternative {
  /// Follows "p is".
  fileprivate var words: String {
    switch self {
    case .twoSided: "two-sided"
    case .less: "one-sided, for a first mean below the second"
    case .greater: "one-sided, for a first mean above the second"
    }
  }
}
