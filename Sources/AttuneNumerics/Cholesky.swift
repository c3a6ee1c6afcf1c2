#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A positive definite matrix as the product of a triangular matrix with its transpose.
///
///     A = L * L'
public struct Cholesky: Sendable {
  /// The number of rows, and of columns.
  public let size: Int
  /// Row by row; above the diagonal unused.
  private var factor: [Double]

  /// `nil` if the matrix is not positive definite, or so nearly not that nothing but rounding is
  /// left of one of its directions.
  public init?(_ matrix: SymmetricMatrix) {
    size = matrix.size
    factor = Array(repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0...i {
        var rest = matrix[i, j]
        for m in 0..<j { rest -= factor[i * size + m] * factor[j * size + m] }
        if i != j {
          factor[i * size + j] = rest / factor[j * size + j]
        } else {
          guard rest > 16 * Double(size) * matrix[i, i].ulp else { return nil }
          factor[i * size + i] = rest.squareRoot()
        }
      }
    }
  }

  /// The natural logarithm of the determinant of A.
  public var logDeterminant: Double {
    (0..<size).reduce(0) { $0 + 2 * log(factor[$1 * size + $1]) }
  }

  /// L x: where the elements of x vary independently with variance 1, the covariance of the result
  /// is A.
  public func factorTimes(_ vector: [Double]) -> [Double] {
    precondition(vector.count == size, "a value for each row")
    return (0..<size).map { i in
      (0...i).reduce(0) { $0 + factor[i * size + $1] * vector[$1] }
    }
  }

  /// The vector x for which A x = `vector`.
  public func solve(_ vector: [Double]) -> [Double] {
    precondition(vector.count == size, "a value for each row")
    var x = vector
    for i in 0..<size {
      for j in 0..<i { x[i] -= factor[i * size + j] * x[j] }
      x[i] /= factor[i * size + i]
    }
    for i in (0..<size).reversed() {
      for j in i + 1..<size { x[i] -= factor[j * size + i] * x[j] }
      x[i] /= factor[i * size + i]
    }
    return x
  }

  /// The inverse of A.
  public func inverse() -> SymmetricMatrix {
    let columns = (0..<size).map { column in
      solve((0..<size).map { $0 == column ? 1 : 0 })
    }
    return SymmetricMatrix(size: size) { i, j in columns[j][i] }
  }
}
