import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The distribution of the largest of several t that share a control group and an estimate of
/// deviation.
///
///     P(max |T_i| > t) = integral over s of f(s) * integral over z of phi(z) * Q(t s, z)
///     Q(w, z) = 1 - product over i of (1 - P(|lambda_i z + sqrt(1 - lambda_i^2) e| > w))
///     corr(T_i, T_j) = lambda_i lambda_j       lambda_i = sqrt(n_i / (n_i + n_0))
///     f(s): density of sqrt(chi-square with df / df)
///
/// Q is found from the tails themselves, so that small probabilities keep their digits. Both
/// integrals by Gauss and Legendre's rule over panels.
///
/// - Sources: Dunnett (1955), doi:10.1080/01621459.1955.10501294.
/// - Checked against: panels written out in NumPy, R 4.2.2 mvtnorm 1.1-3 `pmvt`; see
///   `PairwiseComparisonTests`.
public struct DunnettMaximum: Sendable {
  /// The root of the share of each group's cases in those of itself and the control's.
  public let loadings: [Double]
  /// Of the deviation; more than 0.
  public let degreesOfFreedom: Double

  private static let name = "Dunnett's distribution"
  private static let rule = GaussLegendre(count: 20)

  /// One loading for each group but the control.
  public init(loadings: [Double], degreesOfFreedom: Double) throws(NumericsError) {
    _ = try defined(Double(loadings.count), "k", of: Self.name) { $0 >= 1 }
    for loading in loadings {
      _ = try defined(loading, "lambda", of: Self.name) { 0 < $0 && $0 < 1 }
    }
    self.loadings = loadings
    self.degreesOfFreedom = try defined(degreesOfFreedom, "df", of: Self.name) { $0 > 0 }
  }

  /// The probability that the largest in size lies above `t`.
  public func upperTail(_ t: Double) -> Double {
    guard t > 0 else { return 1 }
    return EstimatedDeviation(degreesOfFreedom: degreesOfFreedom).upperTail(t, known: knownTail)
  }

  /// The value whose upper tail is `p`, `0 < p < 1`.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try AttuneNumerics.upperQuantile(p, of: Self.name, tail: upperTail)
  }

  /// The same where the deviation is known.
  private func knownTail(_ w: Double) -> Double {
    let rests = loadings.map { (1 - $0 * $0).squareRoot() }
    let sharpest = rests.min() ?? 1
    // Far out the mass of both factors lies around z = lambda w.
    let reach = 8.5 + min((loadings.max() ?? 0) * w, 40)
    let panels = Int((reach / (2.2 * max(sharpest, 0.1))).rounded(.up))
    // The product is the same for z and -z.
    return 2
      * Self.rule.integral(from: 0, to: reach, panels: panels) { z in
        var logarithm = 0.0
        for (loading, rest) in zip(loadings, rests) {
          let outside =
            gsl_cdf_ugaussian_Q((w - loading * z) / rest)
            + gsl_cdf_ugaussian_Q((w + loading * z) / rest)
          logarithm += log1p(-min(outside, 1))
        }
        return gsl_ran_ugaussian_pdf(z) * -expm1(logarithm)
      }
  }
}
