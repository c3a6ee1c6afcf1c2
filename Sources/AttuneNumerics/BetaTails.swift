import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Both tails of the beta distribution: the regularised incomplete beta function and its
/// complement.
///
///     lower = x^a * y^b / B(a, b) * continued fraction        x + y = 1, x at most the mean
///
/// Both parts are written around the mean `a / (a + b)`: the factor with the remainders of
/// Stirling's formula (Loader 2000, "Fast and accurate computation of binomial probabilities"), the
/// fraction as in Didonato & Morris (1992, doi:10.1145/131766.131776, BFRAC). Large parameters then
/// cost no digits, where the library's own function loses 1e-12 and more.
struct BetaTails {
  let lower: Double
  let upper: Double

  /// The tails at `x`, with what the caller may know of it to more digits than can be computed
  /// here.
  ///
  /// That is `y`, which is `1 - x`, and `excess`, which is `x * b - y * a` and 0 at the mean.
  init(a: Double, b: Double, x: Double, y: Double, excess: Double) throws(NumericsError) {
    if excess < 0 {
      lower = try Self.tail(a, b, x, y, excess)
      upper = 1 - lower
    } else {
      upper = try Self.tail(b, a, y, x, -excess)
      lower = 1 - upper
    }
  }

  private static let name = "the incomplete beta function"

  /// The logarithm of the lower tail below the mean, where the tail itself may be too small to hold.
  static func logLower(
    a: Double, b: Double, x: Double, y: Double, excess: Double
  ) throws(NumericsError) -> Double {
    precondition(excess < 0, "the small tail is asked for")
    let (factor, exponent) = try parts(a, b, x, y, excess)
    return log(factor) + exponent
  }

  private static func tail(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double, _ excess: Double
  ) throws(NumericsError) -> Double {
    let (factor, exponent) = try parts(a, b, x, y, excess)
    return factor * exp(exponent)
  }

  /// The tail is `factor * exp(exponent)`.
  private static func parts(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double, _ excess: Double
  ) throws(NumericsError) -> (factor: Double, exponent: Double) {
    let exponent = power(a, x * (a + b) / a, excess / a) + power(b, y * (a + b) / b, -excess / b)
    let stirling = try GSL.value(name) { gsl_sf_gammastar_e(a + b, &$0) }
    let stirlingA = try GSL.value(name) { gsl_sf_gammastar_e(a, &$0) }
    let stirlingB = try GSL.value(name) { gsl_sf_gammastar_e(b, &$0) }
    let front = (a / (a + b) * b / (2 * Double.pi)).squareRoot()
    let fraction = try continuedFraction(a, b, x, y, excess)
    return (front * stirling / (stirlingA * stirlingB) * fraction, exponent)
  }

  /// `n * (log(ratio) - e)` with `ratio = 1 + e`; the terms `n * e` of the two powers cancel.
  private static func power(_ n: Double, _ ratio: Double, _ e: Double) -> Double {
    e.magnitude < 0.5 ? n * gsl_sf_log_1plusx_mx(e) : n * (log(ratio) - e)
  }

  /// The even part of the fraction of DLMF 8.17.22, by its forward recurrence; it takes about the
  /// root of the larger parameter in steps.
  private static func continuedFraction(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double, _ excess: Double
  ) throws(NumericsError) -> Double {
    let c = 1 - excess
    let c1 = 1 + 1 / a
    var p = 1.0
    var s = a + 1
    var (oldNumerator, oldDenominator) = (0.0, 1.0)
    var (numerator, denominator) = (1.0, c / c1)
    var fraction = c1 / c
    for step in 1...200_000 {
      let n = Double(step)
      let t = n / a
      let w = n * (b - n) * x
      let alpha = p * (p + b / a) * (a / s) * (a / s) * w * x
      let beta = n + w / s + (1 + t) / (c1 + 2 * t) * (c + n * (1 + y))
      p = 1 + t
      s += 2
      (oldNumerator, numerator) = (numerator, alpha * oldNumerator + beta * numerator)
      (oldDenominator, denominator) = (denominator, alpha * oldDenominator + beta * denominator)
      let next = numerator / denominator
      if (next - fraction).magnitude <= 0x1p-52 * next { return next }
      fraction = next
      // Only the ratio counts; it is kept from overflowing.
      oldNumerator /= denominator
      oldDenominator /= denominator
      (numerator, denominator) = (next, 1)
    }
    throw .noConvergence(function: name)
  }
}
