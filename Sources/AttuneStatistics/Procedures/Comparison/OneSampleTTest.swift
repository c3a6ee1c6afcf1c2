public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether a mean differs from a value that was fixed beforehand, such as the middle of the
/// answers.
///
///     t = (m - value) / (s / sqrt(n))        df = n - 1
///     d = (m - value) / s                    g = J(n - 1) d
///
/// The interval of d inverts the noncentral t distribution; that of g is J times it.
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
    public let dInterval: ConfidenceInterval
    /// d, corrected for small samples.
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
    let root = Double(n).squareRoot()
    let error = deviation / root
    let t = moments.mean / error
    let df = Double(n - 1)
    let (pValue, reach, lower, upper) = try computing { () throws(NumericsError) in
      let distribution = try StudentT(degreesOfFreedom: df)
      let pValue =
        switch alternative {
        case .twoSided: min(1, 2 * (try distribution.upperTail(abs(t))))
        case .less: try distribution.lowerTail(t)
        case .greater: try distribution.upperTail(t)
        }
      return (
        pValue, try distribution.upperQuantile(level.tail) * error,
        try NoncentralT.noncentrality(lowerTail: 1 - level.tail, at: t, degreesOfFreedom: df),
        try NoncentralT.noncentrality(lowerTail: level.tail, at: t, degreesOfFreedom: df)
      )
    }
    let mean = value + moments.mean
    let d = moments.mean / deviation
    return Outcome(
      name: sample.name, count: n, missing: sample.missing, value: value, mean: mean,
      standardError: error,
      interval: ConfidenceInterval(level: level, lower: mean - reach, upper: mean + reach), t: t,
      degreesOfFreedom: n - 1, pValue: pValue, d: d,
      dInterval: ConfidenceInterval(level: level, lower: lower / root, upper: upper / root),
      g: try correctedForSmallSamples(d, df: df), alternative: alternative)
  }
}

extension OneSampleTTest.Outcome: Tabular {
  /// The test, and how far the mean lies from the value.
  public var tables: [Table] {
    [
      Table(
        OneSampleTTest.about.id, title: OneSampleTTest.about.title,
        columns: [
          .cases, .mean, .standardError, .lower, .upper, Column("value", "against", .number),
          .statistic.labelled("t"), .degreesOfFreedom, .pValue,
        ],
        rows: [
          [
            .count(count), .real(mean), .real(standardError), .real(interval.lower),
            .real(interval.upper), .real(value), .real(t), .count(degreesOfFreedom),
            .real(pValue),
          ]
        ],
        notes: [
          """
          \(name): \(count) with a score, \(missing) without. \(interval.level.percent) interval of \
          the mean; p is \(alternative == .twoSided ? "two-sided" : "one-sided").
          """
        ]),
      Table(
        "one-sample-effect", title: "Distance from the value",
        columns: [Column("effect", "effect", .text), .estimate, .lower, .upper],
        rows: [
          [.text("d"), .real(d), .real(dInterval.lower), .real(dInterval.upper)],
          [.text("g"), g.cell] + [dInterval.lower, dInterval.upper].map(corrected),
        ],
        notes: [
          """
          Mean less value in standard deviations; g: corrected for small samples. \
          \(dInterval.level.percent) intervals from the noncentral t distribution.
          """
        ]),
    ]
  }

  /// A limit of d as one of g.
  private func corrected(_ limit: Double) -> Cell {
    ((try? correctedForSmallSamples(limit, df: Double(degreesOfFreedom))) ?? g).cell
  }
}
