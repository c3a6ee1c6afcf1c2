import CGSL

/// The standard normal distribution: mean 0, standard deviation 1.
public struct Normal: ContinuousDistribution {
  private static let name = "the normal distribution"

  public init() {}

  public func lowerTail(_ x: Double) throws(NumericsError) -> Double {
    let x = try defined(x, "x", of: Self.name) { _ in true }
    return try GSL.value(Self.name) { gsl_cdf_ugaussian_P(x) }
  }

  public func upperTail(_ x: Double) throws(NumericsError) -> Double { try lowerTail(-x) }

  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    let start = try GSL.value(Self.name) { gsl_cdf_ugaussian_Pinv(p) }
    return try refined(start, reaching: p, tail: lowerTail) { gsl_ran_ugaussian_pdf($0) }
  }

  /// The height of the bell at `x`; 0 where `x` is infinite.
  public func density(_ x: Double) -> Double { gsl_ran_ugaussian_pdf(x) }

  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double { -(try quantile(p)) }
}
