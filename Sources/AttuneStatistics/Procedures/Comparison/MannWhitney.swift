public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether scores of one group tend to lie above those of another, by their ranks.
///
///     U1 = R1 - n1 (n1 + 1) / 2                         R1: sum of the first group's midranks
///     exact p: over all ways to draw n1 of the N midranks, ties as they are
///     else z = (U1 - n1 n2 / 2) / sigma
///     sigma^2 = n1 n2 / 12 * (N + 1 - sum of (t^3 - t) / (N (N - 1)))         t: values that tie
///
/// The exact p is conditional on the ties; R gives exactness up where there are ties, and scipy's
/// "exact" leaves ties out of account. With many cases the normal distribution stands in, without
/// the continuity correction unless asked for. U1 / (n1 n2) is the probability of superiority: that
/// a case of the first group scores above one of the second, ties counting half.
///
/// - Input: Two groups of `n >= 1`, not all the same value.
/// - Sources: Mann & Whitney (1947); exact with ties, Streitberg & Röhmel (1986); shift, Hodges &
///   Lehmann (1963).
/// - Checked against: R 4.2.2 `wilcox.test`, coin 1.4-2, exactRankTests; see `MannWhitneyTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct MannWhitney: Procedure {
  public static let about = Method(
    "mann-whitney", "Mann-Whitney test",
    sources: ["doi:10.1214/aoms/1177730491", "doi:10.1214/aoms/1177704172"])

  public typealias Input = TwoGroups

  public var alternative = Alternative.twoSided
  /// Of the shift.
  public var level = ConfidenceLevel.percent95
  /// Half a step towards the middle where the normal distribution stands in.
  public var correctsForContinuity = false

  public init() {}

  /// How the p-value was found.
  public enum Reference: String, Sendable, Hashable {
    case exact
    case normal
    case normalWithContinuity = "normal, continuity-corrected"
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let counts: GroupPair<Int>
    /// How many pairs the first group wins, ties counting half.
    public let u1: Double
    public let u2: Double
    /// Of the normal approximation with the correction for ties.
    public let z: Quantity
    public let pValue: Double
    public let reference: Reference
    /// Hodges and Lehmann's shift: the median of all differences between the groups.
    public let shift: Double
    public let shiftInterval: Result<ConfidenceInterval, StatisticsError>
    public let alternative: Alternative
    public let account: CaseAccount

    /// U1 / (n1 n2).
    public var probabilityOfSuperiority: Double { u1 / Double(counts.first * counts.second) }
  }

  /// More additions than this are left to the normal distribution: about 60 people a group.
  private static let affordable = 1e8

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    let (x, y) = (groups.values.first, groups.values.second)
    let all = x + y
    guard all.contains(where: { $0 != all[0] }) else { throw .noVariance(in: "the score") }
    let (n1, n2) = (Double(x.count), Double(y.count))
    let distinct = DistinctValues(all)
    let doubled = distinct.midranks(of: all).map { Int(2 * $0) }
    let rankSum = doubled.prefix(x.count).reduce(0, +)
    let u1 = Double(rankSum) / 2 - n1 * (n1 + 1) / 2
    let ties = distinct.tieCounts.reduce(0.0) { $0 + Double($1 * $1 - 1) * Double($1) }
    let n = n1 + n2
    let sigma = (n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)))).squareRoot()
    let distance = u1 - n1 * n2 / 2
    let isExact =
      !correctsForContinuity
      && RankSum.takes(atMost: Self.affordable, of: doubled, drawing: x.count)
    let pValue: Double
    if isExact {
      let distribution = RankSum(of: doubled, drawing: x.count)
      pValue =
        switch alternative {
        case .twoSided:
          distribution.bothTails(rankSum, doubledMean: 2 * x.count * (all.count + 1))
        case .less: distribution.lowerTail(rankSum)
        case .greater: distribution.upperTail(rankSum)
        }
    } else {
      pValue = try normalTail(distance, sigma)
    }
    let differences = PairwiseDifferences(x, y)
    return Outcome(
      names: groups.names, counts: GroupPair(x.count, y.count), u1: u1, u2: n1 * n2 - u1,
      z: .value(distance / sigma), pValue: pValue,
      reference: isExact ? .exact : correctsForContinuity ? .normalWithContinuity : .normal,
      shift: differences.median,
      shiftInterval: Result { () throws(StatisticsError) in
        try differences.shiftInterval(level, sigma: sigma, isExact: isExact)
      },
      alternative: alternative, account: groups.account)
  }

  private func normalTail(_ distance: Double, _ sigma: Double) throws(StatisticsError) -> Double {
    let half = correctsForContinuity ? 0.5 : 0
    return try computing { () throws(NumericsError) in
      switch alternative {
      case .twoSided:
        min(1, 2 * (try Normal().upperTail(max(0, distance.magnitude - half) / sigma)))
      case .less: try Normal().lowerTail((distance + half) / sigma)
      case .greater: try Normal().upperTail((distance - half) / sigma)
      }
    }
  }
}

extension MannWhitney.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        MannWhitney.about.id, title: MannWhitney.about.title,
        columns: [
          .statistic.labelled("U"), .zScore, .pValue, .estimate.labelled("shift"), .lower, .upper,
          .superiority,
        ],
        rows: [
          [
            .real(u1), z.cell, .real(pValue), .real(shift), shiftInterval.cells.lower,
            shiftInterval.cells.upper, .real(probabilityOfSuperiority),
          ]
        ],
        notes: [
          """
          \(names.first) against \(names.second); p is \
          \(alternative == .twoSided ? "two-sided" : "one-sided"), \(reference.words). \
          shift: Hodges-Lehmann. superiority: the probability that one of '\(names.first)' scores \
          above one of '\(names.second)', ties counting half.
          """
        ])
    ]
  }
}

extension MannWhitney.Reference {
  fileprivate var words: String {
    switch self {
    case .exact: "exact, conditional on ties"
    case .normal: "from the normal distribution, corrected for ties"
    case .normalWithContinuity:
      "from the normal distribution, corrected for ties and continuity"
    }
  }
}

extension Column {
  static let zScore = Column("z", "z", .number)
  static let superiority = Column("probability_of_superiority", "superiority", .bounded)
}
