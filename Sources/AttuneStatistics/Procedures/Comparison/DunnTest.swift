public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Compares every two of several groups by the ranks of the Kruskal-Wallis test.
///
///     z = (r_i - r_j) / sqrt((N (N + 1) / 12 - sum (t^3 - t) / (12 (N - 1))) (1 / n_i + 1 / n_j))
///
/// r: mean midrank; t: values that tie. p is two-sided (the R package dunn.test halves it) and
/// adjusted over all pairs, by Holm's method unless another is named; as it comes beside it.
///
/// - Input: two groups or more of `n >= 1`, not all the same value.
/// - Sources: Dunn (1964).
/// - Checked against: the formula written out in R 4.2.2, rstatix; see `SeveralGroupsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct DunnTest: Procedure {
  public static let about = Method(
    "dunn", "Dunn's comparisons", sources: ["doi:10.1080/00401706.1964.10490181"])

  public typealias Input = SeveralGroups

  /// Over all pairs.
  public var correction = FamilyCorrection.holm

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let pairs: [Pair]
    public let correction: FamilyCorrection
    public let account: CaseAccount
  }

  public struct Pair: Sendable, Hashable {
    public let first: String
    public let second: String
    /// First mean rank minus second.
    public let meanRankDifference: Double
    public let z: Double
    /// As it comes.
    public let pValue: Double
    /// By `correction` over all pairs.
    public let adjustedPValue: Double
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let ranks = try GroupRanks(data)
    let n = Double(ranks.n)
    let variance = n * (n + 1) / 12 - ranks.ties / (12 * (n - 1))
    var found: [(i: Int, j: Int, difference: Double, z: Double, p: Double)] = []
    for i in ranks.groups.indices {
      for j in ranks.groups.indices.dropFirst(i + 1) {
        let (one, other) = (ranks.groups[i], ranks.groups[j])
        let (n1, n2) = (Double(one.n), Double(other.n))
        let difference = one.sum / n1 - other.sum / n2
        let z = difference / (variance * (1 / n1 + 1 / n2)).squareRoot()
        let p = try computing { () throws(NumericsError) in
          min(1, 2 * (try Normal().upperTail(z.magnitude)))
        }
        found.append((i, j, difference, z, p))
      }
    }
    let adjusted = correction.adjusted(found.map(\.p))
    return Outcome(
      pairs: zip(found, adjusted).map { pair, adjusted in
        Pair(
          first: ranks.groups[pair.i].name, second: ranks.groups[pair.j].name,
          meanRankDifference: pair.difference, z: pair.z, pValue: pair.p,
          adjustedPValue: adjusted)
      }, correction: correction, account: data.account)
  }
}

extension DunnTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        DunnTest.about.id, title: DunnTest.about.title,
        columns: [
          .firstGroup, .secondGroup, .estimate.labelled("mean rank difference"), .zScore,
          .pValue.labelled("p unadjusted"), correction.column,
        ],
        rows: pairs.map { pair in
          [
            .text(pair.first), .text(pair.second), .real(pair.meanRankDifference), .real(pair.z),
            .real(pair.pValue), .real(pair.adjustedPValue),
          ]
        },
        notes: [
          "First minus second; p is two-sided, the last corrected for all pairs (\(correction.title))."
        ])
    ]
  }
}
