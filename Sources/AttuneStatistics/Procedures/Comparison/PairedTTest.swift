public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether a score differs on average between two occasions, or two measures, of the same
/// people.
///
///     t = m / (s / sqrt(n))        df = n - 1        m, s: mean and deviation of the differences
///     dz = m / s        d_av = m / sqrt((s1^2 + s2^2) / 2)        gz = J(n - 1) dz
///
/// dz is in standard deviations of the differences, d_av in those of the scores; programs call both
/// "d" (pingouin the second, effectsize the first), so that both are named. The interval of dz
/// inverts the noncentral t distribution.
///
/// - Input: Pairs, `n >= 2`, the differences varying. Differences are first less second.
/// - Sources: Student (1908); d_av, Cumming (2012); gz, Lakens (2013).
/// - Checked against: R 4.2.2 `t.test(paired = TRUE)`, formulas written out, effectsize 0.8.3; see
///   `PairedTTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct PairedTTest: Procedure {
  public static let about = Method(
    "paired-t-test", "Paired t-test",
    sources: ["doi:10.1093/biomet/6.1.1", "doi:10.3389/fpsyg.2013.00863"])

  public typealias Input = Pairs

  public var alternative = Alternative.twoSided
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let meanDifference: Double
    public let standardError: Double
    /// Of the mean difference, two-sided whatever the alternative.
    public let interval: ConfidenceInterval
    public let t: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    /// In standard deviations of the differences.
    public let dz: Double
    public let dzInterval: ConfidenceInterval
    /// dz, corrected for small samples.
    public let gz: Quantity
    /// In the average standard deviation of the two scores.
    public let dAverage: Quantity
    public let alternative: Alternative
    public let account: CaseAccount
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    let n = pairs.caseCount
    let deviation = try pairs.deviationOfDifferences
    let difference = try MeanDifference(of: pairs)
    let root = Double(n).squareRoot()
    let (mean, df, t) = (difference.estimate, difference.degreesOfFreedom, difference.t())
    let scores = [pairs.values.first, pairs.values.second].map { Moments(of: $0).standardDeviation }
    let average = ((scores[0] * scores[0] + scores[1] * scores[1]) / 2).squareRoot()
    let (lower, upper) = try computing { () throws(NumericsError) in
      (
        try NoncentralT.noncentrality(lowerTail: 1 - level.tail, at: t, degreesOfFreedom: df),
        try NoncentralT.noncentrality(lowerTail: level.tail, at: t, degreesOfFreedom: df)
      )
    }
    return Outcome(
      names: pairs.names, meanDifference: mean, standardError: difference.standardError,
      interval: try difference.interval(level), t: t, degreesOfFreedom: n - 1,
      pValue: try difference.pValue(alternative), dz: mean / deviation,
      dzInterval: ConfidenceInterval(level: level, lower: lower / root, upper: upper / root),
      gz: try correctedForSmallSamples(mean / deviation, df: df),
      dAverage: average > 0
        ? .value(mean / average) : .unavailable("neither score varies"),
      alternative: alternative, account: pairs.account)
  }
}

extension PairedTTest.Outcome: Tabular {
  /// The test, and the size of the difference.
  public var tables: [Table] {
    [
      Table(
        PairedTTest.about.id, title: PairedTTest.about.title,
        columns: [
          .cases, .estimate.labelled("difference"), .standardError, .lower, .upper,
          .statistic.labelled("t"), .degreesOfFreedom, .pValue,
        ],
        rows: [
          [
            .count(account.used), .real(meanDifference), .real(standardError),
            .real(interval.lower), .real(interval.upper), .real(t), .count(degreesOfFreedom),
            .real(pValue),
          ]
        ],
        notes: [
          """
          \(account.note). \(names.first) minus \(names.second); \(interval.level.percent) interval \
          of the difference; p is \(alternative == .twoSided ? "two-sided" : "one-sided").
          """
        ]),
      Table(
        "paired-effect", title: "Size of the paired difference",
        columns: [.estimate.labelled("dz"), .lower, .upper, .gz, .dAverage],
        rows: [
          [
            .real(dz), .real(dzInterval.lower), .real(dzInterval.upper), gz.cell, dAverage.cell,
          ]
        ],
        notes: [
          """
          dz and gz (corrected for small samples): in standard deviations of the differences; d_av: \
          in the average one of the scores. \(dzInterval.level.percent) interval of dz from the \
          noncentral t distribution.
          """
        ]),
    ]
  }
}

extension Column {
  fileprivate static let gz = Column("g_z", "gz", .number)
  fileprivate static let dAverage = Column("d_av", "d_av", .number)
}
