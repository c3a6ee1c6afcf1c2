import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What resampling made of an estimate, and the intervals that it gives.
///
///     percentile: the estimates at the places p and 1 - p of the R in their order
///     BCa: at Phi(z0 + (z0 + z) / (1 - a (z0 + z)))
///     z0 = Phi^-1(share of the estimates below the estimate of all cases)
///     a = sum(u^3) / (6 * sum(u^2)^1.5)        u: mean of the estimates without one case, less each
///
/// The place p is the rank `p (R + 1)`; between two ranks, along the normal distribution. Where groups
/// are drawn each from itself, u is of the cases of one group, times `(n - 1) / n` of that group: with
/// one group that changes nothing. R's boot leaves these weights to who calls it (decision 56).
///
/// - Sources: Efron (1987), doi:10.1080/01621459.1987.10478410; Davison & Hinkley (1997), 5.2 and
///   5.3.2.
/// - Checked against: boot 1.3-28.1 `boot.ci` in R 4.2.2, the same resamples; see
///   `AlphaResamplesTests`, `ResampledEffectTests`.
package struct BootstrapDistribution: Sendable {
  /// Of all cases, found in the same way as those of the resamples.
  private let estimate: Double
  /// In rising order; ratios may be infinite.
  private let estimates: [Double]

  package init(around estimate: Double, _ estimates: [Double]) {
    self.estimate = estimate
    self.estimates = estimates.sorted()
  }

  /// Draws the resamples of a statistic.
  ///
  /// - Throws: `StatisticsError.undetermined` if one of them has no estimate, as where one case was
  ///   drawn n times: then there are too few cases to learn from drawing among them.
  init(_ statistic: some ResampledStatistic, _ resampling: Resampling) throws(StatisticsError) {
    guard let estimate = statistic.estimate else { throw .undetermined(statistic.undefinedWhere) }
    try self.init(
      around: estimate, drawn: resampling.estimates(of: statistic),
      undefinedWhere: statistic.undefinedWhere)
  }

  /// The estimates of resamples, `nil` where there is none.
  ///
  /// - Throws: `StatisticsError.undetermined` if one of them has none.
  init(
    around estimate: Double, drawn: [Double?], undefinedWhere: String
  ) throws(StatisticsError) {
    let estimates = drawn.compactMap { $0 }
    guard estimates.count == drawn.count else {
      let without = drawn.count - estimates.count
      throw .undetermined("in \(without) of \(drawn.count) resamples \(undefinedWhere)")
    }
    self.init(around: estimate, estimates)
  }

  /// The interval between two places of their order; none where all are one, as R's `boot.ci`.
  package func percentile(
    _ level: ConfidenceLevel
  ) throws(StatisticsError) -> ConfidenceInterval {
    if let first = estimates.first, first == estimates.last {
      throw .undetermined("all resamples have the same estimate")
    }
    return ConfidenceInterval(
      level: level, lower: try estimate(at: level.tail), upper: try estimate(at: 1 - level.tail))
  }

  /// The interval corrected for bias and skewness; `jackknife`: the estimates without each case, of
  /// which so many as `strata` says in turn are of one group, and all if it does not.
  package func bca(
    _ level: ConfidenceLevel, jackknife: [Double], strata: [Int]? = nil
  ) throws(StatisticsError) -> ConfidenceInterval {
    let influence = Self.influence(jackknife, strata ?? [jackknife.count])
    return try bca(level, influence: influence.map { ($0, people: 1) })
  }

  /// The interval corrected for bias and skewness where people are of kinds; `jackknife`: the estimates
  /// without one of each kind, and how many are of it.
  package func bca(
    _ level: ConfidenceLevel, jackknife: [(estimate: Double, people: Int)]
  ) throws(StatisticsError) -> ConfidenceInterval {
    let people = jackknife.reduce(0) { $0 + $1.people }
    let mean = jackknife.reduce(0) { $0 + Double($1.people) * $1.estimate } / Double(people)
    return try bca(level, influence: jackknife.map { (mean - $0.estimate, $0.people) })
  }

  private func bca(
    _ level: ConfidenceLevel, influence: [(u: Double, people: Int)]
  ) throws(StatisticsError) -> ConfidenceInterval {
    // What rounding alone puts below is the estimate itself: resamples of few scores often find it.
    let highest = estimates.last(where: \.isFinite) ?? 0
    let rounding = 1e-9 * (highest - (estimates.first ?? 0))
    let below = estimates.count { $0 < estimate - rounding }
    guard below > 0, below < estimates.count else {
      throw .undetermined("the estimates of all resamples lie on one side of the estimate")
    }
    let (squares, cubes) = influence.reduce((0, 0)) { sums, pull in
      let squares = Double(pull.people) * pull.u * pull.u
      return (sums.0 + squares, sums.1 + squares * pull.u)
    }
    guard squares > 0 else { throw .undetermined("leaving out a case changes nothing") }
    let acceleration = cubes / (6 * squares * squares.squareRoot())
    let (lower, upper) = try computing { () throws(NumericsError) in
      let normal = Normal()
      let bias = try normal.quantile(Double(below) / Double(estimates.count))
      let z = try normal.upperQuantile(level.tail)
      let places = try [-z, z].map { (z) throws(NumericsError) in
        try normal.lowerTail(bias + (bias + z) / (1 - acceleration * (bias + z)))
      }
      return (places[0], places[1])
    }
    return ConfidenceInterval(
      level: level, lower: try estimate(at: lower), upper: try estimate(at: upper))
  }

  /// How far each case pulls the estimate, within its own group.
  private static func influence(_ jackknife: [Double], _ strata: [Int]) -> [Double] {
    var rest = jackknife[...]
    return strata.flatMap { size in
      let part = rest.prefix(size)
      rest = rest.dropFirst(size)
      let n = Double(size)
      let mean = part.reduce(0, +) / n
      return part.map { (mean - $0) * (n - 1) / n }
    }
  }

  /// The estimate that stands at place `p` of all, where it is finite.
  private func estimate(at p: Double) throws(StatisticsError) -> Double {
    let found = try value(at: p)
    guard found.isFinite else {
      let infinite = estimates.count { !$0.isFinite }
      throw .undetermined(
        "it is infinite in \(infinite) of \(estimates.count) resamples, and so would its limit be")
    }
    return found
  }

  private func value(at p: Double) throws(StatisticsError) -> Double {
    let rank = p * Double(estimates.count + 1)
    // Rounding must not cost the first or the last.
    guard rank > 1 - 1e-9, rank < Double(estimates.count) + 1e-9 else {
      throw .undetermined("\(estimates.count) resamples are too few for its limits")
    }
    let below = min(max(Int(rank), 1), estimates.count)
    guard below < estimates.count, rank > Double(below) else { return estimates[below - 1] }
    let share = try computing { () throws(NumericsError) in
      let normal = Normal()
      let low = try normal.quantile(Double(below) / Double(estimates.count + 1))
      let high = try normal.quantile(Double(below + 1) / Double(estimates.count + 1))
      return (try normal.quantile(p) - low) / (high - low)
    }
    return estimates[below - 1] + share * (estimates[below] - estimates[below - 1])
  }
}
