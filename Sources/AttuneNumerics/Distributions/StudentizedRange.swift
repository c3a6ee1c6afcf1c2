import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
    let nu = degreesOfFreedom
    let logScale = nu / 2 * log(nu / 2) - gsl_sf_lngamma(nu / 2) + log(2)
    // Along u = log s: the density times s falls off within some 1 / sqrt(nu) of its peak to the
    // right, and as exp(nu u) to the left, where the tail nears 1 below s = 1 / q.
    let width = 1 / nu.squareRoot()
    let low = min(-12 * width, -log(q) - 45 / nu)
    let high = min(9 * width, 3)
    let panels = Int(((high - low) / min(3 * width, 1.5)).rounded(.up))
    let tail = Self.rule.integral(from: low, to: high, panels: panels) { u in
      let density = exp(logScale + nu * (u - exp(2 * u) / 2))
      return density > 0 ? density * rangeTail(q * exp(u)) : 0
    }
    return min(1, tail)
  }

  /// The value whose upper tail is `p`, `0 < p < 1`.
  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    var high = 4.0
    while upperTail(high) > p { high *= 2 }
    return try root(of: { q throws(NumericsError) in upperTail(q) - p }, from: 0, to: high)
  }

  /// P(range of `count` standard normal deviates > w).
  private func rangeTail(_ w: Double) -> Double {
    let k = count
    return Double(k)
      * Self.rule.integral(from: -8.5, to: 8.5 + min(w, 8.5), panels: 6) { z in
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
