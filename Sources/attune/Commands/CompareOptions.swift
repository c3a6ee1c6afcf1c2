import ArgumentParser
import AttuneStatistics

/// Whose scores are compared with whose.
struct ComparisonQuestion: ParsableArguments {
  @Option(help: "What tells the groups apart: a group or item of the instrument, or a column.")
  var by: String?

  @Option(
    help: "Which two groups, first and second, as in outreach,voluntary.",
    transform: { $0.split(separator: ",").map(\.trimmingSpaces) })
  var groups: [String]?

  @Flag(help: "Compare two scores of the same people, the first named less the second.")
  var paired = false

  @Option(help: "A value that scores are held against, such as the middle of the answers.")
  var against: Double?

  @Flag(help: "Two groups by their figures instead of data, each NAME,N,MEAN,SD.")
  var summaries = false
}

/// Which tests of groups, and what they are asked.
struct ComparisonTests: ParsableArguments {
  @Option(
    name: .customLong("test"),
    help: "Tests by name instead of the customary ones, as in yuen-t-test,effects.",
    transform: CompareMethod.list)
  var named: [CompareMethod] = []

  @Option(help: "What is held against no difference: the first group less the second is …")
  var alternative: Alternative = .twoSided

  @Option(help: "How p is corrected for several scores or pairs at once.")
  var adjust: FamilyCorrection = .holm

  @Option(help: "Show that the means lie within this difference of each other (TOST).")
  var equivalence: Double?

  @Option(help: "Show that the first is worse by less than this, if it is worse.")
  var nonInferiority: Double?

  @Option(help: "The direction of the score that is better, for --non-inferiority.")
  var better: NonInferiorityTest.Better = .higher

  @Option(help: "The smallest difference that matters: the words say what is known of it.")
  var smallest: Double?

  @Option(help: "What these differences are in: the score's unit, or standard deviations.")
  var bounds: BoundsUnit = .raw

  @Flag(help: "Correct the Mann-Whitney test for continuity where it is not exact.")
  var continuity = false

  @Option(help: "How the signed-rank test treats differences of 0.")
  var zeros: WilcoxonSignedRank.Zeros = .wilcoxon

  @Option(help: "The share that Yuen's test sets aside at each end.")
  var trim = 0.2

  @Option(help: "The group that Dunnett's test compares the others with; the first if not given.")
  var control: String?

  @Option(
    help: """
      The scale r of the Bayes factor's Cauchy prior, in standard deviations: half of it lies \
      between -r and r; the square root of a half if not given.
      """)
  var priorScale: Double?

  @Option(
    help: """
      How many resamples, for resampled-effects, --site and Friedman's W, 10000 if not given; if \
      given, the effect size of the Kruskal-Wallis test has an interval too.
      """)
  var resamples: Int?

  /// How many are drawn where any are.
  var resampleCount: Int { resamples ?? 10_000 }

  /// Whether nothing was asked but what fits any comparison.
  var isPlain: Bool { named.isEmpty && isCustomary }

  /// The same, whatever tests were named.
  var isCustomary: Bool { !hasBounds && control == nil }

  /// Whether differences that matter or do not were named.
  var hasBounds: Bool { equivalence != nil || nonInferiority != nil || smallest != nil }

  /// The Bayes factor as asked for.
  var bayesFactor: BayesFactorTTest {
    var procedure = BayesFactorTTest()
    procedure.alternative = alternative
    if let priorScale { procedure.priorScale = priorScale }
    return procedure
  }

  func validate() throws {
    if priorScale != nil, !named.contains(.bayesFactor) {
      throw ValidationError("'--prior-scale' belongs to --test bayes-factor.")
    }
    for (name, value) in [
      ("equivalence", equivalence), ("non-inferiority", nonInferiority), ("smallest", smallest),
      ("prior-scale", priorScale),
    ] {
      if let value, !(value > 0 && value.isFinite) {
        throw ValidationError("'--\(name) \(value)' is not above 0.")
      }
    }
    if !(0..<0.5).contains(trim) {
      throw ValidationError("'--trim \(trim)' is not from 0 to below 0.5; 0.2 is customary.")
    }
    if let resamples, resamples < 1 {
      throw ValidationError("'--resamples \(resamples)' is none.")
    }
  }
}

/// What else has to do with a score.
struct ComparisonModel: ParsableArguments {
  @Option(help: "A second thing that tells people apart, for a factorial analysis.")
  var and: String?

  @Option(
    name: .customLong("covariate"), parsing: .singleValue,
    help: "A number that goes with the score, for an analysis of covariance; may be repeated.")
  var covariates: [String] = []

  @Option(help: "The site of each person: sites have levels of their own (mixed model).")
  var site: String?

  @Option(help: "The type of sums of squares, II or III.")
  var type: FactorialANOVA.SumOfSquares = .type2

  @Option(
    parsing: .singleValue,
    help: "A factor that was given to people, not found in them (generalised eta squared).")
  var manipulated: [String] = []

  var isEmpty: Bool { and == nil && covariates.isEmpty && site == nil }

  func validate() throws {
    if site != nil, and != nil {
      throw ValidationError("'--site' goes with one factor; leave out '--and'.")
    }
  }
}
