#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The one common factor that makes a covariance matrix most likely: a loading and a unique variance
/// for each variable.
///
///     Sigma = l l' + diag(u)        minimises log|Sigma| + tr(S Sigma^-1)
///
/// Newton's method from the centroid loadings, Fisher's scoring where the function is not convex; a
/// step that does not lower the function is halved. The unique variances are not kept from turning
/// negative (a Heywood case). Signs: the loadings sum to at least 0.
///
/// - Sources: Lawley & Maxwell (1971); Jöreskog (1967), doi:10.1007/BF02289658.
public struct OneFactor: Sendable, Hashable {
  /// In the units of the variables.
  public let loadings: [Double]
  public let uniqueVariances: [Double]

  private static let name = "the one-factor model"

  /// At least three variables, for two do not determine it.
  public init(_ covariance: SymmetricMatrix) throws(NumericsError) {
    precondition(covariance.size > 2, "one factor takes three variables")
    // Worked out on correlations, which the units do not touch; the model carries over.
    let scales = covariance.diagonal.map { $0.squareRoot() }
    let correlations = SymmetricMatrix(size: covariance.size) { i, j in
      i == j ? 1 : covariance[i, j] / (scales[i] * scales[j])
    }
    guard Cholesky(correlations) != nil else { throw .noConvergence(function: Self.name) }
    let (loadings, uniques) = try Self.fit(correlations)
    let sign: Double = loadings.reduce(0, +) < 0 ? -1 : 1
    self.loadings = zip(loadings, scales).map { sign * $0 * $1 }
    uniqueVariances = zip(uniques, scales).map { $0 * $1 * $1 }
  }

  private static func fit(
    _ correlations: SymmetricMatrix
  ) throws(NumericsError) -> (loadings: [Double], uniques: [Double]) {
    let k = correlations.size
    var point = start(correlations)
    guard var value = objective(point, correlations) else { throw .noConvergence(function: name) }
    for _ in 0..<500 {
      guard let step = step(from: point, correlations) else { break }
      var length = 1.0
      var next = point
      var nextValue: Double?
      // Near the minimum the function no longer tells; there a whole step is right.
      let slack = 1e-14 * max(1, value.magnitude)
      while length > 1e-10 {
        next = zip(point, step).map { $0 + length * $1 }
        nextValue = objective(next, correlations)
        if let nextValue, nextValue <= value + slack { break }
        nextValue = nil
        length /= 2
      }
      guard let nextValue else { break }
      (point, value) = (next, nextValue)
      let largest = step.reduce(0) { max($0, $1.magnitude) }
      if largest < 1e-12 { return (Array(point[..<k]), Array(point[k...])) }
    }
    throw .noConvergence(function: name)
  }

  /// The centroid loadings, kept within 0.8, and what they leave of each variance.
  private static func start(_ correlations: SymmetricMatrix) -> [Double] {
    let k = correlations.size
    let total = max(correlations.sum, 1e-3).squareRoot()
    let loadings = (0..<k).map { item in
      min(max(correlations.rowSum(item) / total, -0.8), 0.8)
    }
    return loadings + loadings.map { 1 - $0 * $0 }
  }

  private static func implied(_ point: [Double]) -> SymmetricMatrix {
    let k = point.count / 2
    return SymmetricMatrix(size: k) { i, j in
      point[i] * point[j] + (i == j ? point[k + i] : 0)
    }
  }

  /// What is minimised; `nil` where the implied matrix is no covariance matrix.
  private static func objective(_ point: [Double], _ sample: SymmetricMatrix) -> Double? {
    guard let cholesky = Cholesky(implied(point)) else { return nil }
    let inverse = cholesky.inverse()
    return cholesky.logDeterminant + product(sample, inverse)
  }

  /// tr(AB).
  private static func product(_ a: SymmetricMatrix, _ b: SymmetricMatrix) -> Double {
    var sum = 0.0
    for i in 0..<a.size {
      for j in 0..<a.size { sum += a[i, j] * b[i, j] }
    }
    return sum
  }

  /// Newton's step; where the function is not convex, the same with the expected curvature.
  private static func step(from point: [Double], _ sample: SymmetricMatrix) -> [Double]? {
    let sigma = implied(point)
    guard let w = Cholesky(sigma)?.inverse() else { return nil }
    let k = sample.size
    let loadings = Array(point[..<k])
    let a = sandwich(w, SymmetricMatrix(size: k) { sigma[$0, $1] - sample[$0, $1] })
    let downhill = (a.times(loadings) + a.diagonal.map { $0 / 2 }).map { -$0 }
    let curvature = Cholesky(curvature(w, a, loadings))
    let expected = SymmetricMatrix(size: k) { _, _ in 0 }
    return (curvature ?? Cholesky(Self.curvature(w, expected, loadings)))?.solve(downhill)
  }

  /// Half the second derivatives, with W the inverse of Sigma and A = W (Sigma - S) W.
  ///
  /// With B = W - 2A: of two loadings (b_i w_j + B_ij l'Wl + W_ij l'Bl + b_j w_i) / 2 + A_ij, where
  /// w = Wl and b = Bl; of a loading and a unique variance (B_ij w_j + W_ij b_j) / 2; of two unique
  /// variances B_ij W_ij / 2. Those expected have A = 0.
  private static func curvature(
    _ w: SymmetricMatrix, _ a: SymmetricMatrix, _ l: [Double]
  ) -> SymmetricMatrix {
    let k = l.count
    let b = SymmetricMatrix(size: k) { w[$0, $1] - 2 * a[$0, $1] }
    let (wl, bl) = (w.times(l), b.times(l))
    let lwl = zip(l, wl).reduce(0) { $0 + $1.0 * $1.1 }
    let lbl = zip(l, bl).reduce(0) { $0 + $1.0 * $1.1 }
    return SymmetricMatrix(size: 2 * k) { i, j in
      if i < k {
        let crossed = bl[i] * wl[j] + bl[j] * wl[i]
        return (crossed + b[i, j] * lwl + w[i, j] * lbl) / 2 + a[i, j]
      }
      if j < k { return (b[i - k, j] * wl[i - k] + w[i - k, j] * bl[i - k]) / 2 }
      return b[i - k, j - k] * w[i - k, j - k] / 2
    }
  }

  /// W D W.
  private static func sandwich(_ w: SymmetricMatrix, _ d: SymmetricMatrix) -> SymmetricMatrix {
    let columns = (0..<w.size).map { j in w.times(d.times((0..<w.size).map { w[$0, j] })) }
    return SymmetricMatrix(size: w.size) { i, j in columns[j][i] }
  }
}
