import AttuneData
import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tests whether scores could come from a normal distribution, by how straight they lie against it.
///
///     W = (sum of a_i y_(i))^2 / sum of (y_i - m)^2        a: weights of the normal order statistics
///
/// Royston's approximation of the weights and of p. W is 1 at best. With many cases a shape that
/// harms no method is found, and with few one that does is missed: it describes, and no test here
/// waits for it.
///
/// - Input: 3 to 5,000 scores, not all the same.
/// - Sources: Shapiro & Wilk (1965); Royston (1995), algorithm AS R94.
/// - Checked against: R 4.2.2 `shapiro.test`, scipy 1.17.1; see `AssumptionTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` above 5,000.
public struct ShapiroWilk: Sendable {
  public static let about = Method(
    "shapiro-wilk", "Shapiro-Wilk test",
    sources: ["doi:10.2307/2333709", "doi:10.2307/2986146"])

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let w: Double
    public let pValue: Double
  }

  public func apply(to values: [Double]) throws(StatisticsError) -> Outcome {
    guard values.count >= 3 else { throw .tooFew(.cases, found: values.count, needed: 3) }
    guard values.count <= 5000 else {
      throw .undetermined("its p is known for at most 5000 cases and there are \(values.count)")
    }
    let moments = Moments(of: values)
    guard moments.sumOfSquares > 0 else { throw .noVariance(in: "the score") }
    let weights = try computing { () throws(NumericsError) in try Self.weights(values.count) }
    let deviations = DistinctValues(values).sorted.map(moments.deviation)
    let scale = moments.sumOfSquares.squareRoot()
    // 1 - W from the differences, so that a W near 1 keeps its digits.
    let squares = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let product = zip(weights, deviations).reduce(0) { $0 + $1.0 * ($1.1 / scale) }
    let rest = (squares - product) * (squares + product) / (squares * squares)
    return Outcome(w: 1 - rest, pValue: try Self.pValue(rest: rest, n: values.count))
  }

  /// Royston's weights, from the lowest score to the highest.
  private static func weights(_ n: Int) throws(NumericsError) -> [Double] {
    let half = n / 2
    let upper: [Double]
    if n == 3 {
      upper = [(0.5).squareRoot()]
    } else {
      let normal = Normal()
      var scores: [Double] = []
      for i in 1...half {
        scores.append(try normal.upperQuantile((Double(i) - 0.375) / (Double(n) + 0.25)))
      }
      let sum = 2 * scores.reduce(0) { $0 + $1 * $1 }
      let root = 1 / Double(n).squareRoot()
      let largest =
        scores[0] / sum.squareRoot()
        + polynomial([0, 0.221157, -0.147981, -2.071190, 4.434685, -2.706056], root)
      if n > 5 {
        let second =
          scores[1] / sum.squareRoot()
          + polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], root)
        let factor =
          ((sum - 2 * scores[0] * scores[0] - 2 * scores[1] * scores[1])
          / (1 - 2 * largest * largest - 2 * second * second)).squareRoot()
        upper = [largest, second] + scores.dropFirst(2).map { $0 / factor }
      } else {
        let factor = ((sum - 2 * scores[0] * scores[0]) / (1 - 2 * largest * largest)).squareRoot()
        upper = [largest] + scores.dropFirst().map { $0 / factor }
      }
    }
    return upper.map { -$0 } + (n.isMultiple(of: 2) ? [] : [0]) + upper.reversed()
  }

  private static func pValue(rest: Double, n: Int) throws(StatisticsError) -> Double {
    guard rest > 0 else { return 1 }
    if n == 3 {
      return max(
        0, 6 / Double.pi * (asin(max(0, 1 - rest).squareRoot()) - asin((0.75).squareRoot())))
    }
    let (size, logarithm) = (Double(n), log(Double(n)))
    var y = log(rest)
    let (mean, deviation): (Double, Double)
    if n <= 11 {
      let edge = polynomial([-2.273, 0.459], size)
      guard y < edge else { return 0 }
      y = -log(edge - y)
      mean = polynomial([0.5440, -0.39978, 0.025054, -6.714e-4], size)
      deviation = exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], size))
    } else {
      mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], logarithm)
      deviation = exp(polynomial([-0.4803, -0.082676, 0.0030302], logarithm))
    }
    return try computing { () throws(NumericsError) in
      try Normal().upperTail((y - mean) / deviation)
    }
  }

  /// The constant first.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }
}
