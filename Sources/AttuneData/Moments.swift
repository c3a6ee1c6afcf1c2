import AttuneNumerics

/// The mean and the spread of some numbers, found without cancellation.
///
/// The first value is taken off before anything else: it is exact or nearly so, and a large
/// constant then cannot cost digits (Chan, Golub & LeVeque 1983,
/// doi:10.1080/00031305.1983.10483115).
package struct Moments {
  package let count: Int
  private let pivot: Double
  /// The mean of the values less the pivot.
  private let shift: Double
  /// The sum of squared deviations from the mean.
  package let sumOfSquares: Double

  /// At least one value, all finite.
  package init(of values: [Double]) {
    precondition(!values.isEmpty, "moments are of at least one value")
    let pivot = values[0]
    count = values.count
    var sum = CompensatedSum()
    for value in values { sum += value - pivot }
    let shift = sum.value / Double(count)
    var squares = CompensatedSum()
    for value in values { squares += ((value - pivot) - shift) * ((value - pivot) - shift) }
    self.pivot = pivot
    self.shift = shift
    sumOfSquares = squares.value
  }

  package var mean: Double { pivot + shift }

  /// With `n - 1`; at least two values.
  package var standardDeviation: Double {
    precondition(count > 1, "a standard deviation is of at least two values")
    return (sumOfSquares / Double(count - 1)).squareRoot()
  }

  package func deviation(of value: Double) -> Double { (value - pivot) - shift }
}
