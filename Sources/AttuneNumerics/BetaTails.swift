import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Both tails of the beta distribution: the regularised incomplete beta function and its complement.
///
///     lower = x^a * y^b / (a * B(a, b)) * continued fraction        x + y = 1
///
/// The factor before the fraction is written around the mean `a / (a + b)`, with the remainders of
/// Stirling's formula (Loader 2000, "Fast and accurate computation of binomial probabilities"): large
/// parameters then cost no digits, where the library's own function loses 1e-12 and more.
struct BetaTails {
  let lower: Double
  let upper: Double

  /// - Parameters:
  ///   - x: From 0 to 1.
  ///   - y: `1 - x`, which the caller may know to more digits.
  ///   - excess: `x * b - y * a`, likewise; 0 at the mean.
  init(a: Double, b: Double, x: Double, y: Double, excess: Double) throws(NumericsError) {
    if x < (a + 1) / (a + b + 2) {
      lower = try Self.tail(a, b, x, y, excess)
      upper = 1 - lower
    } else {
      upper = try Self.tail(b, a, y, x, -excess)
      lower = 1 - upper
    }
  }

  private static let name = "the incomplete beta function"

  private static func tail(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double, _ excess: Double
  ) throws(NumericsError) -> Double {
    let exponent = power(a, x * (a + b) / a, excess / a) + power(b, y * (a + b) / b, -excess / b)
    let stirling = try GSL.value(name) { gsl_sf_gammastar_e(a + b, &$0) }
    let stirlingA = try GSL.value(name) { gsl_sf_gammastar_e(a, &$0) }
    let stirlingB = try GSL.value(name) { gsl_sf_gammastar_e(b, &$0) }
    let front = (b / (a * (a + b) * 2 * Double.pi)).squareRoot()
    return front * exp(exponent) * stirling / (stirlingA * stirlingB)
      * (try continuedFraction(a, b, x))
  }

  /// `n * (log(ratio) - e)` with `ratio = 1 + e`; the terms `n * e` of the two powers cancel.
  private static func power(_ n: Double, _ ratio: Double, _ e: Double) -> Double {
    e.magnitude < 0.5 ? n * gsl_sf_log_1plusx_mx(e) : n * (log(ratio) - e)
  }

  /// Lentz's method for the fraction of DLMF 8.17.22; it takes about the root of the larger
  /// parameter in steps.
  private static func continuedFraction(
    _ a: Double, _ b: Double, _ x: Double
  ) throws(NumericsError) -> Double {
    let floor = 1e-300
    func awayFromZero(_ value: Double) -> Double { value.magnitude < floor ? floor : value }
    var c = 1.0
    var d = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...200_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / awayFromZero(1 + even * d)
      c = awayFromZero(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / awayFromZero(1 + odd * d)
      c = awayFromZero(1 + odd / c)
      fraction *= d * c
      if (d * c - 1).magnitude <= 0x1p-52 { return fraction }
    }
    throw .noConvergence(function: name)
  }
}
