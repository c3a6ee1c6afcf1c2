public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Expresses the difference of two means in standard deviations: of both groups, or of one.
///
///     Cohen's d:   pooled SD              df = n1 + n2 - 2
///     d for Welch: sqrt((s1^2 + s2^2) / 2)
///                  df = (n1-1)(n2-1)(s1^2+s2^2)^2 / ((n2-1) s1^4 + (n1-1) s2^4)
///     Glass's delta: SD of the second group     df = n2 - 1
///     g = J(df) * d        J(df) = gamma(df / 2) / (sqrt(df / 2) * gamma((df - 1) / 2))
///
/// d for Welch (Delacre's) goes with Welch's test: it does not depend on how many cases each group
/// has where the groups vary differently. Glass's delta is for a second group that no one did
/// anything to. Every interval inverts the noncentral t distribution of the difference over its
/// standard error, and is exact only where its standard deviation is the true one's estimate.
///
/// - Input: Two groups of `n >= 2`, or their summaries; at least one varies.
/// - Sources: Cohen (1988); Hedges (1981); Glass (1976); d for Welch, Delacre et al. (2021).
/// - Checked against: R 4.2.2, formulas written out, effectsize 0.8.3; see
///   `StandardizedDifferencesTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct StandardizedDifferences: Procedure {
  public static let about = Method(
    "standardised-differences", "Differences in standard deviations",
    sources: [
      "doi:10.3102/10769986006002107", "doi:10.3102/0013189X005010003", "doi:10.31234/osf.io/tu6mp",
    ])

  public typealias Input = TwoGroups

  public var level = ConfidenceLevel.percent95

  public init() {}

  /// One way to say how large a difference is.
  public struct Effect: Sendable, Hashable {
    /// `Cohen's d`.
    public let name: String
    public let estimate: Double
    public let interval: ConfidenceInterval
  }

  public struct Outcome: Sendable, Hashable {
    public let d: Effect
    public let g: Effect
    public let dWelch: Effect
    /// Why not, where one degree of freedom leaves no correction.
    public let gWelch: Result<Effect, StatisticsError>
    /// In standard deviations of the second group; why not, where that does not vary.
    public let glassDelta: Result<Effect, StatisticsError>
    public let groups: TwoGroupSummaries
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    let pooled = try groups.pooledStandardDeviation
    let (first, second) = (groups.first, groups.second)
    let (n1, n2) = (Double(first.n), Double(second.n))
    let variances = (
      first.standardDeviation * first.standardDeviation,
      second.standardDeviation * second.standardDeviation
    )
    let difference = first.mean - second.mean
    let squaredError = first.squaredError + second.squaredError
    let sum = variances.0 + variances.1
    // As shares, so that no fourth power overflows.
    let shares = (variances.0 / sum, variances.1 / sum)
    let welch = Scale(
      unit: (sum / 2).squareRoot(), error: squaredError.squareRoot(),
      df: 1 / (shares.0 * shares.0 / (n1 - 1) + shares.1 * shares.1 / (n2 - 1)))
    let cohen = Scale(
      unit: pooled, error: pooled * (1 / n1 + 1 / n2).squareRoot(), df: n1 + n2 - 2)
    let effects = try (cohen.effects(difference, level), welch.effects(difference, level))
    return Outcome(
      d: effects.0.plain("Cohen's d"), g: effects.0.corrected("Hedges' g"),
      dWelch: effects.1.plain("d for Welch"),
      gWelch: Result { () throws(StatisticsError) in
        guard welch.df > 1 else {
          throw .undetermined("with one degree of freedom there is no correction")
        }
        return effects.1.corrected("g for Welch")
      },
      glassDelta: Result { () throws(StatisticsError) in
        guard variances.1 > 0 else {
          throw .noVariance(in: "the score within group '\(second.name)'")
        }
        return try Scale(
          unit: second.standardDeviation, error: squaredError.squareRoot(), df: n2 - 1
        ).effects(difference, level).plain("Glass's delta")
      }, groups: groups)
  }

  /// What a difference is divided by, with its standard error in the unit of the score.
  private struct Scale {
    let unit: Double
    let error: Double
    let df: Double

    func effects(
      _ difference: Double, _ level: ConfidenceLevel
    ) throws(StatisticsError) -> Effects {
      let (lower, upper, correction) = try computing { () throws(NumericsError) in
        (
          try NoncentralT.noncentrality(
            lowerTail: 1 - level.tail, at: difference / error, degreesOfFreedom: df),
          try NoncentralT.noncentrality(
            lowerTail: level.tail, at: difference / error, degreesOfFreedom: df),
          df > 1 ? try halfStepGammaRatio(df / 2) : 0
        )
      }
      return Effects(
        estimate: difference / unit, lower: lower * error / unit, upper: upper * error / unit,
        correction: correction, level: level)
    }
  }

  private struct Effects {
    let estimate: Double
    let lower: Double
    let upper: Double
    let correction: Double
    let level: ConfidenceLevel

    func plain(_ name: String) -> Effect {
      Effect(
        name: name, estimate: estimate,
        interval: ConfidenceInterval(level: level, lower: lower, upper: upper))
    }

    func corrected(_ name: String) -> Effect {
      Effect(
        name: name, estimate: correction * estimate,
        interval: ConfidenceInterval(
          level: level, lower: correction * lower, upper: correction * upper))
    }
  }
}

extension StandardizedDifferences.Outcome: Tabular {
  public var tables: [Table] {
    func row(_ name: String, _ effect: Result<StandardizedDifferences.Effect, StatisticsError>)
      -> [Cell]
    {
      switch effect {
      case .success(let effect):
        [
          .text(name), .real(effect.estimate), .real(effect.interval.lower),
          .real(effect.interval.upper),
        ]
      case .failure(let reason):
        [.text(name)] + Array(repeating: Cell.unavailable(reason.description), count: 3)
      }
    }
    return [
      Table(
        StandardizedDifferences.about.id, title: StandardizedDifferences.about.title,
        columns: [Column("effect", "effect", .text), .estimate, .lower, .upper],
        rows: [d, g, dWelch].map { row($0.name, .success($0)) }
          + [row("g for Welch", gWelch), row("Glass's delta", glassDelta)],
        notes: [
          """
          \(groups.first.name) minus \(groups.second.name); \(d.interval.level.percent) intervals \
          from the noncentral t distribution. d and g: pooled standard deviation; for Welch: root of \
          the mean of both variances (Delacre); Glass: standard deviation of \
          '\(groups.second.name)'.
          """
        ])
    ]
  }
}
