public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether the means of several groups differ, supposing that the groups vary alike.
///
///     F = (B / (k - 1)) / (W / (N - k))        B, W: sums of squares between and within groups
///     eta2 = B / (B + W)        omega2 = (B - (k - 1) w) / (B + W + w)        w = W / (N - k)
///     epsilon2 = (B - (k - 1) w) / (B + W)
///
/// Where groups vary differently, read Welch's beside it. The interval of eta2 is Steiger's,
/// lambda / (lambda + N) from the noncentral F distribution, at 90 % unless asked, because F is
/// one-sided; omega2 and epsilon2 correct eta2 for its bias, and may be negative.
///
/// - Input: two groups or more of `n >= 1`, more cases than groups, some variance within.
/// - Sources: Fisher (1925); interval, Steiger (2004); omega2, Hays (1963); epsilon2, Kelley (1935).
/// - Checked against: R 4.2.2 `aov` and written-out formulas, NIST StRD; see `SeveralGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct OneWayANOVA: Procedure {
  public static let about = Method(
    "one-way-anova", "One-way analysis of variance", sources: ["doi:10.1037/1082-989X.9.2.164"])

  public typealias Input = SeveralGroups

  /// Of the interval of eta2.
  public var level = ConfidenceLevel.percent90
  /// Of the intervals of the means.
  public var meansLevel = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: [GroupFigure]
    public let betweenSumOfSquares: Double
    public let withinSumOfSquares: Double
    public let betweenDegrees: Int
    public let withinDegrees: Int
    public let f: Double
    public let pValue: Double
    public let etaSquared: Double
    public let etaSquaredInterval: ConfidenceInterval
    public let omegaSquared: Double
    public let epsilonSquared: Double
    public let account: CaseAccount
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let means = try GroupMeans(data, leastPerGroup: 1)
    let ratio = try Ratio(means)
    let (n, between, within) = (Double(means.n), means.between, means.within)
    let (df1, df2) = (Double(ratio.betweenDegrees), Double(ratio.withinDegrees))
    let (lower, upper) = try computing { () throws(NumericsError) in
      (
        try NoncentralF.noncentrality(
          lowerTail: 1 - level.tail, at: ratio.f, numerator: df1, denominator: df2),
        try NoncentralF.noncentrality(
          lowerTail: level.tail, at: ratio.f, numerator: df1, denominator: df2)
      )
    }
    let total = between + within
    return Outcome(
      groups: means.groups.map { GroupFigure($0, meansLevel) }, betweenSumOfSquares: between,
      withinSumOfSquares: within, betweenDegrees: ratio.betweenDegrees,
      withinDegrees: ratio.withinDegrees, f: ratio.f, pValue: ratio.pValue,
      etaSquared: between / total,
      etaSquaredInterval: ConfidenceInterval(
        level: level, lower: lower / (lower + n), upper: upper / (upper + n)),
      omegaSquared: means.omegaSquared,
      epsilonSquared: (between - df1 * (within / df2)) / total, account: data.account)
  }

  /// The test alone.
  struct Ratio {
    let f: Double
    let betweenDegrees: Int
    let withinDegrees: Int
    let pValue: Double

    /// More cases than groups, some variance within.
    init(_ means: GroupMeans) throws(StatisticsError) {
      let (n, k) = (means.n, means.groups.count)
      guard n > k else { throw .tooFew(.cases, found: n, needed: k + 1) }
      guard means.within > 0 else { throw .noVariance(in: "the score within each group") }
      (betweenDegrees, withinDegrees) = (k - 1, n - k)
      let (df1, df2) = (Double(k - 1), Double(n - k))
      let f = means.between / df1 / (means.within / df2)
      self.f = f
      pValue = try computing { () throws(NumericsError) in
        try FisherF(numerator: df1, denominator: df2).upperTail(f)
      }
    }
  }
}

extension OneWayANOVA {
  /// Omega squared alone, where many are needed.
  package static func omegaSquared(of data: SeveralGroups) throws(StatisticsError) -> Double {
    try GroupMeans(data, leastPerGroup: 1).omegaSquared
  }
}

/// One group beside the others.
public struct GroupFigure: Sendable, Hashable {
  public let name: String
  public let n: Int
  public let mean: Double
  public let standardDeviation: Quantity
  /// Of the mean, from the group's own standard deviation.
  public let interval: Result<ConfidenceInterval, StatisticsError>
  let level: ConfidenceLevel

  init(_ group: GroupMeans.Group, _ level: ConfidenceLevel) {
    name = group.name
    n = group.n
    mean = group.mean
    standardDeviation =
      group.n > 1
      ? .value(group.variance.squareRoot()) : .unavailable("one case alone does not vary")
    interval =
      MeanInterval(
        mean: mean, n: n, standardDeviation: standardDeviation.value ?? 0, level: level
      ).interval
    self.level = level
  }
}

extension OneWayANOVA.Outcome: Tabular {
  /// The groups, the test and its effect sizes.
  public var tables: [Table] {
    [
      groups.table(account),
      Table(
        OneWayANOVA.about.id, title: OneWayANOVA.about.title,
        columns: [
          .statistic.labelled("F"), .degreesOfFreedom, .degreesOfFreedomError, .pValue,
          .etaSquared, .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
          .omegaSquared, .epsilonSquared,
        ],
        rows: [
          [
            .real(f), .count(betweenDegrees), .count(withinDegrees), .real(pValue),
            .real(etaSquared), .real(etaSquaredInterval.lower), .real(etaSquaredInterval.upper),
            .real(omegaSquared), .real(epsilonSquared),
          ]
        ],
        notes: [
          """
          Supposes that the groups vary alike. \(etaSquaredInterval.level.percent) interval of eta \
          squared by Steiger's method.
          """
        ]),
    ]
  }
}

extension [GroupFigure] {
  func table(_ account: CaseAccount) -> Table {
    Table(
      "groups", title: "Groups",
      columns: [.group, .cases, .mean, .standardDeviation, .lower, .upper],
      rows: map { group in
        let limits = group.interval.cells
        return [
          .text(group.name), .count(group.n), .real(group.mean), group.standardDeviation.cell,
          limits.lower, limits.upper,
        ]
      },
      notes: ["\(account.note).", "\(self[0].level.percent) intervals of each mean alone."])
  }
}

extension Column {
  fileprivate static let etaSquared = Column("eta_squared", "eta²", .bounded)
  fileprivate static let omegaSquared = Column("omega_squared", "omega²", .bounded)
  fileprivate static let epsilonSquared = Column("epsilon_squared", "epsilon²", .bounded)
}
