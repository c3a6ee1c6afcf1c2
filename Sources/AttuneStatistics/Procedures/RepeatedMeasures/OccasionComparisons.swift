public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Compares every two of several occasions by the ranks of the Friedman test.
///
///     Conover: t = (R_i - R_j) / sqrt(2 (n A - sum of R^2) / ((n - 1) (k - 1)))        df (n - 1) (k - 1)
///     Nemenyi: q = (r_i - r_j) / sqrt(k (k + 1) / (12 n)), the studentised range of k
///
/// R: sum, r: mean of an occasion's midranks within people; A: sum of all squared midranks. Conover's
/// p is two-sided and adjusted over all pairs, by Holm's method unless another is named. Nemenyi's is
/// of all pairs together and takes no account of ties, so that it finds less.
///
/// - Input: two occasions and two people or more, somebody with different scores; for Conover's, not
///   everybody in the same order.
/// - Sources: Conover & Iman (1979); Nemenyi (1963), in Pereira, Afonso & Medeiros (2015).
/// - Checked against: the formulas written out in R 4.2.2, scikit-posthocs 0.17.1; see
///   `FriedmanTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.undetermined`.
public struct OccasionComparisons: Procedure {
  public static let about = Method(
    "conover", "Conover's comparisons", sources: ["doi:10.2172/6057803"])
  public static let nemenyi = Method(
    "nemenyi", "Nemenyi's comparisons", sources: ["doi:10.1080/03610918.2014.931971"])

  public typealias Input = RepeatedMeasures

  /// What the difference of two ranks is held against.
  public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    case conover
    case nemenyi
  }

  public var kind = Kind.conover
  /// Of Conover's, over all pairs.
  public var correction = FamilyCorrection.holm

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let pairs: [Pair]
    public let kind: Kind
    public let correction: FamilyCorrection
    public let account: CaseAccount
  }

  public struct Pair: Sendable, Hashable {
    public let first: String
    public let second: String
    /// First mean rank minus second.
    public let meanRankDifference: Double
    /// Conover's t, Nemenyi's q.
    public let statistic: Double
    /// Conover's as it comes, Nemenyi's of all pairs together.
    public let pValue: Double
    /// By `correction` over all pairs; Nemenyi's p once more.
    public let adjustedPValue: Double
  }

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    let ranks = try RanksWithinPeople(data)
    let (n, k) = (ranks.n, ranks.k)
    let df = (n - 1) * (k - 1)
    if kind == .conover, !(ranks.discordance > 0) {
      throw .undetermined("everybody's scores have the same order")
    }
    let error =
      switch kind {
      case .conover: (2 * ranks.discordance / df).squareRoot() / n
      case .nemenyi: (k * (k + 1) / (12 * n)).squareRoot()
      }
    let (means, kind) = (ranks.meanRanks, kind)
    let found = try computing { () throws(NumericsError) in
      let t = try StudentT(degreesOfFreedom: df)
      let range = try StudentizedRange(count: Int(k), degreesOfFreedom: .infinity)
      var found: [(i: Int, j: Int, statistic: Double, p: Double)] = []
      for i in means.indices {
        for j in means.indices.dropFirst(i + 1) {
          let statistic = (means[i] - means[j]) / error
          let p =
            kind == .conover
            ? try t.pValue(statistic, .twoSided) : range.upperTail(statistic.magnitude)
          found.append((i, j, statistic, p))
        }
      }
      return found
    }
    let adjusted = kind == .conover ? correction.adjusted(found.map(\.p)) : found.map(\.p)
    return Outcome(
      pairs: zip(found, adjusted).map { pair, adjusted in
        Pair(
          first: ranks.names[pair.i], second: ranks.names[pair.j],
          meanRankDifference: means[pair.i] - means[pair.j], statistic: pair.statistic,
          pValue: pair.p, adjustedPValue: adjusted)
      }, kind: kind, correction: correction, account: data.account)
  }
}

extension OccasionComparisons.Outcome: Tabular {
  public var tables: [Table] { [kind == .conover ? conover : nemenyi] }

  private var conover: Table {
    Table(
      OccasionComparisons.about.id, title: OccasionComparisons.about.title,
      columns: [
        .firstGroup, .secondGroup, .estimate.labelled("mean rank difference"),
        .statistic.labelled("t"), .pValue.labelled("p unadjusted"), correction.column,
      ],
      rows: pairs.map { $0.cells + [.real($0.pValue), .real($0.adjustedPValue)] },
      notes: [
        """
        First minus second, of ranks within people; p is two-sided, the last corrected for all pairs \
        (\(correction.title)).
        """
      ])
  }

  private var nemenyi: Table {
    Table(
      OccasionComparisons.nemenyi.id, title: OccasionComparisons.nemenyi.title,
      columns: [
        .firstGroup, .secondGroup, .estimate.labelled("mean rank difference"),
        .statistic.labelled("q"), .pValue,
      ],
      rows: pairs.map { $0.cells + [.real($0.pValue)] },
      notes: [
        """
        First minus second, of ranks within people; p is of all pairs together, by the studentised \
        range, and takes no account of ties.
        """
      ])
  }
}

extension OccasionComparisons.Pair {
  fileprivate var cells: [Cell] {
    [.text(first), .text(second), .real(meanRankDifference), .real(statistic)]
  }
}
