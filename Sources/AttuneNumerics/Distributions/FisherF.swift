#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The distribution of a ratio of two mean squares of normal deviates: Fisher's F.
///
/// The library's own tails lose digits in large samples and its quantiles may not converge; both go
/// through `BetaTails`.
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
    return x <= 0 ? 0 : try tails(x).lower
  }

  public func upperTail(_ x: Double) throws(NumericsError) -> Double {
    let x = try defined(x, "x", of: Self.name) { _ in true }
    return x <= 0 ? 1 : try tails(x).upper
  }

  /// The logarithm of the upper tail above the mean of the beta that F is a form of, where the tail
  /// itself may be too small to hold.
  func logUpperTail(_ x: Double) throws(NumericsError) -> Double {
    let (share, rest, excess) = places(try defined(x, "x", of: Self.name) { $0 > 1 })
    return try BetaTails.logLower(
      a: denominator / 2, b: numerator / 2, x: rest, y: share, excess: -excess)
  }

  public func quantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    return try place { x throws(NumericsError) in try tails(x).lower - p }
  }

  public func upperQuantile(_ p: Double) throws(NumericsError) -> Double {
    let p = try probability(p, of: Self.name)
    return try place { x throws(NumericsError) in p - (try tails(x).upper) }
  }

  private func tails(_ x: Double) throws(NumericsError) -> BetaTails {
    let (share, rest, excess) = places(x)
    return try BetaTails(a: numerator / 2, b: denominator / 2, x: share, y: rest, excess: excess)
  }

  /// Where `x` lies for the beta distribution, seen from both of its ends and from its mean.
  private func places(_ x: Double) -> (share: Double, rest: Double, excess: Double) {
    // Divided by the larger part, so that nothing overflows.
    let ratio = numerator * x / denominator
    let share = ratio < 1 ? ratio / (1 + ratio) : 1 / (1 + 1 / ratio)
    let rest = ratio < 1 ? 1 / (1 + ratio) : 1 / ratio / (1 + 1 / ratio)
    return (
      share, rest,
      x < 1 ? numerator / 2 * (x - 1) * rest : denominator / 2 * (1 - 1 / x) * share
    )
  }

  /// Where `excess`, which rises with x, passes 0; sought on the logarithm of x.
  private func place(
    _ excess: (Double) throws(NumericsError) -> Double
  ) throws(NumericsError) -> Double {
    var low = -1.0
    while try excess(exp(low)) > 0 { low *= 2 }
    var high = 1.0
    while try excess(exp(high)) < 0 { high *= 2 }
    return exp(try root(of: { v throws(NumericsError) in try excess(exp(v)) }, from: low, to: high))
  }
}
