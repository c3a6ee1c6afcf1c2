package import AttuneData
import AttuneNumerics

/// The difference of two means and its standard error, without supposing that groups vary alike.
///
///     SE^2 = v1 + v2        v = s^2 / n
///     df = (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
///
/// What the procedures for two separate means share; see `WelchTTest` for the sources.
package struct WelchDifference: Sendable {
  /// First mean minus second, in the unit of the score.
  package let estimate: Double
  package let standardError: Double
  /// Welch-Satterthwaite, rarely whole.
  package let degreesOfFreedom: Double
  let distribution: StudentT

  package init(of groups: TwoGroupSummaries) throws(StatisticsError) {
    try groups.requireTwoCasesEach()
    let (first, second) = (groups.first, groups.second)
    let squaredError = first.squaredError + second.squaredError
    guard squaredError > 0 else { throw .noVariance(in: "the score within each group") }
    estimate = first.mean - second.mean
    standardError = squaredError.squareRoot()
    let shares = [first, second].map { group in
      let share = group.squaredError / squaredError
      return share * share / Double(group.n - 1)
    }
    degreesOfFreedom = 1 / (shares[0] + shares[1])
    let df = degreesOfFreedom
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
