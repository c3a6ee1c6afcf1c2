#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The largest variances that could be unique to each variable, their sum as large as can be.
///
///     maximises sum of u        with C - diag(u) positive semidefinite and every u >= 0
///
/// Minimum trace factor analysis. Its one solution is the end of the path of the points that
/// maximise `sum of u + m * (log|C - diag(u)| + sum of log u)` as m goes to 0. Newton's method
/// follows the path until rounding would blur it; from the last three points the end is foretold,
/// for near it the path is smooth in m.
///
/// - Sources: Bentler & Woodward (1980), doi:10.1007/BF02294079; ten Berge, Snijders & Zegers
///   (1981), doi:10.1007/BF02293900; for the path, Boyd & Vandenberghe (2004), chapter 11.
/// - Checked against: Clarabel through cvxpy 1.9.3; see `MinimumTraceTests`.
public struct MinimumTrace: Sendable, Hashable {
  /// In the units of the variables, squared.
  public let uniqueVariances: [Double]
  private static let name = "the greatest lower bound"

  /// For a positive definite matrix.
  public init(_ covariance: SymmetricMatrix) throws(NumericsError) {
    let k = covariance.size
    let unit = covariance.trace / Double(k)
    let matrix = SymmetricMatrix(size: k) { covariance[$0, $1] / unit }
    var uniques = try Self.start(matrix)
    var weight = 0.1
    while weight > 4 * Self.lastWeight {
      uniques = try Self.centre(uniques, of: matrix, weight: weight)
      weight /= 8
    }
    let fourth = try Self.centre(uniques, of: matrix, weight: 4 * Self.lastWeight)
    let second = try Self.centre(fourth, of: matrix, weight: 2 * Self.lastWeight)
    let last = try Self.centre(second, of: matrix, weight: Self.lastWeight)
    uniqueVariances = (0..<k).map { (8 * last[$0] - 6 * second[$0] + fourth[$0]) / 3 * unit }
  }

  /// Where the path is left, for a matrix with a mean diagonal of 1.
  private static let lastWeight = 1e-7

  /// Equal variances, small enough to leave a covariance matrix.
  private static func start(_ matrix: SymmetricMatrix) throws(NumericsError) -> [Double] {
    var variance = (matrix.diagonal.min() ?? 0) / 2
    for _ in 0..<60 {
      let uniques = Array(repeating: variance, count: matrix.size)
      if Cholesky(reduced(matrix, by: uniques)) != nil { return uniques }
      variance /= 2
    }
    throw .noConvergence(function: name)
  }

  private static func reduced(_ matrix: SymmetricMatrix, by uniques: [Double]) -> SymmetricMatrix {
    SymmetricMatrix(size: matrix.size) { matrix[$0, $1] - ($0 == $1 ? uniques[$0] : 0) }
  }

  /// The point of the path at `weight`, from one near it.
  private static func centre(
    _ start: [Double], of matrix: SymmetricMatrix, weight: Double
  ) throws(NumericsError) -> [Double] {
    var uniques = start
    for _ in 0..<100 {
      guard let inverse = Cholesky(reduced(matrix, by: uniques))?.inverse() else { break }
      // Of the function divided by -m: first derivatives, and second.
      let slope = uniques.indices.map { 1 / weight - inverse[$0, $0] + 1 / uniques[$0] }
      let curvature = SymmetricMatrix(size: uniques.count) { i, j in
        inverse[i, j] * inverse[i, j] + (i == j ? 1 / (uniques[i] * uniques[i]) : 0)
      }
      guard let step = Cholesky(curvature)?.solve(slope) else { break }
      let decrement = zip(step, slope).reduce(0) { $0 + $1.0 * $1.1 }
      // Within this, Newton's method keeps inside; further out it takes shorter steps.
      let length = decrement < 0.25 ? 1 : 1 / (1 + decrement.squareRoot())
      uniques = zip(uniques, step).map { $0 + length * $1 }
      if decrement < 1e-10 { return uniques }
    }
    throw .noConvergence(function: name)
  }
}
