/// The one common factor that leaves the smallest correlations unexplained: a loading for each
/// variable.
///
///     minimises the sum over i < j of w_ij * (r_ij - l_i * l_j)^2        w_ij = 1 if not given
///
/// Each loading in turn takes its best value given the others, which never raises the sum, until
/// nothing changes. The correlations need not be positive definite, as polychoric ones may not be.
/// Signs: the loadings sum to at least 0.
///
/// With the weights 1 / squared standard error of each correlation this is diagonally weighted least
/// squares.
///
/// - Sources: Harman & Jones (1966), doi:10.1007/BF02289468; with weights, Muthén, du Toit & Spisic
///   (1997).
public struct LeastSquaresFactor: Sendable, Hashable {
  /// Correlations with the factor; beyond 1 in a Heywood case.
  public let loadings: [Double]

  /// At least three variables, for two do not determine it.
  public init(
    _ correlations: SymmetricMatrix, weights: SymmetricMatrix? = nil
  ) throws(NumericsError) {
    precondition(correlations.size > 2, "one factor takes three variables")
    precondition(weights?.size ?? correlations.size == correlations.size, "a weight for each")
    let k = correlations.size
    let total = max(correlations.sum, 1e-3).squareRoot()
    var loadings = (0..<k).map { min(max(correlations.rowSum($0) / total, -0.8), 0.8) }
    for _ in 0..<100_000 {
      var largest = 0.0
      for item in 0..<k {
        var (shared, squares) = (0.0, 0.0)
        for other in 0..<k where other != item {
          let weight = weights?[item, other] ?? 1
          shared += weight * correlations[item, other] * loadings[other]
          squares += weight * loadings[other] * loadings[other]
        }
        guard squares > 1e-12 else { throw .noConvergence(function: Self.name) }
        let loading = shared / squares
        largest = max(largest, (loading - loadings[item]).magnitude)
        loadings[item] = loading
      }
      if largest < 1e-13 {
        let sign: Double = loadings.reduce(0, +) < 0 ? -1 : 1
        self.loadings = loadings.map { sign * $0 }
        return
      }
    }
    throw .noConvergence(function: Self.name)
  }

  private static let name = "the one-factor model by least squares"
}
