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
      guard let reflection = Reflection(columns[k], from: k, atLeast: 1e-10) else { return nil }
      for j in k..<p { reflection.reflect(&columns[j]) }
      reflection.reflect(&y)
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

  /// As few rows as hold what columns have to do with one another: least squares on them are those on
  /// all rows.
  ///
  ///     A = Q R        R'R = A'A, as many rows as there are columns, or fewer
  ///
  /// The columns are of one length.
  public static func condensed(_ columns: [[Double]]) -> [[Double]] {
    var columns = columns
    let rows = min(columns[0].count, columns.count)
    for k in 0..<rows {
      guard let reflection = Reflection(columns[k], from: k, atLeast: 0) else { continue }
      for j in k..<columns.count { reflection.reflect(&columns[j]) }
    }
    return columns.map { Array($0.prefix(rows)) }
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
}
