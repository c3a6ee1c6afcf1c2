import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a tail becomes where it is taken in units of an estimated standard deviation.
///
///     P = integral over s of f(s) * tail(x s)        f: density of sqrt(chi-square with df / df)
///
/// The outer integral of Tukey's and of Dunnett's distribution, by Gauss and Legendre's rule over
/// panels along u = log s.
struct EstimatedDeviation: Sendable {
  let degreesOfFreedom: Double

  private static let rule = GaussLegendre(count: 20)

  /// The upper tail at `x > 0`, where `tail` is that of a known deviation and nears 1 towards 0.
  func upperTail(_ x: Double, known tail: (Double) -> Double) -> Double {
    let nu = degreesOfFreedom
    // By Stirling's remainder and around the peak, so that many degrees of freedom cost no digits.
    let scale = (nu / Double.pi).squareRoot() / gsl_sf_gammastar(nu / 2)
    // The density times s falls off within some 1 / sqrt(nu) of its peak to the right, and as
    // exp(nu u) to the left, where the tail nears 1 below s = 1 / x.
    let width = 1 / nu.squareRoot()
    let low = min(-12 * width, -log(x) - 45 / nu)
    let high = min(9 * width, 3)
    let panels = Int(((high - low) / min(3 * width, 1.5)).rounded(.up))
    let sum = Self.rule.integral(from: low, to: high, panels: panels) { u in
      let density = scale * exp(nu * (u - expm1(2 * u) / 2))
      return density > 0 ? density * tail(x * exp(u)) : 0
    }
    return min(1, sum)
  }
}

/// The value whose upper tail is `p`, `0 < p < 1`, of what is never below 0.
func upperQuantile(
  _ p: Double, of name: String, tail: (Double) -> Double
) throws(NumericsError) -> Double {
  let p = try probability(p, of: name)
  var high = 4.0
  while tail(high) > p { high *= 2 }
  return try root(of: { x throws(NumericsError) in tail(x) - p }, from: 0, to: high)
}
