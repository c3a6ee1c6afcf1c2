import CGSL

/// The distribution of a sum of squared normal deviates whose means are not all 0.
///
///     P(X <= x) = sum over j of Poisson(j; lambda / 2) * P(chi-square with df + 2 j <= x)
///
/// - Sources: Johnson, Kotz & Balakrishnan (1995), chapter 29.
/// - Checked against: mpmath 1.3.0; see `NoncentralFTests`.
public struct NoncentralChiSquare: Sendable {
  /// More than 0, not only whole ones.
  public let degreesOfFreedom: Double
  /// Lambda: the sum of the squared means, 0 or more.
  public let noncentrality: Double

  private static let name = "the noncentral chi-square distribution"

  public init(degreesOfFreedom: Double, noncentrality: Double) throws(NumericsError) {
    self.degreesOfFreedom = try defined(degreesOfFreedom, "df", of: Self.name) { $0 > 0 }
    self.noncentrality = try defined(noncentrality, "lambda", of: Self.name) { $0 >= 0 }
  }

  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    guard x > 0 else { return 0 }
    return try poissonMixture(of: noncentrality / 2) { j throws(NumericsError) in
      try GSL.value(Self.name) { gsl_cdf_chisq_P(x, degreesOfFreedom + 2 * j) }
    }
  }

  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    guard x > 0 else { return 1 }
    return try poissonMixture(of: noncentrality / 2) { j throws(NumericsError) in
      try GSL.value(Self.name) { gsl_cdf_chisq_Q(x, degreesOfFreedom + 2 * j) }
    }
  }

  /// The noncentrality for which the lower tail at `x` is `p`: an end of an interval for it; 0 where
  /// none is small enough.
  public static func noncentrality(
    lowerTail p: Double, at x: Double, degreesOfFreedom: Double
  ) throws(NumericsError) -> Double {
    let p = try probability(p, of: name)
    return try AttuneNumerics.noncentrality(
      lowerTail: p,
      { lambda throws(NumericsError) in
        try NoncentralChiSquare(degreesOfFreedom: degreesOfFreedom, noncentrality: lambda)
          .lowerTail(x)
      }, start: x + 1)
  }
}
