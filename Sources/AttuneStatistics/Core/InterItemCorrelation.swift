import AttuneNumerics

/// The correlations between different items of a scale, in brief.
public struct InterItemCorrelation: Sendable, Hashable {
  public let mean: Double
  public let minimum: Double
  public let median: Double
  public let maximum: Double

  /// At least two items, each with some variance.
  init(of covariance: SymmetricMatrix) {
    let deviations = covariance.diagonal.map { $0.squareRoot() }
    var correlations: [Double] = []
    for i in 1..<covariance.size {
      for j in 0..<i { correlations.append(covariance[i, j] / (deviations[i] * deviations[j])) }
    }
    correlations.sort()
    let middle = correlations.count / 2
    mean = correlations.reduce(0, +) / Double(correlations.count)
    minimum = correlations[0]
    median =
      correlations.count.isMultiple(of: 2)
      ? (correlations[middle - 1] + correlations[middle]) / 2 : correlations[middle]
    maximum = correlations[correlations.count - 1]
  }
}

extension SymmetricMatrix {
  /// What rounding can leave of a variance that is 0: a sum of elements at or below it counts as 0.
  var rounding: Double { 8 * Double(size) * trace.ulp }
}
