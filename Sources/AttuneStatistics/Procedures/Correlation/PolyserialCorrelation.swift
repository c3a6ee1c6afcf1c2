public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how far a score goes together with a normal deviate of which only ordered answers are
/// seen.
///
///     P(answer k | z) = Phi((a_k - rho z) / s) - Phi((a_(k-1) - rho z) / s)     s^2 = 1 - rho^2
///     z: the score, standardised (n)        thresholds a: Phi^-1 of the shares of the answers
///     rho: maximises the sum of log P
///
/// Two steps, thresholds first. It supposes that the score and the deviate are normal together;
/// with two answers it is the biserial correlation. It exceeds Pearson's r of the same numbers.
///
/// - Input: Pairs, the score first, the ordered answers second; both varying.
/// - Cautions: `few-cases`, `wide-interval`.
/// - Sources: Olsson, Drasgow & Dorans (1982); SE, the infinitesimal jackknife (Jaeckel 1972).
/// - Checked against: lavaan 0.6-14 `lavCor` (estimate), SE by weights moved one by one in Python;
///   see `PolyserialCorrelationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` where the likelihood rises to
///   a perfect correlation.
public struct PolyserialCorrelation: Procedure {
  public static let about = Method(
    "polyserial", "Polyserial correlation",
    sources: ["doi:10.1007/BF02294164"])

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let estimate: Double
    public let standardError: Double
    public let interval: ConfidenceInterval
    /// Between the answers.
    public let thresholds: [Double]
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    try pairs.requireVariation()
    let curves = try AnswerCurves(pairs)
    let rho = try LatentCorrelation.mostLikely(from: curves.start) { rho throws(NumericsError) in
      try curves.likelihood(rho)
    }
    let error = try computing { () throws(NumericsError) in try curves.standardError(at: rho) }
    try LatentCorrelation.requireError(error)
    let interval = try LatentCorrelation.interval(rho, standardError: error, level)
    return Outcome(
      names: pairs.names, estimate: rho, standardError: error, interval: interval,
      thresholds: curves.thresholds.inner, account: pairs.account,
      cautions: [
        .fewRated(pairs.caseCount),
        .wideInterval(
          .success(interval), of: "'\(pairs.names.first)' with '\(pairs.names.second)'"),
      ].compactMap { $0 })
  }
}

extension PolyserialCorrelation.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        "correlations", title: PolyserialCorrelation.about.title,
        columns: [
          .cases, .estimate.labelled("rho", .bounded), .standardError,
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
        ],
        rows: [
          [
            .count(account.used), .real(estimate), .real(standardError), .real(interval.lower),
            .real(interval.upper),
          ]
        ],
        notes: [
          "\(account.note).",
          """
          Two-step maximum likelihood; interval along Fisher's z, \(interval.level.percent). The \
          score stands first, the ordered answers second.
          """,
        ])
    ]
  }
}
