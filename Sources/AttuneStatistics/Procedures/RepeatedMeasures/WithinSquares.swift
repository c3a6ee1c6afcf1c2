import AttuneData

/// Sums of squares of occasions, of people and of what is left, and the share that occasions explain.
///
/// The formulas stand at `RepeatedMeasuresANOVA`.
struct WithinSquares {
  let occasions: Double
  let people: Double
  let error: Double
  let degreesOfFreedom: Int
  let errorDegrees: Int

  /// From orthonormal contrasts of the occasions and the level of each person.
  init(_ contrasts: [[Double]], _ levels: [Double]) {
    let moments = contrasts.map { Moments(of: $0) }
    occasions = Double(levels.count) * moments.reduce(0) { $0 + $1.mean * $1.mean }
    error = moments.reduce(0) { $0 + $1.sumOfSquares }
    people = Double(contrasts.count + 1) * Moments(of: levels).sumOfSquares
    degreesOfFreedom = contrasts.count
    errorDegrees = contrasts.count * (levels.count - 1)
  }

  private var total: Double { occasions + people + error }

  private var errorMeanSquare: Double { error / Double(errorDegrees) }

  var f: Double { occasions / Double(degreesOfFreedom) / errorMeanSquare }

  var partialEtaSquared: Double { occasions / (occasions + error) }

  var generalisedEtaSquared: Double { occasions / total }

  var omegaSquared: Double {
    let peopleMeanSquare = people * Double(degreesOfFreedom) / Double(errorDegrees)
    return (occasions - Double(degreesOfFreedom) * errorMeanSquare) / (total + peopleMeanSquare)
  }
}
