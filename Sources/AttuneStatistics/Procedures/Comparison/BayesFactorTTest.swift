public import AttuneData
import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Weighs a difference of means against none: the Jeffreys-Zellner-Siow (JZS) Bayes factor.
///
///     BF10 = p(data | delta ~ Cauchy(0, r)) / p(data | delta = 0)        BF01 = 1 / BF10
///
/// delta is the difference in standard deviations: within groups, of the differences of pairs, or of
/// the score. The prior says that delta lies between -r and r with a probability of one half; of a
/// directed alternative only its half on that side is used. The result depends on r, which is why it
/// stands beside it; r = sqrt(2) / 2 is the default of R's BayesFactor and of JASP, r = 1 that of the
/// paper. A Bayes factor compares two descriptions of the data. It is no probability that either is
/// true, and no size of a difference.
///
/// - Input: Two groups of `n >= 2`, their summaries, pairs, or a sample; the score varies. Supposes
///   normal scores and, of two groups, that they vary alike (Student's t).
/// - Sources: Rouder et al. (2009); one-sided, Morey & Wagenmakers (2014).
/// - Checked against: mpmath 1.3.0, R BayesFactor 0.9.12-4.4, pingouin 0.7.0; see
///   `BayesFactorTTestTests`, `JZSIntegralTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` for a scale that is not above 0.
public struct BayesFactorTTest: Procedure {
  public static let about = Method(
    "bayes-factor", "Bayes factor of a t-test (JZS)",
    sources: ["doi:10.3758/PBR.16.2.225", "doi:10.1016/j.spl.2014.05.010"])

  public typealias Input = TwoGroups

  /// r: half of the prior lies between -r and r standard deviations.
  public var priorScale = 0.5.squareRoot()
  public var alternative = Alternative.twoSided
  /// What the mean of one sample is held against, in the unit of the score.
  public var value = 0.0

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// How many cases, or pairs.
    public let count: Int
    public let t: Double
    public let degreesOfFreedom: Int
    public let priorScale: Double
    public let alternative: Alternative
    /// The natural logarithm of BF10.
    public let logBayesFactor: Double
    /// `first minus second`, `rel against 3`.
    let contrast: String
    let unit: String

    /// How many times as likely the data are with a difference as without; infinite or 0 where a
    /// double cannot hold it.
    public var bayesFactor: Double { exp(logBayesFactor) }
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    let student = try StudentTTest().apply(to: groups)
    let (n1, n2) = (groups.first.n, groups.second.n)
    return try outcome(
      t: student.t, degreesOfFreedom: student.degreesOfFreedom, count: n1 + n2,
      effectiveCount: 1 / (1 / Double(n1) + 1 / Double(n2)),
      contrast: "\(groups.first.name) minus \(groups.second.name)",
      unit: "in standard deviations within groups, which are supposed to vary alike")
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    let paired = try PairedTTest().apply(to: pairs)
    return try outcome(
      t: paired.t, degreesOfFreedom: paired.degreesOfFreedom, count: pairs.caseCount,
      effectiveCount: Double(pairs.caseCount),
      contrast: "\(pairs.names.first) minus \(pairs.names.second)",
      unit: "in standard deviations of the differences")
  }

  /// The mean against `value`.
  public func apply(to sample: ScoreSample) throws(StatisticsError) -> Outcome {
    var single = OneSampleTTest()
    single.value = value
    let found = try single.apply(to: sample)
    return try outcome(
      t: found.t, degreesOfFreedom: found.degreesOfFreedom, count: found.count,
      effectiveCount: Double(found.count),
      contrast: "\(sample.name) against \(APAStyle.show(value, as: .number))",
      unit: "in standard deviations of the score")
  }

  private func outcome(
    t: Double, degreesOfFreedom: Int, count: Int, effectiveCount: Double, contrast: String,
    unit: String
  ) throws(StatisticsError) -> Outcome {
    guard priorScale > 0, priorScale.isFinite else {
      throw .undetermined("a prior of scale \(priorScale) is none")
    }
    let logBayesFactor = try computing { () throws(NumericsError) in
      let integral = try JZSIntegral(
        effectiveCount: effectiveCount, degreesOfFreedom: Double(degreesOfFreedom),
        scale: priorScale)
      return switch alternative {
      case .twoSided: try integral.logBayesFactor(t)
      case .greater: try integral.logBayesFactorAbove(t)
      case .less: try integral.logBayesFactorAbove(-t)
      }
    }
    return Outcome(
      count: count, t: t, degreesOfFreedom: degreesOfFreedom, priorScale: priorScale,
      alternative: alternative, logBayesFactor: logBayesFactor, contrast: contrast, unit: unit)
  }
}

extension BayesFactorTTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        BayesFactorTTest.about.id, title: BayesFactorTTest.about.title,
        columns: [
          .cases, .statistic.labelled("t"), .degreesOfFreedom, .priorScale, .bayesFactor,
          .inverseBayesFactor, .logBayesFactor,
        ],
        rows: [
          [
            .count(count), .real(t), .count(degreesOfFreedom), .real(priorScale),
            factor(logBayesFactor), factor(-logBayesFactor), .real(logBayesFactor),
          ]
        ],
        notes: [
          """
          \(contrast), \(unit); prior of the difference: Cauchy around 0 with scale r\(side).
          """, words,
        ])
    ]
  }

  private func factor(_ logarithm: Double) -> Cell {
    let value = exp(logarithm)
    return value.isFinite && value > 0
      ? .real(value) : .unavailable("it is beyond what a number can hold; its logarithm is not")
  }

  private var side: String {
    switch alternative {
    case .twoSided: ""
    case .less: ", of which the half below 0 is used"
    case .greater: ", of which the half above 0 is used"
    }
  }

  /// What was found, and what it does not say.
  private var words: String {
    let size = logBayesFactor.magnitude
    let times =
      size < log(1e6)
      ? "\(APAStyle.show(exp(size), as: .number)) times"
      : "about 10^\(Int((size / log(10)).rounded())) times"
    let (likelier, other) =
      logBayesFactor >= 0
      ? ("a difference with this prior", "no difference")
      : ("no difference", "a difference with this prior")
    return """
      In words: these data are \(times) as likely under \(likelier) as under \(other). That is \
      no probability that either is true, and no size; it changes with r.
      """
  }
}

extension Column {
  fileprivate static let priorScale = Column("prior_scale", "r", .number)
  fileprivate static let bayesFactor = Column("bf10", "BF10", .number)
  fileprivate static let inverseBayesFactor = Column("bf01", "BF01", .number)
  fileprivate static let logBayesFactor = Column("log_bf10", "ln BF10", .number)
}
