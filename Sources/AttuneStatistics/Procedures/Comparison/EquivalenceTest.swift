public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether two means lie so close together that the difference does not matter.
///
///     t_lower = (m1 - m2 - low) / SE        p_lower: upper tail
///     t_upper = (m1 - m2 - high) / SE       p_upper: lower tail
///     p = the larger of the two
///
/// Two one-sided tests (TOST): of separate groups with Welch's standard error and degrees of freedom,
/// of the same people with those of the paired t-test. A small p says that the difference lies between
/// the bounds; a large one says that the data cannot show it, not that the means differ. The bounds are
/// a judgement about the scale, made before the data are seen. At a level of 0.05 the test and the 90 %
/// interval say the same: sameness is shown where the whole interval lies between the bounds.
///
/// - Input: Two groups of `n >= 2`, or their summaries; at least one varies. Or pairs, `n >= 2`, the
///   differences varying. The lower bound lies below the upper.
/// - Cautions: `small-group`.
/// - Sources: Schuirmann (1987); with Welch's test, Lakens, Scheel & Isager (2018).
/// - Checked against: R 4.2.2, two one-sided `t.test`; see `EquivalenceTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` for bounds out of order.
public struct EquivalenceTest: Procedure {
  public static let about = Method(
    "equivalence-test", "Equivalence test (two one-sided Welch t-tests)",
    sources: ["doi:10.1007/BF01068419", "doi:10.1177/2515245918770963"])
  /// Of two scores of the same people.
  public static let aboutPairs = Method(
    "paired-equivalence-test", "Equivalence test (two one-sided paired t-tests)",
    sources: about.sources)

  public typealias Input = TwoGroups

  /// Differences inside these do not matter, in `unit`.
  public var bounds = Bounds(lower: -0.5, upper: 0.5)
  /// What the bounds are given in.
  public var unit = BoundsUnit.raw
  /// Of each of the two tests; the interval leaves it out on both sides.
  public var errorRate = 0.05
  /// At least how many cases of each separate group go without a caution; 10 is customary.
  public var atLeastPerGroup = 10

  /// The differences, first mean minus second, between which nothing changes for people.
  public struct Bounds: Codable, Sendable, Hashable {
    public var lower: Double
    public var upper: Double

    public init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }

    /// As far to either side.
    public init(within difference: Double) { self.init(lower: -difference, upper: difference) }
  }

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let method: Method
    public let names: GroupPair<String>
    public let account: CaseAccount
    /// In the unit of the score.
    public let bounds: Bounds
    /// First mean minus second, in the unit of the score.
    public let meanDifference: Double
    public let standardError: Double
    /// Of the mean difference, at 1 less twice the error rate.
    public let interval: ConfidenceInterval
    /// Against the lower bound.
    public let tLower: Double
    /// Against the upper bound.
    public let tUpper: Double
    /// Rarely whole for separate groups.
    public let degreesOfFreedom: Double
    /// That the difference is at or below the lower bound.
    public let pLower: Double
    /// That the difference is at or above the upper bound.
    public let pUpper: Double
    public let cautions: [Caution]
    let boundsNote: String

    /// That the difference lies outside the bounds: the larger of the two.
    public var pValue: Double { max(pLower, pUpper) }
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    try outcome(
      Self.about, GroupPair(groups.first.name, groups.second.name), groups.account,
      MeanDifference(of: groups), size: unit.size(in: groups), unit.note,
      groups.smallGroups(atLeast: atLeastPerGroup))
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    try outcome(
      Self.aboutPairs, pairs.names, pairs.account, MeanDifference(of: pairs),
      size: unit.size(in: pairs), unit.noteOfPairs, [])
  }

  private func outcome(
    _ method: Method, _ names: GroupPair<String>, _ account: CaseAccount,
    _ difference: MeanDifference, size: Double, _ boundsNote: String, _ cautions: [Caution]
  ) throws(StatisticsError) -> Outcome {
    guard bounds.lower < bounds.upper else {
      throw .undetermined("the lower bound is not below the upper one")
    }
    guard let level = ConfidenceLevel(rawValue: 1 - 2 * errorRate) else {
      throw .undetermined("an error rate of \(errorRate) leaves no interval")
    }
    let bounds = Bounds(lower: bounds.lower * size, upper: bounds.upper * size)
    return Outcome(
      method: method, names: names, account: account, bounds: bounds,
      meanDifference: difference.estimate, standardError: difference.standardError,
      interval: try difference.interval(level), tLower: difference.t(against: bounds.lower),
      tUpper: difference.t(against: bounds.upper), degreesOfFreedom: difference.degreesOfFreedom,
      pLower: try difference.pValue(.greater, against: bounds.lower),
      pUpper: try difference.pValue(.less, against: bounds.upper), cautions: cautions,
      boundsNote: boundsNote)
  }
}

extension EquivalenceTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        method.id, title: method.title,
        columns: [
          .estimate.labelled("difference"), .standardError, .lower, .upper,
          Column("bound_low", "low bound", .number), Column("bound_high", "high bound", .number),
          .degreesOfFreedom, .pValue,
        ],
        rows: [
          [
            .real(meanDifference), .real(standardError), .real(interval.lower),
            .real(interval.upper), .real(bounds.lower), .real(bounds.upper),
            .real(degreesOfFreedom), .real(pValue),
          ]
        ],
        notes: [
          """
          \(names.first) minus \(names.second); \(interval.level.percent) interval of \
          the difference; bounds \(boundsNote). A small p says that the difference lies between the bounds; a large one \
          does not say that there is a difference.
          """,
          "\(account.note).",
        ])
    ]
  }
}
