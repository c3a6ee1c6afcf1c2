public import AttuneData
import AttuneNumerics

/// Estimates how much more often two cases stand the same way round on both scores than the other
/// way: tau-b, which allows for ties.
///
///     tau = (P - Q) / sqrt((N - Tx) (N - Ty))        N = n (n - 1) / 2
///
/// P and Q: pairs of cases that stand the same way and the other way round; Tx, Ty: pairs that tie.
/// From -1 to 1. Smaller than Spearman's for the same data, and steadier in small samples.
///
/// p is exact without ties below 50 cases, as in R; else it is normal, the variance of P - Q being
/// that given the ties, without a correction for continuity.
///
/// - Input: Pairs, `n >= 2`, both varying; an interval takes 5.
/// - Cautions: `few-cases`, `wide-interval`.
/// - Sources: Kendall (1945); counting, Knight (1966); interval, Fieller, Hartley & Pearson (1957).
/// - Checked against: R 4.2.2 `cor.test`, scipy 1.17.1 `kendalltau`; see `CorrelationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct KendallCorrelation: Procedure {
  public static let about = Method(
    "kendall", "Kendall's tau-b",
    sources: [
      "doi:10.1093/biomet/33.3.239", "doi:10.1080/01621459.1966.10480879",
      "doi:10.1093/biomet/44.3-4.470",
    ])

  public var level = ConfidenceLevel.percent95
  public var interval = CorrelationInterval.fisher
  /// For a bootstrap interval.
  public var resampling = Resampling()

  public init() {}

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Correlation {
    try pairs.requireVariation()
    let concordance = Concordance(pairs.values.first, pairs.values.second)
    guard let tau = concordance.tau else { throw .noVariance(in: "one of the scores") }
    let n = pairs.caseCount
    return Correlation(
      Self.about, of: pairs, estimate: tau,
      interval: Result { () throws(StatisticsError) in
        try interval.limits(
          around: tau, of: pairs, by: { Concordance($0, $1).tau },
          standardError: { () throws(StatisticsError) in
            guard n > 4 else { throw .tooFew(.cases, found: n, needed: 5) }
            return (0.437 / Double(n - 4)).squareRoot()
          }, level: level, resampling: resampling)
      },
      intervalMethod: interval.note("Fieller-Hartley-Pearson interval", level, resampling),
      test: concordance.hasTies || n >= 50
        ? try .byNormal(concordance) : .exact(concordance))
  }
}

extension Correlation.Test {
  fileprivate static func byNormal(
    _ concordance: Concordance
  ) throws(StatisticsError) -> Correlation.Test {
    let z = Double(concordance.score) / concordance.variance.squareRoot()
    let p = try computing { () throws(NumericsError) in
      min(1, 2 * (try Normal().upperTail(abs(z))))
    }
    return Correlation.Test(
      statistic: .value(z), degreesOfFreedom: .unavailable("a normal deviate has none"),
      pValue: .value(p), words: "p: normal, variance given the ties")
  }

  fileprivate static func exact(_ concordance: Concordance) -> Correlation.Test {
    let none = Quantity.unavailable("p is exact and needs none")
    // The tail of as few inversions, or by symmetry of as many.
    let pairs = concordance.pairs
    let inversions = (pairs - abs(concordance.score)) / 2
    let tail = InversionCount(things: concordance.n).lowerTail(inversions)
    return Correlation.Test(
      statistic: none, degreesOfFreedom: none, pValue: .value(min(1, 2 * tail)),
      words: "p: exact, over all orders")
  }
}
