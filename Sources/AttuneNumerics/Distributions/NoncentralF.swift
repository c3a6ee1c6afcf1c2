import CGSL

/// The distribution of F where the means do differ.
///
///     P(F <= x) = sum over j of Poisson(j; lambda / 2) * I_z(df1 / 2 + j, df2 / 2)
///     z = df1 x / (df1 x + df2)
///
/// - Sources: Johnson, Kotz & Balakrishnan (1995), chapter 30.
/// - Checked against: mpmath 1.3.0; see `NoncentralFTests`.
public struct NoncentralF: Sendable {
  /// More than 0, not only whole ones.
  public let numerator: Double
  public let denominator: Double
  /// Lambda: the sum of squared standardised effects, 0 or more.
  public let noncentrality: Double

  private static let name = "the noncentral F distribution"

  public init(
    numerator: Double, denominator: Double, noncentrality: Double
  ) throws(NumericsError) {
    self.numerator = try defined(numerator, "df1", of: Self.name) { $0 > 0 }
    self.denominator = try defined(denominator, "df2", of: Self.name) { $0 > 0 }
    self.noncentrality = try defined(noncentrality, "lambda", of: Self.name) { $0 >= 0 }
  }

  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    guard x > 0 else { return 0 }
    let z = numerator * x / (numerator * x + denominator)
    return try poissonMixture(of: noncentrality / 2) { j throws(NumericsError) in
      try GSL.value(Self.name) { gsl_cdf_beta_P(z, numerator / 2 + j, denominator / 2) }
    }
  }

  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    guard x > 0 else { return 1 }
    let z = numerator * x / (numerator * x + denominator)
    return try poissonMixture(of: noncentrality / 2) { j throws(NumericsError) in
      try GSL.value(Self.name) { gsl_cdf_beta_Q(z, numerator / 2 + j, denominator / 2) }
    }
  }

  /// The noncentrality for which the lower tail at `x` is `p`: an end of an interval for it; 0 where
  /// none is small enough.
  public static func noncentrality(
    lowerTail p: Double, at x: Double, numerator: Double, denominator: Double
  ) throws(NumericsError) -> Double {
    let p = try probability(p, of: name)
    return try AttuneNumerics.noncentrality(
      lowerTail: p,
      { lambda throws(NumericsError) in
        try NoncentralF(numerator: numerator, denominator: denominator, noncentrality: lambda)
          .lowerTail(x)
      }, start: numerator * x + 1)
  }
}
