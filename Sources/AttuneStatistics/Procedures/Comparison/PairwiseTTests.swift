public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Compares the means of every two of several groups by t tests, corrected for their number.
///
///     t = (m_i - m_j) / SE
///     Welch: SE^2 = s_i^2 / n_i + s_j^2 / n_j, with Welch's degrees of freedom
///     pooled: SE^2 = w (1 / n_i + 1 / n_j), with N - k        w: mean square within all groups
///
/// Corrected by `correction` over all pairs; p as it comes and the intervals are of each pair alone.
///
/// - Input: two groups or more; Welch: of `n >= 2`, each pair with some variance; pooled: more cases
///   than groups, some variance within.
/// - Sources: Welch (1947); Holm (1979).
/// - Checked against: R 4.2.2 `pairwise.t.test`; see `PairwiseComparisonTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct PairwiseTTests: Procedure {
  public static let about = Method(
    "pairwise-t-tests", "Pairwise t-tests",
    sources: ["doi:10.1093/biomet/34.1-2.28", "doi:10.2307/4615733"])

  public typealias Input = SeveralGroups

  /// Where the standard error of a pair comes from.
  public enum Variance: String, Codable, Sendable, Hashable, CaseIterable {
    /// The two groups of the pair, apart.
    case welch
    /// All groups together.
    case pooled
  }

  public var variance = Variance.welch
  public var correction = FamilyCorrection.holm
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Their p-values as they come.
    public let pairs: [PairwiseMeans.Pair]
    /// One for each pair.
    public let adjustedPValues: [Double]
    public let variance: Variance
    public let correction: FamilyCorrection
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let means = try GroupMeans(data, leastPerGroup: variance == .welch ? 2 : 1)
    let df = means.n - means.groups.count
    if variance == .pooled {
      guard df > 0 else { throw .tooFew(.cases, found: means.n, needed: means.groups.count + 1) }
      guard means.within > 0 else { throw .noVariance(in: "the score within each group") }
    }
    var pairs: [PairwiseMeans.Pair] = []
    for i in means.groups.indices {
      for j in means.groups.indices.dropFirst(i + 1) {
        pairs.append(try pair(means.groups[i], means.groups[j], means.within / Double(df), df))
      }
    }
    return Outcome(
      pairs: pairs, adjustedPValues: correction.adjusted(pairs.map(\.pValue)), variance: variance,
      correction: correction, level: level, account: data.account)
  }

  private func pair(
    _ one: GroupMeans.Group, _ other: GroupMeans.Group, _ within: Double, _ pooledDegrees: Int
  ) throws(StatisticsError) -> PairwiseMeans.Pair {
    let (squaredError, df): (Double, Double)
    switch variance {
    case .pooled:
      squaredError = within * (1 / Double(one.n) + 1 / Double(other.n))
      df = Double(pooledDegrees)
    case .welch:
      squaredError = one.squaredError + other.squaredError
      guard squaredError > 0 else {
        throw .noVariance(in: "the score within groups '\(one.name)' and '\(other.name)'")
      }
      let shares = [one, other].map { group in
        let share = group.squaredError / squaredError
        return share * share / Double(group.n - 1)
      }
      df = 1 / (shares[0] + shares[1])
    }
    let error = squaredError.squareRoot()
    let difference = one.shift - other.shift
    let level = level
    let (pValue, reach) = try computing { () throws(NumericsError) in
      let distribution = try StudentT(degreesOfFreedom: df)
      return (
        try distribution.pValue(difference / error, .twoSided),
        try distribution.upperQuantile(level.tail) * error
      )
    }
    return PairwiseMeans.Pair(
      first: one.name, second: other.name, difference: difference, standardError: error,
      interval: ConfidenceInterval(
        level: level, lower: difference - reach, upper: difference + reach),
      t: difference / error, degreesOfFreedom: df, pValue: pValue)
  }
}

extension PairwiseTTests.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        PairwiseTTests.about.id, title: PairwiseTTests.about.title,
        columns: [
          .firstGroup, .secondGroup, .estimate.labelled("difference"), .standardError, .lower,
          .upper, .statistic.labelled("t"), .degreesOfFreedom, .pValue, correction.column,
        ],
        rows: zip(pairs, adjustedPValues).map { pair, adjusted in
          [
            .text(pair.first), .text(pair.second), .real(pair.difference),
            .real(pair.standardError), .real(pair.interval.lower), .real(pair.interval.upper),
            .real(pair.t), .real(pair.degreesOfFreedom), .real(pair.pValue), .real(adjusted),
          ]
        },
        notes: [
          """
          First minus second, \
          \(variance == .welch ? "each pair with its own variances" : "variance of all groups pooled"); \
          the last p is corrected for all pairs (\(correction.title)); the \(level.percent) \
          intervals are of each pair alone.
          """
        ])
    ]
  }
}
