import CGSL

/// What a symmetric matrix does to lengths: its eigenvalues and the directions that go with them.
public struct Eigenvalues: Sendable {
  /// In falling order.
  public let values: [Double]
  /// The direction of each value, of length 1.
  public let vectors: [[Double]]

  public init(_ matrix: SymmetricMatrix) throws(NumericsError) {
    let name = "the search for eigenvalues"
    let k = matrix.size
    guard k > 0 else {
      values = []
      vectors = []
      return
    }
    guard let copy = gsl_matrix_alloc(k, k), let values = gsl_vector_alloc(k),
      let vectors = gsl_matrix_alloc(k, k), let workspace = gsl_eigen_symmv_alloc(k)
    else { throw .noConvergence(function: name) }
    defer {
      gsl_matrix_free(copy)
      gsl_vector_free(values)
      gsl_matrix_free(vectors)
      gsl_eigen_symmv_free(workspace)
    }
    for i in 0..<k {
      for j in 0..<k { gsl_matrix_set(copy, i, j, matrix[i, j]) }
    }
    try GSL.check(name) { gsl_eigen_symmv(copy, values, vectors, workspace) }
    try GSL.check(name) { gsl_eigen_symmv_sort(values, vectors, GSL_EIGEN_SORT_VAL_DESC) }
    self.values = (0..<k).map { gsl_vector_get(values, $0) }
    self.vectors = (0..<k).map { index in (0..<k).map { gsl_matrix_get(vectors, $0, index) } }
  }
}
