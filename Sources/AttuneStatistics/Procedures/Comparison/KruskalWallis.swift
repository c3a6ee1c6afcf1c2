public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether scores of some groups tend to lie above those of others, by their ranks.
///
///     H = (12 / (N (N + 1)) sum of R_i^2 / n_i - 3 (N + 1)) / C        C = 1 - sum (t^3 - t) / (N^3 - N)
///     epsilon2 = H (N + 1) / (N^2 - 1)        chi-square with k - 1 degrees of freedom
///
/// R_i: sum of a group's midranks; t: values that tie. epsilon2 is the share of the ranks' variance,
/// from 0 to 1. Its interval draws each group's people again and again (percentile); because epsilon2 is
/// never below 0, it lies too high where groups hardly differ.
///
/// - Input: two groups or more of `n >= 1`, not all the same value.
/// - Sources: Kruskal & Wallis (1952); epsilon2, Tomczak & Tomczak (2014).
/// - Checked against: R 4.2.2 `kruskal.test`, effectsize 0.8.3; see `SeveralGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct KruskalWallis: Procedure {
  public static let about = Method(
    "kruskal-wallis", "Kruskal-Wallis test", sources: ["doi:10.1080/01621459.1952.10483441"])

  public typealias Input = SeveralGroups

  /// Of the interval of epsilon2.
  public var level = ConfidenceLevel.percent95
  /// What gives the interval of epsilon2; without it there is none.
  public var resampling: Resampling?

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let h: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    public let epsilonSquared: Double
    public let epsilonSquaredInterval: Result<ConfidenceInterval, StatisticsError>
    public let level: ConfidenceLevel
    public let resampling: Resampling?
    public let account: CaseAccount
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let ranks = try GroupRanks(data)
    let n = Double(ranks.n)
    let sums = ranks.groups.reduce(0) { $0 + $1.sum * $1.sum / Double($1.n) }
    let h = (12 / (n * (n + 1)) * sums - 3 * (n + 1)) / ranks.tieCorrection
    let df = ranks.groups.count - 1
    let pValue = try computing { () throws(NumericsError) in
      try ChiSquare(degreesOfFreedom: Double(df)).upperTail(max(0, h))
    }
    return Outcome(
      h: h, degreesOfFreedom: df, pValue: pValue, epsilonSquared: h * (n + 1) / (n * n - 1),
      epsilonSquaredInterval: interval(data), level: level, resampling: resampling,
      account: data.account)
  }

  private func interval(_ data: SeveralGroups) -> Result<ConfidenceInterval, StatisticsError> {
    let (level, resampling) = (level, resampling)
    return Result { () throws(StatisticsError) in
      guard let resampling else { throw .undetermined("it takes resamples, and none were drawn") }
      try data.requireTwoPerGroup()
      return try BootstrapDistribution(ResampledRanks(data), resampling).percentile(level)
    }
  }
}

/// The midranks of several groups among all.
struct GroupRanks {
  let groups: [(name: String, n: Int, sum: Double)]
  let n: Int
  /// 1 without ties.
  let tieCorrection: Double
  /// Of the ranks: sum of t^3 - t.
  let ties: Double

  init(_ data: SeveralGroups) throws(StatisticsError) {
    guard data.groups.count >= 2 else {
      throw .tooFew(.groups, found: data.groups.count, needed: 2)
    }
    let all = data.allValues
    guard all.contains(where: { $0 != all[0] }) else { throw .noVariance(in: "the score") }
    var ranks = midranks(all)[...]
    groups = data.groups.map { group in
      defer { ranks = ranks.dropFirst(group.values.count) }
      return (group.name, group.values.count, ranks.prefix(group.values.count).reduce(0, +))
    }
    n = all.count
    ties = tieCounts(all).reduce(0.0) { $0 + Double($1 * $1 - 1) * Double($1) }
    let total = Double(n)
    tieCorrection = 1 - ties / (total * total * total - total)
  }
}

extension KruskalWallis.Outcome: Tabular {
  public var tables: [Table] {
    let limits = epsilonSquaredInterval.cells
    let drawn = resampling.map {
      "\(level.percent) percentile interval of epsilon², \($0.note), each group drawn from itself: "
        + "epsilon² is never below 0, so that it lies too high where groups hardly differ."
    }
    return [
      Table(
        KruskalWallis.about.id, title: KruskalWallis.about.title,
        columns: [
          .statistic.labelled("H"), .degreesOfFreedom, .pValue,
          .estimate.labelled("epsilon²", .bounded), .lower.labelled("lower", .bounded),
          .upper.labelled("upper", .bounded),
        ],
        rows: [
          [
            .real(h), .count(degreesOfFreedom), .real(pValue), .real(epsilonSquared),
            limits.lower, limits.upper,
          ]
        ],
        notes: ["Corrected for ties; p from the chi-square distribution."]
          + [drawn].compactMap { $0 })
    ]
  }
}
