public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether a mean differs from a value that was fixed beforehand, such as the middle of the
/// answers.
///
///     t = (m - value) / (s / sqrt(n))        df = n - 1
///     d = (m - value) / s                    g = J(n - 1) d
///
/// - Input: A sample of `n >= 2`, varying.
/// - Sources: Student (1908); g, Hedges (1981).
/// - Checked against: R 4.2.2 `t.test(mu =)`; see `OneSampleTTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct OneSampleTTest: Procedure {
  public static let about = Method(
    "one-sample-t-test", "One-sample t-test",
    sources: ["doi:10.1093/biomet/6.1.1", "doi:10.3102/10769986006002107"])

  public typealias Input = ScoreSample

  /// What the mean is held against, in the unit of the score.
  public var value = 0.0
  /// `greater`: the mean lies above the value.
  public var alternative = Alternative.twoSided
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let name: String
    public let count: Int
    public let missing: Int
    public let value: Double
    public let mean: Double
    public let standardError: Double
    /// Of the mean, two-sided whatever the alternative.
    public let interval: ConfidenceInterval
    public let t: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    /// Mean less value in standard deviations of the score.
    public let d: Double
    /// d, corrected for small samples; of two cases there is no correction.
    public let g: Quantity
    public let alternative: Alternative
  }

  public func apply(to sample: ScoreSample) throws(StatisticsError) -> Outcome {
    let n = sample.values.count
    guard n >= 2 else { throw .tooFew(.cases, found: n, needed: 2) }
    // The value is taken off first, so that a large one costs no digits.
    let moments = Moments(of: sample.values.map { $0 - value })
    let deviation = moments.standardDeviation
    guard deviation > 0 else { throw .noVariance(in: "'\(sample.name)'") }
    let error = deviation / Double(n).squareRoot()
    let t = moments.mean / error
    let df = Double(n - 1)
    let (pValue, reach, correction) = try computing { () throws(NumericsError) in
      let distribution = try StudentT(degreesOfFreedom: df)
      let pValue =
        switch alternative {
        case .twoSided: min(1, 2 * (try distribution.upperTail(abs(t))))
        case .less: try distribution.lowerTail(t)
        case .greater: try distribution.upperTail(t)
        }
      return (
        pValue, try distribution.upperQuantile(level.tail) * error,
        df > 1 ? try halfStepGammaRatio(df / 2) : nil
      )
    }
    let mean = value + moments.mean
    let d = moments.mean / deviation
    return Outcome(
      name: sample.name, count: n, missing: sample.missing, value: value, mean: mean,
      standardError: error,
      interval: ConfidenceInterval(level: level, lower: mean - reach, upper: mean + reach), t: t,
      degreesOfFreedom: n - 1, pValue: pValue, d: d,
      g: correction.map { .value($0 * d) } ?? .unavailable("of two cases there is no correction"),
      alternative: alternative)
  }
}

extension OneSampleTTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        OneSampleTTest.about.id, title: OneSampleTTest.about.title,
        columns: [
          .cases, .mean, .standardError, .lower, .upper, Column("value", "against", .number),
          .statistic.labelled("t"), .degreesOfFreedom, .pValue, .estimate.labelled("g"),
        ],
        rows: [
          [
            .count(count), .real(mean), .real(standardError), .real(interval.lower),
            .real(interval.upper), .real(value), .real(t), .count(degreesOfFreedom),
            .real(pValue), g.cell,
          ]
        ],
        notes: [
          """
          \(name): \(count) with a score, \(missing) without. \(interval.level.percent) interval of \
          the mean; p is \(alternative == .twoSided ? "two-sided" : "one-sided"); g: mean less \
          value in standard deviations, corrected for small samples.
          """
        ])
    ]
  }
}
