import AttuneData
import AttuneNumerics

/// What tells occasions apart within each person, and people from one another.
///
/// Orthonormal contrasts: each sets an occasion against the mean of those before it. Scores are taken
/// from each person's first, so that a large constant costs no digits.
struct WithinContrasts {
  /// One for each occasion but the first, of every person.
  private let contrasts: [[Double]]
  /// The mean of each person, from one score on.
  private let levels: [Double]
  /// What rounding leaves of a difference.
  private let rounding: Double

  /// Two occasions and two people or more.
  init(_ data: RepeatedMeasures) {
    let (n, k) = (data.caseCount, data.occasions.count)
    let changes = (0..<n).map { person in
      let scores = data.scores(of: person)
      return scores.map { $0 - scores[0] }
    }
    contrasts = (1..<k).map { place in
      let length = Double(place * (place + 1)).squareRoot()
      return changes.map { change in
        (change[..<place].reduce(0, +) - Double(place) * change[place]) / length
      }
    }
    let pivot = data.occasions[0].values[0]
    levels = (0..<n).map { person in
      (data.occasions[0].values[person] - pivot) + changes[person].reduce(0, +) / Double(k)
    }
    rounding = roundingOfDecimals(data.occasions.map(\.values))
  }

  var peopleCount: Int { levels.count }

  /// Of everybody; `nil` where people change alike, but for what rounding makes of decimals.
  var squares: WithinSquares? { checked(WithinSquares(contrasts, levels)) }

  /// Of any choice of people.
  func squares(of rows: [Int32]) -> WithinSquares? {
    func drawn(_ values: [Double]) -> [Double] { rows.map { values[Int($0)] } }
    return checked(WithinSquares(contrasts.map(drawn), drawn(levels)))
  }

  private func checked(_ squares: WithinSquares) -> WithinSquares? {
    squares.error > rounding * rounding * Double(contrasts.count) ? squares : nil
  }

  /// Of the contrasts.
  var covariance: SymmetricMatrix {
    let deviations = contrasts.map { column in
      let moments = Moments(of: column)
      return column.map { moments.deviation(of: $0) }
    }
    return SymmetricMatrix(size: contrasts.count) { i, j in
      zip(deviations[i], deviations[j]).reduce(0) { $0 + $1.0 * $1.1 } / Double(peopleCount - 1)
    }
  }
}
