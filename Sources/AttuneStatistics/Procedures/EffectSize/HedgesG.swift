public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Expresses the difference of two means in standard deviations, corrected for small samples.
///
///     d = (m1 - m2) / s_pooled        g = J(df) * d        df = n1 + n2 - 2
///     J(df) = gamma(df / 2) / (sqrt(df / 2) * gamma((df - 1) / 2))
///
/// The pooled standard deviation supposes that the groups vary alike; where they do not, g depends
/// on how many cases each has. The interval inverts the noncentral t distribution of d and is
/// multiplied by J. No unit, no bounds; positive where the first group scores higher.
///
/// - Input: Two groups of `n >= 2`, or their summaries; at least one varies.
/// - Sources: Hedges (1981); interval after Steiger & Fouladi (1997), for g as in Goulet-Pelletier
///   & Cousineau (2018).
/// - Checked against: R 4.2.2, written-out formulas and effectsize 0.8.3; see `HedgesGTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct HedgesG: Procedure {
  public static let about = Method(
    "hedges-g", "Hedges' g",
    sources: ["doi:10.3102/10769986006002107", "doi:10.20982/tqmp.14.4.p242"])

  public typealias Input = TwoGroups

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// First mean minus second, in pooled standard deviations, corrected.
    public let estimate: Double
    public let interval: ConfidenceInterval
    /// Cohen's d: the same without the correction.
    public let cohenD: Double
    public let groups: TwoGroupSummaries
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    let (first, second) = (groups.first, groups.second)
    let (d, df) = try Self.cohenD(of: groups)
    let unit = (1 / Double(first.n) + 1 / Double(second.n)).squareRoot()
    let (correction, lower, upper) = try computing { () throws(NumericsError) in
      (
        try halfStepGammaRatio(df / 2),
        try NoncentralT.noncentrality(
          lowerTail: 1 - level.tail, at: d / unit, degreesOfFreedom: df),
        try NoncentralT.noncentrality(lowerTail: level.tail, at: d / unit, degreesOfFreedom: df)
      )
    }
    return Outcome(
      estimate: correction * d,
      interval: ConfidenceInterval(
        level: level, lower: correction * lower * unit, upper: correction * upper * unit),
      cohenD: d, groups: groups)
  }
}

extension HedgesG {
  /// The estimate alone, where many are needed.
  package static func estimate(of groups: TwoGroupSummaries) throws(StatisticsError) -> Double {
    let (d, df) = try cohenD(of: groups)
    return try computing { () throws(NumericsError) in try halfStepGammaRatio(df / 2) } * d
  }

  private static func cohenD(
    of groups: TwoGroupSummaries
  ) throws(StatisticsError) -> (d: Double, degreesOfFreedom: Double) {
    let pooled = try groups.pooledStandardDeviation
    let (first, second) = (groups.first, groups.second)
    let df = Double(first.n - 1) + Double(second.n - 1)
    return ((first.mean - second.mean) / pooled, df)
  }
}

extension HedgesG.Outcome: Tabular {
  public var tables: [Table] {
    let (first, second) = (groups.first, groups.second)
    return [
      Table(
        "hedges-g", title: HedgesG.about.title,
        columns: [.estimate.labelled("g"), .lower, .upper, .cases],
        rows: [
          [
            .real(estimate), .real(interval.lower), .real(interval.upper),
            .count(first.n + second.n),
          ]
        ],
        notes: [
          """
          \(first.name) minus \(second.name), in pooled standard deviations, corrected for small \
          samples; \(interval.level.percent) interval from the noncentral t distribution.
          """,
          "\(groups.account.note).",
        ])
    ]
  }
}
