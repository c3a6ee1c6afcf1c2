package import AttuneData
import AttuneNumerics

/// The difference of two means with its standard error and degrees of freedom: what the tests of
/// means share.
package struct MeanDifference: Sendable {
  /// First mean minus second, in the unit of the score.
  package let estimate: Double
  package let standardError: Double
  /// Rarely whole for separate groups.
  package let degreesOfFreedom: Double
  let distribution: StudentT

  /// Of separate groups that need not vary alike; see `WelchTTest` for the sources.
  ///
  ///     SE^2 = v1 + v2        v = s^2 / n
  ///     df = (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
  package init(of groups: TwoGroupSummaries) throws(StatisticsError) {
    try groups.requireTwoCasesEach()
    let (first, second) = (groups.first, groups.second)
    let squaredError = first.squaredError + second.squaredError
    guard squaredError > 0 else { throw .noVariance(in: "the score within each group") }
    let shares = [first, second].map { group in
      let share = group.squaredError / squaredError
      return share * share / Double(group.n - 1)
    }
    try self.init(
      first.mean - second.mean, standardError: squaredError.squareRoot(),
      degreesOfFreedom: 1 / (shares[0] + shares[1]))
  }

  /// Of two scores of the same people; see `PairedTTest`.
  ///
  ///     SE = s / sqrt(n)        s: standard deviation of the differences        df = n - 1
  package init(of pairs: Pairs) throws(StatisticsError) {
    let deviation = try pairs.deviationOfDifferences
    let n = Double(pairs.caseCount)
    try self.init(
      Moments(of: pairs.differences).mean, standardError: deviation / n.squareRoot(),
      degreesOfFreedom: n - 1)
  }

  private init(
    _ estimate: Double, standardError: Double, degreesOfFreedom df: Double
  ) throws(StatisticsError) {
    self.estimate = estimate
    self.standardError = standardError
    degreesOfFreedom = df
    distribution = try computing { () throws(NumericsError) in
      try StudentT(degreesOfFreedom: df)
    }
  }

  /// How many standard errors the difference lies above `difference`.
  package func t(against difference: Double = 0) -> Double {
    (estimate - difference) / standardError
  }

  package func pValue(
    _ alternative: Alternative = .twoSided, against difference: Double = 0
  ) throws(StatisticsError) -> Double {
    let t = t(against: difference)
    return try computing { () throws(NumericsError) in
      switch alternative {
      case .twoSided: min(1, 2 * (try distribution.upperTail(abs(t))))
      case .less: try distribution.lowerTail(t)
      case .greater: try distribution.upperTail(t)
      }
    }
  }

  package func interval(_ level: ConfidenceLevel) throws(StatisticsError) -> ConfidenceInterval {
    let reach = try computing { () throws(NumericsError) in
      try distribution.upperQuantile(level.tail) * standardError
    }
    return ConfidenceInterval(level: level, lower: estimate - reach, upper: estimate + reach)
  }
}

extension Pairs {
  /// The standard deviation of the differences; two pairs or more, whose differences vary by more
  /// than the rounding of decimals does.
  var deviationOfDifferences: Double {
    get throws(StatisticsError) {
      guard caseCount >= 2 else { throw .tooFew(.cases, found: caseCount, needed: 2) }
      let deviation = Moments(of: differences).standardDeviation
      guard deviation > roundingOfDecimals([values.first, values.second]) else {
        throw .noVariance(in: "the difference")
      }
      return deviation
    }
  }
}
