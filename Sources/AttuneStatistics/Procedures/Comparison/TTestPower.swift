import AttuneNumerics

/// How likely a t test of two means is to find a difference of a given size.
///
///     power = P(|T| > t(1 - alpha / 2))        T noncentral t, df = n1 + n2 - 2
///     delta = d / sqrt(1 / n1 + 1 / n2)
///
/// Two-sided, for normal scores with one standard deviation; d is the true difference in its units.
/// Welch's test has nearly the same power there. For scores from items, which are neither normal nor
/// free of measurement error, simulate.
///
/// - Sources: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 2.
/// - Checked against: R 4.2.2 `pt` with `ncp` and `power.t.test`, scipy 1.17.1; see
///   `TTestPowerTests`.
public struct TTestPower: Sendable, Hashable {
  /// Cases in each group, at least 2.
  public let first: Int
  public let second: Int
  /// The error rate, above 0 and below 1.
  public let errorRate: Double

  public init(_ first: Int, _ second: Int, errorRate: Double) throws(StatisticsError) {
    for (name, n) in [("1", first), ("2", second)] where n < 2 {
      throw .tooFew(.casesInGroup(name), found: n, needed: 2)
    }
    self.first = first
    self.second = second
    self.errorRate = errorRate
  }

  private var degreesOfFreedom: Double { Double(first + second - 2) }

  /// The probability of finding a difference of `d` standard deviations.
  public func power(ofDifference d: Double) throws(StatisticsError) -> Double {
    try computing { () throws(NumericsError) in
      let limit = try StudentT(degreesOfFreedom: degreesOfFreedom).upperQuantile(errorRate / 2)
      let found = try NoncentralT(
        degreesOfFreedom: degreesOfFreedom,
        noncentrality: d / (1 / Double(first) + 1 / Double(second)).squareRoot())
      return try found.upperTail(limit) + found.lowerTail(-limit)
    }
  }

  /// The smallest difference, in standard deviations, that is found with probability `power`, which
  /// is above the error rate and below 1.
  public func smallestDifference(power: Double) throws(StatisticsError) -> Double {
    guard errorRate < power, power < 1 else {
      throw .undetermined("a power of \(power) is not between the error rate and 1")
    }
    var low = 0.0
    var high = 1.0
    while try self.power(ofDifference: high) < power { high *= 2 }
    // Power grows with the difference; each step halves what is not known.
    while high - low > 1e-10 * high {
      let middle = (low + high) / 2
      if try self.power(ofDifference: middle) < power { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
