public import AttuneData
import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Compares groups whose people come from several sites, allowing each site a level of its own.
///
///     y = X b + u_site + e        u: variance s_u^2        e: variance s^2        theta = s_u^2 / s^2
///     REML: smallest of (N - p) ln R(theta) + sum of ln(1 + n_j theta) + ln |X' H^-1 X|
///     df = g^2 / (grad g' D^-1 grad g)        g: squared standard error; D: Hessian of -2 ln REML
///
/// People of one site are more alike than people of several; a test that does not know it finds too
/// readily. The degrees of freedom are Satterthwaite's, from exact derivatives. Where sites do not
/// differ beyond chance, s_u^2 is 0 and the model is that of pooled variances. With fewer than five
/// or six sites s_u^2 is hardly known: read the interval, not p.
///
/// - Input: One factor and the site as second factor, covariates if any; two sites or more, and a
///   score that varies within them.
/// - Cautions: `few-sites`.
/// - Sources: Patterson & Thompson (1971); Satterthwaite (1946); Kuznetsova, Brockhoff &
///   Christensen (2017).
/// - Checked against: R 4.2.2, lme4 1.1-31 and lmerTest 3.1-3; see `LinearModelTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct RandomInterceptModel: Procedure {
  public static let about = Method(
    "random-intercept-model", "Linear mixed model, sites with levels of their own",
    sources: ["doi:10.1093/biomet/58.3.545", "doi:10.18637/jss.v082.i13"])

  /// The first factor is compared; the second is the site.
  public typealias Input = FactorialScores

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Every two groups: first minus second, adjusted for covariates; p as it comes.
    public let pairs: [PairwiseMeans.Pair]
    public let siteVariance: Double
    public let residualVariance: Double
    /// -2 ln of the restricted likelihood, with its constant.
    public let deviance: Double
    public let siteCount: Int
    public let level: ConfidenceLevel
    public let account: CaseAccount
    public let cautions: [Caution]

    /// The share of the variance that lies between sites.
    public var intraclassCorrelation: Double { siteVariance / (siteVariance + residualVariance) }
  }

  public func apply(to data: FactorialScores) throws(StatisticsError) -> Outcome {
    precondition(data.factors.count == 2, "a factor and the site")
    let (factor, sites) = (data.factors[0], data.factors[1])
    try data.requireTwoLevels(of: factor)
    guard sites.levels.count >= 2 else {
      throw .undetermined("there is one site; compare the groups without it")
    }
    let moments = Moments(of: data.values)
    let fixed = EffectCoding(data, factors: 1).terms
    let columns =
      [Array(repeating: 1.0, count: data.values.count)] + fixed.flatMap(\.columns)
    guard
      let likelihood = RestrictedLikelihood(
        data.values.map(moments.deviation), columns, sites: sites.places,
        siteCount: sites.levels.count)
    else {
      throw .undetermined(
        "there are too few people, or some of what is named tells nothing apart that the rest does not"
      )
    }
    let fit = try likelihood.fit()
    let offset = 1 + data.covariates.count
    var pairs: [PairwiseMeans.Pair] = []
    for i in factor.levels.indices {
      for j in factor.levels.indices.dropFirst(i + 1) {
        var weights = columns.map { _ in 0.0 }
        for column in 0..<factor.levels.count - 1 {
          weights[offset + column] =
            EffectCoding.code(of: i, in: column, levels: factor.levels.count)
            - EffectCoding.code(of: j, in: column, levels: factor.levels.count)
        }
        pairs.append(
          try pair(factor.levels[i], factor.levels[j], fit.contrast(weights)))
      }
    }
    return Outcome(
      pairs: pairs, siteVariance: fit.theta * fit.variance, residualVariance: fit.variance,
      deviance: fit.deviance, siteCount: sites.levels.count, level: level, account: data.account,
      cautions: sites.levels.count < 6 ? [.fewSites(sites.levels.count)] : [])
  }

  private func pair(
    _ first: String, _ second: String, _ contrast: RestrictedLikelihood.Contrast
  ) throws(StatisticsError) -> PairwiseMeans.Pair {
    let t = contrast.estimate / contrast.standardError
    let level = level
    let (pValue, reach) = try computing { () throws(NumericsError) in
      let distribution = try StudentT(degreesOfFreedom: contrast.degreesOfFreedom)
      return (
        try distribution.pValue(t, .twoSided),
        try distribution.upperQuantile(level.tail) * contrast.standardError
      )
    }
    return PairwiseMeans.Pair(
      first: first, second: second, difference: contrast.estimate,
      standardError: contrast.standardError,
      interval: ConfidenceInterval(
        level: level, lower: contrast.estimate - reach, upper: contrast.estimate + reach),
      t: t, degreesOfFreedom: contrast.degreesOfFreedom, pValue: pValue)
  }
}

extension Caution {
  fileprivate static func fewSites(_ count: Int) -> Caution {
    Caution(
      "few-sites",
      """
      There are \(count) sites, fewer than 6: how much sites differ is hardly known. Read the \
      interval before p.
      """)
  }
}

extension RandomInterceptModel.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        RandomInterceptModel.about.id, title: RandomInterceptModel.about.title,
        columns: [
          .firstGroup, .secondGroup, .estimate.labelled("difference"), .standardError, .lower,
          .upper, .statistic.labelled("t"), .degreesOfFreedom, .pValue,
        ],
        rows: pairs.map { pair in
          [
            .text(pair.first), .text(pair.second), .real(pair.difference),
            .real(pair.standardError), .real(pair.interval.lower), .real(pair.interval.upper),
            .real(pair.t), .real(pair.degreesOfFreedom), .real(pair.pValue),
          ]
        },
        notes: [
          """
          First minus second; \(level.percent) interval; restricted maximum likelihood, \
          Satterthwaite's degrees of freedom; p is of each pair alone.
          """,
          "\(account.note).",
        ]),
      Table(
        "site-variance", title: "Variance between and within sites",
        columns: [
          Column("sites", "sites", .count), Column("variance_sites", "between", .number),
          Column("variance_residual", "within", .number),
          .estimate.labelled("share between", .bounded), Column("deviance", "-2 ln REML", .number),
        ],
        rows: [
          [
            .count(siteCount), .real(siteVariance), .real(residualVariance),
            .real(intraclassCorrelation), .real(deviance),
          ]
        ]),
    ]
  }
}
