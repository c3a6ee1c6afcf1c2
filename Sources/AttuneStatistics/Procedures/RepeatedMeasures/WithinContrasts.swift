import AttuneData
import AttuneNumerics

/// What varies within people and between them: sums of squares, and orthonormal contrasts of the
/// occasions.
///
/// Each contrast sets an occasion against the mean of those before it. Scores are taken from each
/// person's first, so that a large constant costs no digits.
struct WithinContrasts {
  let occasionSumOfSquares: Double
  let errorSumOfSquares: Double
  let peopleSumOfSquares: Double
  /// Of the contrasts.
  let covariance: SymmetricMatrix
  /// What rounding leaves of a difference.
  private let rounding: Double

  /// Two occasions and two people or more.
  init(_ data: RepeatedMeasures) {
    let (n, k) = (data.caseCount, data.occasions.count)
    let changes = (0..<n).map { person in
      let scores = data.scores(of: person)
      return scores.map { $0 - scores[0] }
    }
    let columns = (1..<k).map { place in
      let length = Double(place * (place + 1)).squareRoot()
      return changes.map { change in
        (change[..<place].reduce(0, +) - Double(place) * change[place]) / length
      }
    }
    let moments = columns.map { Moments(of: $0) }
    let deviations = zip(columns, moments).map { column, moments in
      column.map { moments.deviation(of: $0) }
    }
    let pivot = data.occasions[0].values[0]
    let levels = (0..<n).map { person in
      (data.occasions[0].values[person] - pivot) + changes[person].reduce(0, +) / Double(k)
    }
    occasionSumOfSquares = Double(n) * moments.reduce(0) { $0 + $1.mean * $1.mean }
    errorSumOfSquares = moments.reduce(0) { $0 + $1.sumOfSquares }
    peopleSumOfSquares = Double(k) * Moments(of: levels).sumOfSquares
    covariance = SymmetricMatrix(size: k - 1) { i, j in
      zip(deviations[i], deviations[j]).reduce(0) { $0 + $1.0 * $1.1 } / Double(n - 1)
    }
    rounding = roundingOfDecimals(data.occasions.map(\.values))
  }

  /// Whether people change unlike one another, by more than rounding makes of decimals.
  var hasError: Bool {
    errorSumOfSquares > rounding * rounding * Double(covariance.size)
  }
}
