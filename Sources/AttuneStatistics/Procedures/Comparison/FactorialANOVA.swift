public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests what each of several factors and covariates has to do with a score, the others considered.
///
///     type II:  SS(T) = RSS(all terms without T that do not contain T) - RSS(the same and T)
///     type III: SS(T) = RSS(all terms but T) - RSS(all terms)      columns that sum to 0
///     F = (SS / df) / (RSS(all) / df of error)
///     partial eta2 = SS / (SS + error)        partial omega2 = df (MS - w) / (SS + (N - df) w)
///     generalised eta2 = SS / (SS if manipulated + all measured terms + error)
///
/// With one factor and a covariate it is an analysis of covariance, with two factors one in two
/// ways, with both together. Groups may be of any size. Type II asks of a factor what it adds to the
/// other, and is right where the two together add nothing of their own; type III asks for the mean of
/// all cells alike, whatever the sizes. In studies of people most factors are measured (found, not
/// given), so that the generalised eta squared counts every factor as measured unless it is named as
/// manipulated. The interval of partial eta2 is Steiger's, at 90 % unless asked. It supposes that
/// groups vary alike and that a covariate goes with the score alike in all of them.
///
/// - Input: One or two factors of two levels or more, every combination with somebody in it, more
///   cases than terms need; covariates that vary.
/// - Sources: Yates (1934); Langsrud (2003); generalised eta2, Olejnik & Algina (2003); interval,
///   Steiger (2004).
/// - Checked against: R 4.2.2, car 3.1-1 `Anova`, effectsize 0.8.3; see `LinearModelTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct FactorialANOVA: Procedure {
  public static let about = Method(
    "factorial-anova", "Factorial analysis of variance",
    sources: ["doi:10.1023/A:1023260610025", "doi:10.1037/1082-989X.8.4.434"])

  public typealias Input = FactorialScores

  /// What a term is considered beside.
  public enum SumOfSquares: String, Codable, Sendable, Hashable, CaseIterable {
    case type2 = "II"
    case type3 = "III"
  }

  public var sumOfSquares = SumOfSquares.type2
  /// Of the intervals of partial eta2.
  public var level = ConfidenceLevel.percent90
  /// Of the intervals of adjusted means.
  public var meansLevel = ConfidenceLevel.percent95
  /// The factors that were given to people and not found in them.
  public var manipulated: Set<String> = []

  public init() {}

  public struct Effect: Sendable, Hashable {
    public let name: String
    public let sumOfSquares: Double
    public let degreesOfFreedom: Int
    public let f: Double
    public let pValue: Double
    public let etaSquared: Double
    public let partialEtaSquared: Double
    public let partialEtaSquaredInterval: ConfidenceInterval
    public let generalizedEtaSquared: Double
    public let partialOmegaSquared: Double
  }

  /// The mean of a level where covariates are at their means and the other factor's levels count
  /// alike.
  public struct AdjustedMean: Sendable, Hashable {
    public let factor: String
    public let level: String
    public let n: Int
    public let mean: Double
    public let standardError: Double
    public let interval: ConfidenceInterval
  }

  public struct Outcome: Sendable, Hashable {
    public let effects: [Effect]
    public let adjustedMeans: [AdjustedMean]
    public let errorSumOfSquares: Double
    public let errorDegrees: Int
    public let type: SumOfSquares
    public let account: CaseAccount
    let level: ConfidenceLevel
    let hasCovariates: Bool
  }

  public func apply(to data: FactorialScores) throws(StatisticsError) -> Outcome {
    try data.requireTermsToTell()
    let coding = EffectCoding(data, factors: data.factors.count)
    let moments = Moments(of: data.values)
    let n = data.values.count
    let model = FactorialModel(
      terms: coding.terms, sumOfSquares: sumOfSquares, manipulated: manipulated)
    guard n > model.parameterCount else {
      throw .tooFew(.cases, found: n, needed: model.parameterCount + 1)
    }
    guard
      let fitted = model.fit(
        data.values.map(moments.deviation), constant: Array(repeating: 1, count: n), caseCount: n)
    else {
      throw .undetermined("some of what is named tells nothing apart that the rest does not")
    }
    let (error, df) = (fitted.whole.residualSumOfSquares, n - model.parameterCount)
    guard error > 1e-20 * moments.sumOfSquares else {
      throw .noVariance(in: "the score of people who are alike in all that is named")
    }
    let effects = try zip(coding.terms, fitted.terms).map { term, squares throws(StatisticsError) in
      try effect(term.name, squares, total: moments.sumOfSquares)
    }
    return Outcome(
      effects: effects,
      adjustedMeans: try adjustedMeans(
        data, coding, fitted.whole, variance: error / Double(df), df: df, centre: moments.mean),
      errorSumOfSquares: error, errorDegrees: df, type: sumOfSquares, account: data.account,
      level: level, hasCovariates: !data.covariates.isEmpty)
  }

  private func effect(
    _ name: String, _ squares: TermSquares, total: Double
  ) throws(StatisticsError) -> Effect {
    let (df1, df2) = (Double(squares.degreesOfFreedom), Double(squares.errorDegrees))
    let (f, n, level) = (squares.f, Double(squares.caseCount), level)
    let (pValue, lower, upper) = try computing { () throws(NumericsError) in
      (
        try FisherF(numerator: df1, denominator: df2).upperTail(f),
        try NoncentralF.noncentrality(
          lowerTail: 1 - level.tail, at: f, numerator: df1, denominator: df2),
        try NoncentralF.noncentrality(
          lowerTail: level.tail, at: f, numerator: df1, denominator: df2)
      )
    }
    return Effect(
      name: name, sumOfSquares: squares.sum, degreesOfFreedom: squares.degreesOfFreedom, f: f,
      pValue: pValue, etaSquared: squares.sum / total,
      partialEtaSquared: squares.partialEtaSquared,
      partialEtaSquaredInterval: ConfidenceInterval(
        level: level, lower: lower / (lower + n), upper: upper / (upper + n)),
      generalizedEtaSquared: squares.generalizedEtaSquared,
      partialOmegaSquared: squares.partialOmegaSquared)
  }

  private func adjustedMeans(
    _ data: FactorialScores, _ coding: EffectCoding, _ model: LeastSquares, variance: Double,
    df: Int, centre: Double
  ) throws(StatisticsError) -> [AdjustedMean] {
    let meansLevel = meansLevel
    let quantile = try computing { () throws(NumericsError) in
      try StudentT(degreesOfFreedom: Double(df)).upperQuantile(meansLevel.tail)
    }
    return data.factors.flatMap { factor in
      factor.levels.indices.map { place in
        let weights: [Double] =
          [1]
          + coding.terms.flatMap { term in
            term.columns.indices.map { column in
              term.factors == [factor.name]
                ? EffectCoding.code(of: place, in: column, levels: factor.levels.count) : 0.0
            }
          }
        let mean = zip(weights, model.coefficients).reduce(centre) { $0 + $1.0 * $1.1 }
        let error = (variance * model.variance(of: weights)).squareRoot()
        return AdjustedMean(
          factor: factor.name, level: factor.levels[place],
          n: factor.places.count { $0 == place }, mean: mean, standardError: error,
          interval: ConfidenceInterval(
            level: meansLevel, lower: mean - quantile * error, upper: mean + quantile * error))
      }
    }
  }
}

extension FactorialScores {
  /// Somebody in every combination, two levels of each factor, covariates that vary.
  func requireTermsToTell() throws(StatisticsError) {
    for factor in factors { try requireTwoLevels(of: factor) }
    if factors.count == 2 {
      let (one, other) = (factors[0], factors[1])
      let found = Set(zip(one.places, other.places).map { [$0, $1] })
      for i in one.levels.indices {
        for j in other.levels.indices where !found.contains([i, j]) {
          throw .undetermined(
            "nobody with a score is in both '\(one.levels[i].inert)' and '\(other.levels[j].inert)'"
          )
        }
      }
    }
    for covariate in covariates where Moments(of: covariate.values).sumOfSquares == 0 {
      throw .noVariance(in: "'\(covariate.name)'")
    }
  }

  /// People in two levels of a factor or more; else says whom there is.
  func requireTwoLevels(of factor: Factor) throws(StatisticsError) {
    guard factor.levels.count < 2 else { return }
    if let level = factor.levels.first {
      throw .undetermined("everybody with a score is in '\(level.inert)' of '\(factor.name)'")
    }
    let names = ([score] + factors.map(\.name) + covariates.map(\.name)).map { "'\($0)'" }
    throw .undetermined(
      "nobody has all of \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])")
  }
}

extension FactorialANOVA.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        FactorialANOVA.about.id, title: FactorialANOVA.about.title,
        columns: [
          Column("term", "term", .text), Column("sum_of_squares", "SS", .number),
          .degreesOfFreedom, .degreesOfFreedomError, .statistic.labelled("F"), .pValue,
          Column("partial_eta_squared", "partial eta²", .bounded),
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
          Column("generalised_eta_squared", "gen. eta²", .bounded),
          Column("partial_omega_squared", "partial omega²", .bounded),
        ],
        rows: effects.map { effect in
          [
            .text(effect.name), .real(effect.sumOfSquares), .count(effect.degreesOfFreedom),
            .count(errorDegrees), .real(effect.f), .real(effect.pValue),
            .real(effect.partialEtaSquared), .real(effect.partialEtaSquaredInterval.lower),
            .real(effect.partialEtaSquaredInterval.upper), .real(effect.generalizedEtaSquared),
            .real(effect.partialOmegaSquared),
          ]
        },
        notes: [
          """
          Type \(type.rawValue) sums of squares; supposes that groups vary alike\
          \(hasCovariates ? " and that covariates go with the score alike in all groups" : ""). \
          \(level.percent) interval of partial eta squared by Steiger's method.
          """,
          "\(account.note).",
        ]),
      Table(
        "adjusted-means", title: "Adjusted means",
        columns: [
          Column("factor", "factor", .text), .group, .cases, .mean, .standardError, .lower, .upper,
        ],
        rows: adjustedMeans.map { mean in
          [
            .text(mean.factor), .text(mean.level), .count(mean.n), .real(mean.mean),
            .real(mean.standardError), .real(mean.interval.lower), .real(mean.interval.upper),
          ]
        },
        notes: [
          """
          Where the levels of the other factor count alike\
          \(hasCovariates ? " and covariates are at their means" : "").
          """
        ]),
    ]
  }
}
