import CGSL

/// The distribution of a ratio of two mean squares of normal deviates: Fisher's F.
public struct FisherF: ContinuousDistribution {
  /// Degrees of freedom of the numerator, more than 0, not only whole ones.
  public let numerator: Double
  /// Degrees of freedom of the denominator, likewise.
  public let denominator: Double

  private static let name = "the F distribution"

  public init(numerator: Double, denominator: Double) throws(NumericsError) {
    self.numerator = try defined(numerator, "the numerator's df", of: Self.name) { $0 > 0 }
    self.denominator = try defined(denominator, "the denominator's df", of: Self.name) { $0 > 0 }
  }

  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    let x = try defined(x, "x", of: Self.name) { _ in true }
    if x <= 0 { return 0 }
    return try GSL.value(Self.name) { gsl_cdf_fdist_P(x, numerator, denominator) }
  }

  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    let x = try defined(x, "x", of: Self.name) { _ in true }
    if x <= 0 { return 1 }
    return try GSL.value(Self.name) { gsl_cdf_fdist_Q(x, numerator, denominator) }
  }

  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    let start = try GSL.value(Self.name) { gsl_cdf_fdist_Pinv(p, numerator, denominator) }
    return try refined(start, reaching: p, tail: lowerTail) { density($0) }
  }

  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    let start = try GSL.value(Self.name) { gsl_cdf_fdist_Qinv(p, numerator, denominator) }
    return try refined(start, reaching: p, tail: upperTail) { -density($0) }
  }

  private func density(_ x: Double) -> Double { gsl_ran_fdist_pdf(x, numerator, denominator) }
}
