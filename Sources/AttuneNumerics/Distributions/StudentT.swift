import CGSL

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The distribution of a mean in units of its estimated standard error: Student's t.
///
///     P(T > t) = P(F > t^2) / 2        for t >= 0, F with 1 and df degrees of freedom
///
/// The tails go through F because the library's own lose digits above 30 degrees of freedom (a
/// relative error of 3e-7 at t = 15, df = 31).
public struct StudentT: ContinuousDistribution {
  /// More than 0, not only whole ones.
  public let degreesOfFreedom: Double
  private let square: FisherF

  private static let name = "the t distribution"

  public init(degreesOfFreedom: Double) throws(NumericsError) {
    self.degreesOfFreedom = try defined(degreesOfFreedom, "df", of: Self.name) { $0 > 0 }
    square = try FisherF(numerator: 1, denominator: degreesOfFreedom)
  }

  public func lowerTail(_ t: Double) throws(NumericsError) -> Double { try upperTail(-t) }

  public func upperTail(_ t: Double) throws(NumericsError) -> Double {
    let t = try defined(t, "t", of: Self.name) { _ in true }
    // Beyond the largest square there is nothing left that a double could hold.
    guard (t * t).isFinite else { return t > 0 ? 0 : 1 }
    return t > 0 ? try square.upperTail(t * t) / 2 : 0.5 + (try square.lowerTail(t * t)) / 2
  }

  /// The logarithm of the upper tail, also where the tail itself is too small to hold.
  func logUpperTail(_ t: Double) throws(NumericsError) -> Double {
    guard t > 5, (t * t).isFinite else { return log(try upperTail(t)) }
    return try square.logUpperTail(t * t) - log(2)
  }

  public func quantile(_ p: Double) throws(NumericsError) -> Double { -(try upperQuantile(p)) }

  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    if p == 0.5 { return 0 }
    let start = try GSL.value(Self.name) { gsl_cdf_tdist_Qinv(p, degreesOfFreedom) }
    return try refined(start, reaching: p, tail: upperTail) {
      -gsl_ran_tdist_pdf($0, degreesOfFreedom)
    }
  }
}
