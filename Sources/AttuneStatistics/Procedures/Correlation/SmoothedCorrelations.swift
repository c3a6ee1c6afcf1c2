import AttuneNumerics

/// Correlations found pair by pair, brought near enough together that they can all be true of the
/// same people.
///
///     R = V diag(e) V'        e below 1e-12 becomes 1e-10, e then sums to k again, diagonal 1
///
/// Polychoric and pairwise correlations may contradict one another; then one eigenvalue is
/// negative, and a factor analysis of them means nothing. What is changed is reported.
///
/// - Sources: Wothke (1993), in Bollen & Long, Testing structural equation models, 256-293.
/// - Checked against: psych 2.2.9 `cor.smooth`; see `SmoothedCorrelationsTests`.
public struct SmoothedCorrelations: Sendable, Hashable {
  /// Row by row.
  public let matrix: [[Double]]
  /// Before smoothing.
  public let smallestEigenvalue: Double
  /// How far the correlation that moved most did.
  public let largestChange: Double

  /// Whether there was something to smooth.
  public var isChanged: Bool { largestChange > 0 }

  /// Correlations row by row, each row as long as there are rows, 1 on the diagonal.
  public init(_ correlations: [[Double]]) throws(StatisticsError) {
    let k = correlations.count
    precondition(correlations.allSatisfy { $0.count == k }, "correlations stand in a square")
    let correlations = SymmetricMatrix(size: k) { correlations[$0][$1] }
    let eigen = try computing { () throws(NumericsError) in try Eigenvalues(correlations) }
    smallestEigenvalue = eigen.values.last ?? 1
    guard smallestEigenvalue < 1e-12 else {
      matrix = Self.rows(correlations)
      largestChange = 0
      return
    }
    let raised = eigen.values.map { $0 < 1e-12 ? 1e-10 : $0 }
    let scale = Double(k) / raised.reduce(0, +)
    let rough = SymmetricMatrix(size: k) { i, j in
      raised.indices.reduce(0) { sum, index in
        let vector = eigen.vectors[index]
        return sum + scale * raised[index] * vector[i] * vector[j]
      }
    }
    let smooth = SymmetricMatrix(size: k) { i, j in
      i == j ? 1 : rough[i, j] / (rough[i, i] * rough[j, j]).squareRoot()
    }
    matrix = Self.rows(smooth)
    largestChange = (0..<k).reduce(0) { most, i in
      (0..<i).reduce(most) { max($0, abs(smooth[i, $1] - correlations[i, $1])) }
    }
  }

  private static func rows(_ matrix: SymmetricMatrix) -> [[Double]] {
    (0..<matrix.size).map { i in (0..<matrix.size).map { matrix[i, $0] } }
  }
}
