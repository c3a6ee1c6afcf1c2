import AttuneNumerics

/// The items of a scale in two halves, by their index.
///
///     Guttman's split-half: 2 * (1 - (V1 + V2) / V) = 4 * C12 / V
///
/// V1 and V2 are the variances of the halves, C12 their covariance, V the variance of the total.
struct Halves: Sendable, Hashable {
  let first: [Int]
  let second: [Int]

  /// The first items against the last; of an odd number, the one in the middle is in the first half.
  static func firstAndSecond(of k: Int) -> Halves {
    Halves(first: Array(0..<(k + 1) / 2), second: Array((k + 1) / 2..<k))
  }

  /// The first, third, fifth … item against the others.
  static func oddAndEven(of k: Int) -> Halves {
    Halves(
      first: Array(stride(from: 0, to: k, by: 2)), second: Array(stride(from: 1, to: k, by: 2)))
  }

  /// The variances of the two halves and their covariance.
  func variances(
    in covariance: SymmetricMatrix
  ) -> (first: Double, second: Double, between: Double) {
    (
      covariance.sum(first, first), covariance.sum(second, second), covariance.sum(first, second)
    )
  }

  func guttman(in covariance: SymmetricMatrix) -> Double {
    4 * covariance.sum(first, second) / covariance.sum
  }
}

extension SymmetricMatrix {
  /// The sum of the elements in these rows and columns.
  fileprivate func sum(_ rows: [Int], _ columns: [Int]) -> Double {
    var sum = 0.0
    for row in rows {
      for column in columns { sum += self[row, column] }
    }
    return sum
  }
}
