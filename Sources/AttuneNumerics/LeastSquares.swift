#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The coefficients that bring a sum of columns closest to a vector, by Householder's reflections.
///
///     minimise |y - X b|^2        X = Q R
///
/// No cross-products are formed, which would cost half of the digits.
///
/// - Sources: Golub (1965), doi:10.1007/BF01436075.
public struct LeastSquares: Sendable {
  public let coefficients: [Double]
  /// |y - X b|^2.
  public let residualSumOfSquares: Double
  /// R by columns, for the variances of the coefficients.
  private let triangle: [[Double]]

  /// `nil` where a column is a sum of others, but for rounding, or there are more columns than rows.
  ///
  /// Each column is as long as the target.
  public init?(_ target: [Double], on columns: [[Double]]) {
    let (n, p) = (target.count, columns.count)
    guard p <= n else { return nil }
    var (columns, y) = (columns, target)
    for k in 0..<p {
      let whole = Self.norm(columns[k][...])
      let length = Self.norm(columns[k][k...])
      guard length > 1e-10 * whole else { return nil }
      let pivot = columns[k][k] > 0 ? -length : length
      var reflector = Array(columns[k][k...])
      reflector[0] -= pivot
      let square = reflector.reduce(0) { $0 + $1 * $1 }
      func reflect(_ vector: inout [Double]) {
        var product = 0.0
        for i in reflector.indices { product += reflector[i] * vector[k + i] }
        let factor = 2 * product / square
        for i in reflector.indices { vector[k + i] -= factor * reflector[i] }
      }
      for j in k..<p { reflect(&columns[j]) }
      reflect(&y)
    }
    triangle = columns.map { Array($0.prefix(p)) }
    var b = Array(y.prefix(p))
    for i in (0..<p).reversed() {
      for j in i + 1..<p { b[i] -= triangle[j][i] * b[j] }
      b[i] /= triangle[i][i]
    }
    coefficients = b
    var sum = CompensatedSum()
    for value in y[p...] { sum += value * value }
    residualSumOfSquares = sum.value
  }

  /// What the sum of the coefficients, each times its weight, varies by where each row varies by 1.
  ///
  ///     w' (X'X)^-1 w = |R'^-1 w|^2
  public func variance(of weights: [Double]) -> Double {
    precondition(weights.count == coefficients.count, "a weight for each coefficient")
    var solution = weights
    for i in weights.indices {
      for j in 0..<i { solution[i] -= triangle[i][j] * solution[j] }
      solution[i] /= triangle[i][i]
    }
    return solution.reduce(0) { $0 + $1 * $1 }
  }

  /// Scaled, so that nothing overflows.
  private static func norm(_ vector: ArraySlice<Double>) -> Double {
    let largest = vector.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return 0 }
    return largest * vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}
