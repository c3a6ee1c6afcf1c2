import CGSL

/// The distribution of the range of several normal deviates over an estimate of their deviation.
///
///     P(Q > q) = integral over s of f(s) * R(q s)
///     R(w) = k * integral over z of phi(z) * (Phi(z)^(k-1) - (Phi(z) - Phi(z - w))^(k-1))
///     f(s): density of sqrt(chi-square with df / df)
///
/// The difference of powers is (Phi(z - w)) * sum of a^i b^(k-2-i), so that small tails keep their
/// digits. Both integrals by Gauss and Legendre's rule over panels.
///
/// - Sources: Tukey (1953); for the rule, Copenhaver & Holland (1988),
///   doi:10.1080/00949658808811082.
/// - Checked against: mpmath 1.3.0 and scipy 1.17; see `StudentizedRangeTests`.
public struct StudentizedRange: Sendable {
  /// Two or more.
  public let count: Int
  /// Of the deviation; more than 0, infinite where it is known.
  public let degreesOfFreedom: Double

  private static let name = "the studentised range"
  private static let rule = GaussLegendre(count: 20)

  public init(count: Int, degreesOfFreedom: Double) throws(NumericsError) {
    _ = try defined(Double(count), "k", of: Self.name) { $0 >= 2 }
    guard degreesOfFreedom > 0 else {
      throw .undefined(function: Self.name, argument: "df", value: degreesOfFreedom)
    }
    self.count = count
    self.degreesOfFreedom = degreesOfFreedom
  }

  public func upperTail(_ q: Double) -> Double {
    guard q > 0 else { return 1 }
    guard degreesOfFreedom.isFinite else { return min(1, rangeTail(q)) }
    return EstimatedDeviation(degreesOfFreedom: degreesOfFreedom).upperTail(q, known: rangeTail)
  }

  /// The value whose upper tail is `p`, `0 < p < 1`.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    try AttuneNumerics.upperQuantile(p, of: Self.name, tail: upperTail)
  }

  /// P(range of `count` standard normal deviates > w).
  private func rangeTail(_ w: Double) -> Double {
    let k = count
    // Far out all is within 8.5 of w / 2: phi(z) Phi(z - w) falls as exp(-(z - w / 2)^2).
    let low = w > 17 ? w / 2 - 8.5 : -8.5
    return Double(k)
      * Self.rule.integral(from: low, to: 8.5 + min(w, max(w / 2, 8.5)), panels: 6) { z in
        let (a, c) = (gsl_cdf_ugaussian_P(z), gsl_cdf_ugaussian_P(z - w))
        let b = a - c
        // a^(k-1) - b^(k-1), with c = a - b taken out.
        var (sum, power) = (0.0, 1.0)
        for _ in 0..<k - 1 {
          sum = sum * b + power
          power *= a
        }
        return gsl_ran_ugaussian_pdf(z) * c * sum
      }
  }
}
