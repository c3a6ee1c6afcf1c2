public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether the means of several groups differ, without supposing that the groups vary alike.
///
///     F = (sum of w_i (m_i - m)^2 / (k - 1)) / (1 + 2 (k - 2) L / (k^2 - 1))
///     w_i = n_i / s_i^2        m: mean of the m_i weighted by w_i
///     L = sum of (1 - w_i / sum of w)^2 / (n_i - 1)        df2 = (k^2 - 1) / (3 L)
///
/// The default for several groups, as Welch's t is for two, whose square it is there.
///
/// - Input: two groups or more of `n >= 2`, each with some variance.
/// - Sources: Welch (1951).
/// - Checked against: R 4.2.2 `oneway.test`; see `SeveralGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct WelchANOVA: Procedure {
  public static let about = Method(
    "welch-anova", "Welch's analysis of variance", sources: ["doi:10.1093/biomet/38.3-4.330"])

  public typealias Input = SeveralGroups

  /// Of the intervals of the means.
  public var meansLevel = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: [GroupFigure]
    public let f: Double
    public let numeratorDegrees: Int
    public let denominatorDegrees: Double
    public let pValue: Double
    public let account: CaseAccount
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let means = try GroupMeans(data, leastPerGroup: 2)
    for group in means.groups where group.sumOfSquares == 0 {
      throw .noVariance(in: "the score within group '\(group.name)'")
    }
    let k = Double(means.groups.count)
    let weights = means.groups.map { 1 / $0.squaredError }
    let sum = weights.reduce(0, +)
    let mean = zip(weights, means.groups).reduce(0) { $0 + $1.0 * $1.1.shift } / sum
    let between = zip(weights, means.groups).reduce(0) { total, pair in
      total + pair.0 * (pair.1.shift - mean) * (pair.1.shift - mean)
    }
    let imbalance = zip(weights, means.groups).reduce(0) { total, pair in
      let rest = 1 - pair.0 / sum
      return total + rest * rest / Double(pair.1.n - 1)
    }
    let f = between / (k - 1) / (1 + 2 * (k - 2) * imbalance / (k * k - 1))
    let df = (k * k - 1) / (3 * imbalance)
    let pValue = try computing { () throws(NumericsError) in
      try FisherF(numerator: k - 1, denominator: df).upperTail(f)
    }
    return Outcome(
      groups: means.groups.map { GroupFigure($0, meansLevel) }, f: f,
      numeratorDegrees: means.groups.count - 1,
      denominatorDegrees: df, pValue: pValue, account: data.account)
  }
}

extension WelchANOVA.Outcome: Tabular {
  public var tables: [Table] {
    [
      groups.table(account),
      Table(
        WelchANOVA.about.id, title: WelchANOVA.about.title,
        columns: [
          .statistic.labelled("F"), .degreesOfFreedom, .degreesOfFreedomError, .pValue,
        ],
        rows: [[.real(f), .count(numeratorDegrees), .real(denominatorDegrees), .real(pValue)]]),
    ]
  }
}
