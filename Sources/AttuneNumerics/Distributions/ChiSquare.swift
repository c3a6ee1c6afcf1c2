import CGSL

/// The distribution of a sum of squared standard normal deviates.
public struct ChiSquare: ContinuousDistribution {
  /// More than 0, not only whole ones.
  public let degreesOfFreedom: Double

  private static let name = "the chi-square distribution"

  public init(degreesOfFreedom: Double) throws(NumericsError) {
    self.degreesOfFreedom = try defined(degreesOfFreedom, "df", of: Self.name) { $0 > 0 }
  }

  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    let x = try defined(x, "x", of: Self.name) { _ in true }
    if x <= 0 { return 0 }
    return try GSL.value(Self.name) { gsl_cdf_chisq_P(x, degreesOfFreedom) }
  }

  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    let x = try defined(x, "x", of: Self.name) { _ in true }
    if x <= 0 { return 1 }
    return try GSL.value(Self.name) { gsl_cdf_chisq_Q(x, degreesOfFreedom) }
  }

  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    let start = try GSL.value(Self.name) { gsl_cdf_chisq_Pinv(p, degreesOfFreedom) }
    return try refined(start, reaching: p, tail: lowerTail) { density($0) }
  }

  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    let start = try GSL.value(Self.name) { gsl_cdf_chisq_Qinv(p, degreesOfFreedom) }
    return try refined(start, reaching: p, tail: upperTail) { -density($0) }
  }

  private func density(_ x: Double) -> Double { gsl_ran_chisq_pdf(x, degreesOfFreedom) }
}
