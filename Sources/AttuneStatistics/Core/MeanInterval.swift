import AttuneData
import AttuneNumerics
import AttuneTables

/// The mean of one group and its interval, from Student's t distribution.
package struct MeanInterval: Sendable, Hashable {
  package let mean: Double
  /// Why not, where one case alone does not vary.
  package let interval: Result<ConfidenceInterval, StatisticsError>

  /// At least one value.
  package init(of values: [Double], level: ConfidenceLevel) {
    let moments = Moments(of: values)
    let n = Double(values.count)
    self.init(
      mean: moments.mean, n: values.count,
      standardDeviation: (moments.sumOfSquares / max(n - 1, 1)).squareRoot(), level: level)
  }

  init(mean: Double, n: Int, standardDeviation: Double, level: ConfidenceLevel) {
    self.mean = mean
    interval = Result { () throws(StatisticsError) in
      guard n > 1 else { throw .undetermined("one case alone does not vary") }
      let reach = try computing { () throws(NumericsError) in
        try StudentT(degreesOfFreedom: Double(n - 1)).upperQuantile(level.tail)
          * standardDeviation / Double(n).squareRoot()
      }
      return ConfidenceInterval(level: level, lower: mean - reach, upper: mean + reach)
    }
  }
}

extension GroupSummary {
  /// For a table: the limits of the mean.
  func cells(_ level: ConfidenceLevel) -> (lower: Cell, upper: Cell) {
    MeanInterval(mean: mean, n: n, standardDeviation: standardDeviation, level: level)
      .interval.cells
  }
}
