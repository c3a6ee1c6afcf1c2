import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The distribution of a mean that is not 0, in units of its estimated standard error.
///
///     P(T <= t) = integral over u of f(u) * Phi(t * exp(u) - delta)
///     f(u) = exp(df * (u - (exp(2u) - 1) / 2)) / (sqrt(pi / df) * gammastar(df / 2))
///
/// where `exp(u)` is the estimated standard deviation over the true one. The integrand is positive,
/// has one peak and is analytic, so that the trapezoidal rule gives both tails to nearly all digits
/// (Trefethen & Weideman 2014, doi:10.1137/130932132), where the customary series (Lenth 1989,
/// AS 243) cancels. The relative error is below 1e-12 in either tail down to 1e-40.
public struct NoncentralT: Sendable {
  /// More than 0, not only whole ones.
  public let degreesOfFreedom: Double
  /// Delta: the true mean in units of its standard error.
  public let noncentrality: Double

  private static let name = "the noncentral t distribution"

  public init(degreesOfFreedom: Double, noncentrality: Double) throws(NumericsError) {
    self.degreesOfFreedom = try defined(degreesOfFreedom, "df", of: Self.name) { $0 > 0 }
    self.noncentrality = try defined(noncentrality, "delta", of: Self.name) { _ in true }
  }

  public func upperTail(_ t: Double) throws(NumericsError) -> Double {
    try NoncentralT(degreesOfFreedom: degreesOfFreedom, noncentrality: -noncentrality)
      .lowerTail(-t)
  }

  public func lowerTail(_ t: Double) throws(NumericsError) -> Double {
    let t = try defined(t, "t", of: Self.name) { _ in true }
    let nu = degreesOfFreedom
    let reach = (2 * nu + min(t * t, noncentrality * noncentrality)).squareRoot()
    // Here the normal part would be a step in the middle of the peak.
    if t.sign == noncentrality.sign, reach > 100 * nu.squareRoot(), reach > 100 {
      return try tailOverNormal(t)
    }

    let scale = try GSL.value(Self.name) { gsl_sf_gammastar_e(nu / 2, &$0) }
    let integrand = { (u: Double) -> Double in
      exp(nu * (u - expm1(2 * u) / 2)) * gsl_cdf_ugaussian_P(t * exp(u) - noncentrality)
    }
    // Three quarters of the peak's deviation: the first halving then gives all digits.
    let step = min(0.75 / reach, 0.25)
    let peak = peak(for: t, within: step / 8)
    let height = integrand(peak)
    guard height > 0 else { return 0 }
    let integral = try trapezoid(
      integrand, from: end(of: integrand, from: peak, step: -step, below: height),
      to: end(of: integrand, from: peak, step: step, below: height), step: step)
    return integral / (scale * (Double.pi / nu).squareRoot())
  }

  /// The lower tail where `t` and `delta` are large and of one sign, integrated over the normal
  /// part.
  ///
  ///     P(T <= t) = integral over z of phi(z) * P(S >= (z + delta) / t)        for t > 0
  private func tailOverNormal(_ t: Double) throws(NumericsError) -> Double {
    let square = try ChiSquare(degreesOfFreedom: degreesOfFreedom)
    var sum = 0.0
    // Smooth on the scale of 1 and below 1e-16 at the ends: a quarter is a fine step.
    for index in -56...56 {
      let z = Double(index) / 4
      let ratio = (z + noncentrality) / t
      let x = degreesOfFreedom * ratio * ratio
      let tail = t > 0 ? try square.upperTail(x) : try square.lowerTail(x)
      sum += gsl_ran_ugaussian_pdf(z) * tail / 4
    }
    return sum
  }

  /// The value whose lower tail is `p`, `0 < p < 1`.
  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    let excess = { (t: Double) throws(NumericsError) -> Double in
      // The smaller tail has the digits.
      p < 0.5 ? try lowerTail(t) - p : (1 - p) - (try upperTail(t))
    }
    return try root(
      of: excess, isRising: true, near: noncentrality, within: 4 + noncentrality.magnitude / 2)
  }

  /// The noncentrality for which the lower tail at `t` is `p`: an end of an interval for it.
  ///
  /// The lower tail falls as the noncentrality grows, so that there is one answer.
  public static func noncentrality(
    lowerTail p: Double, at t: Double, degreesOfFreedom: Double
  ) throws(NumericsError) -> Double {
    let p = try probability(p, of: name)
    let excess = { (delta: Double) throws(NumericsError) -> Double in
      let distribution = try NoncentralT(
        degreesOfFreedom: degreesOfFreedom, noncentrality: delta)
      // The smaller tail has the digits.
      return p < 0.5 ? try distribution.lowerTail(t) - p : (1 - p) - (try distribution.upperTail(t))
    }
    // As if the estimated standard deviation were normal, which it nearly is.
    let spread = hypot(1, t / (2 * degreesOfFreedom).squareRoot())
    let guess = t - (try Normal().quantile(p)) * spread
    return try root(
      of: excess, isRising: false, near: guess,
      within: 0.01 + (1 + t.magnitude) / degreesOfFreedom)
  }

  /// Where the integrand is largest.
  ///
  /// The slope of its logarithm falls through 0 once: on each side of
  /// `t * hazard = df * (exp(u) - exp(-u))` the left falls and the right grows.
  private func peak(for t: Double, within width: Double) -> Double {
    let slope = { (u: Double) -> Double in
      t * gsl_sf_hazard(noncentrality - t * exp(u)) - degreesOfFreedom * (exp(u) - exp(-u))
    }
    var low = -1.0
    while slope(low) < 0 { low *= 2 }
    var high = 1.0
    while slope(high) > 0 { high *= 2 }
    // A rough peak will do: it only centres the sum.
    while high - low > max(width, low.magnitude.ulp) {
      let middle = (low + high) / 2
      if slope(middle) > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// A place from which on the integrand is too small to count.
  private func end(
    of integrand: (Double) -> Double, from peak: Double, step: Double, below height: Double
  ) -> Double {
    var step = step
    var u = peak + step
    while integrand(u) > height * 1e-20 {
      step *= 1.5
      u += step
    }
    return u
  }

  /// The trapezoidal rule with the step halved until two sums agree.
  ///
  /// Each halving squares the error, so the last sum is better than the agreement shows.
  private func trapezoid(
    _ f: (Double) -> Double, from low: Double, to high: Double, step: Double
  ) throws(NumericsError) -> Double {
    let steps = ((high - low) / step).rounded(.up)
    // Only far below one degree of freedom does the integrand reach so far.
    guard steps < 1e6 else { throw .noConvergence(function: Self.name) }
    var count = max(16, Int(steps))
    var h = (high - low) / Double(count)
    var sum = (1..<count).reduce(0) { $0 + f(low + Double($1) * h) }
    for _ in 0..<12 {
      let middles = (0..<count).reduce(0) { $0 + f(low + (Double($1) + 0.5) * h) }
      let agrees = abs(middles - sum) <= 1e-10 * sum
      sum += middles
      count *= 2
      h /= 2
      if agrees { return sum * h }
    }
    throw .noConvergence(function: Self.name)
  }
}
