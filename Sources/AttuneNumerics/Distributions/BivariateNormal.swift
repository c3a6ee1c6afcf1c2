import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Two standard normal deviates with a correlation.
///
///     P(X > h, Y > k) = Phi(-h) Phi(-k) + 1/(2 pi) * integral of exp(-q(t)) dt, t from 0 to asin r
///     q(t) = (h^2 + k^2 - 2 h k sin t) / (2 cos^2 t)
///
/// Near a perfect correlation that integrand has an edge; there the distance to the perfect one is
/// integrated instead, less a part that is known in closed form. Right to 1e-15 or better in
/// absolute terms.
///
/// - Sources: Drezner & Wesolowsky (1990), doi:10.1080/00949659008811236; Genz (2004),
///   doi:10.1023/B:STCO.0000035304.20635.31.
/// - Checked against: mpmath 1.3.0, 40 digits; see `BivariateNormalTests`.
public struct BivariateNormal: Sendable {
  /// From -1 to 1.
  public let correlation: Double

  private static let name = "the bivariate normal distribution"
  private static let rule = GaussLegendre(count: 20)

  public init(correlation: Double) throws(NumericsError) {
    self.correlation = try defined(correlation, "r", of: Self.name) { abs($0) <= 1 }
  }

  /// The probability that both lie at or below their limits, which may be infinite.
  public func lowerTail(_ x: Double, _ y: Double) -> Double {
    precondition(!x.isNaN && !y.isNaN, "a limit is a number or infinite")
    if x == -.infinity || y == -.infinity { return 0 }
    if x == .infinity { return gsl_cdf_ugaussian_P(y) }
    if y == .infinity { return gsl_cdf_ugaussian_P(x) }
    let tail =
      abs(correlation) < 0.925 ? upperTailByAngle(-x, -y) : upperTailByDistance(-x, -y)
    return min(max(tail, 0), 1)
  }

  /// The density at a point; 0 where a coordinate is infinite.
  ///
  /// The correlation is not perfect.
  public func density(_ x: Double, _ y: Double) -> Double {
    guard x.isFinite, y.isFinite else { return 0 }
    let rest = (1 - correlation) * (1 + correlation)
    let square = (x - y) * (x - y) + 2 * x * y * (1 - correlation)
    return exp(-square / (2 * rest)) / (2 * .pi * rest.squareRoot())
  }

  private func upperTailByAngle(_ h: Double, _ k: Double) -> Double {
    let half = asin(correlation) / 2
    let squares = (h * h + k * k) / 2
    let sum = Self.rule.points.reduce(0) { sum, point in
      let sine = sin(half * (1 + point.x))
      return sum + point.weight * exp((h * k * sine - squares) / ((1 - sine) * (1 + sine)))
    }
    return gsl_cdf_ugaussian_P(-h) * gsl_cdf_ugaussian_P(-k) + sum * half / (2 * .pi)
  }

  /// The same from the perfect correlation back.
  ///
  /// Along s = sqrt(1 - t^2) the integrand is
  ///
  ///     exp(-(h - k)^2 / (2 s^2) - h k / (1 + t)) / t        t = sqrt(1 - s^2)
  ///
  /// of which exp(-(h - k)^2 / (2 s^2) - h k / 2) (1 + c s^2 + c d s^4) is taken off beforehand.
  private func upperTailByDistance(_ h: Double, _ k: Double) -> Double {
    let sign: Double = correlation < 0 ? -1 : 1
    let k = sign * k
    let product = h * k
    let perfect =
      sign > 0
      ? gsl_cdf_ugaussian_P(-max(h, k))
      : max(0, gsl_cdf_ugaussian_P(-h) - gsl_cdf_ugaussian_P(-k))
    let square = (1 - abs(correlation)) * (1 + abs(correlation))
    guard square > 0 else { return perfect }
    let reach = square.squareRoot()
    let gap = (h - k) * (h - k)
    let c = (4 - product) / 8
    let d = (12 - product) / 16

    let exponent = -(gap / square + product) / 2
    var sum =
      reach * exp(exponent)
      * (1 - c * (gap - square) * (1 - d * gap / 5) / 3 + c * d * square * square / 5)
    if product > -1400 {
      let width = gap.squareRoot()
      sum -=
        exp(-product / 2) * (2 * Double.pi).squareRoot() * gsl_cdf_ugaussian_P(-width / reach)
        * width * (1 - c * gap * (1 - d * gap / 5) / 3)
    }
    for point in Self.rule.points {
      let s = reach / 2 * (1 + point.x)
      let t = ((1 - s) * (1 + s)).squareRoot()
      let exponent = -(gap / (s * s) + product) / 2
      guard exponent > -700 else { continue }
      // h k / 2 - h k / (1 + t) = -h k s^2 / (2 (1 + t)^2)
      let rest =
        exp(-product * s * s / (2 * (1 + t) * (1 + t))) / t - (1 + c * s * s * (1 + d * s * s))
      sum += reach / 2 * point.weight * exp(exponent) * rest
    }
    return perfect - sign * sum / (2 * .pi)
  }
}
