public import AttuneData
import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tests whether the differences of pairs lie around 0, by the ranks of their sizes.
///
///     W+ = sum of the midranks of |difference| where it is positive
///     exact p: over all 2^n ways to give the ranks their signs, ties as they are
///     else z = (W+ - sum of ranks / 2) / sqrt(sum of squared ranks / 4)
///
/// Differences of 0 are dropped (Wilcoxon), or ranked and then dropped (Pratt), which is named. R
/// gives exactness up where there are ties or zeros. The rank-biserial correlation is
/// (W+ - W-) / (W+ + W-): from -1 to 1. It supposes that the differences lie alike to both sides of
/// their middle.
///
/// - Input: Pairs with at least one difference that is not 0. Differences are first less second.
/// - Sources: Wilcoxon (1945); Pratt (1959); exact with ties, Streitberg & Röhmel (1986);
///   rank-biserial, Kerby (2014).
/// - Checked against: R 4.2.2 `wilcox.test`, coin 1.4-2 `wilcoxsign_test`, exactRankTests; see
///   `WilcoxonSignedRankTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct WilcoxonSignedRank: Procedure {
  public static let about = Method(
    "wilcoxon-signed-rank", "Wilcoxon signed-rank test",
    sources: ["doi:10.2307/3001968", "doi:10.1080/01621459.1959.10501526"])

  public typealias Input = Pairs

  /// What is done about differences of 0.
  public enum Zeros: String, Codable, Sendable, Hashable, CaseIterable {
    /// Dropped before ranking.
    case wilcoxon
    /// Ranked with the others, then dropped.
    case pratt
  }

  public var alternative = Alternative.twoSided
  public var zeros = Zeros.wilcoxon

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// The sum of the ranks of positive differences.
    public let positiveRanks: Double
    public let negativeRanks: Double
    /// How many differences are not 0.
    public let nonzero: Int
    public let z: Double
    public let pValue: Double
    public let isExact: Bool
    /// (W+ - W-) / (W+ + W-), zeros dropped before ranking.
    public let rankBiserial: Double
    public let zeros: Zeros
    public let alternative: Alternative
    public let account: CaseAccount
  }

  /// Up to so many differences every way to give signs is counted.
  private static let affordable = 500

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    guard pairs.caseCount >= 1 else { throw .tooFew(.cases, found: 0, needed: 1) }
    let differences = pairs.differences
    let nonzero = differences.filter { $0 != 0 }
    guard !nonzero.isEmpty else { throw .noVariance(in: "the difference") }
    let ranked = zeros == .wilcoxon ? nonzero : differences
    let signed = Self.signedRanks(ranked)
    let positive = signed.filter { $0 > 0 }.reduce(0, +)
    let all = signed.map(abs).reduce(0, +)
    let spread = signed.reduce(0) { $0 + Double($1 * $1) }.squareRoot()
    let z = Double(2 * positive - all) / spread
    let isExact = signed.count <= Self.affordable
    return Outcome(
      names: pairs.names, positiveRanks: Double(positive) / 2,
      negativeRanks: Double(all - positive) / 2, nonzero: nonzero.count, z: z,
      pValue: isExact ? exactTail(signed.map(abs), positive) : try normalTail(z),
      isExact: isExact, rankBiserial: Self.rankBiserial(nonzero), zeros: zeros,
      alternative: alternative, account: pairs.account)
  }

  /// Twice the midrank of each size, with the difference's sign; 0 for a difference of 0.
  private static func signedRanks(_ differences: [Double]) -> [Int] {
    zip(differences, midranks(differences.map(abs))).map { difference, rank in
      difference == 0 ? 0 : difference > 0 ? Int(2 * rank) : -Int(2 * rank)
    }.filter { $0 != 0 }
  }

  /// (W+ - W-) / (W+ + W-) of differences none of which is 0, at least one.
  static func rankBiserial(_ nonzero: [Double]) -> Double {
    let signed = signedRanks(nonzero)
    return Double(signed.reduce(0, +)) / Double(signed.map(abs).reduce(0, +))
  }

  /// Each rank is positive or not with the same probability: the sums convolved one by one.
  private func exactTail(_ ranks: [Int], _ positive: Int) -> Double {
    var probabilities = [1.0]
    for rank in ranks {
      var next = Array(repeating: 0.0, count: probabilities.count + rank)
      for (sum, probability) in probabilities.enumerated() where probability > 0 {
        next[sum] += probability / 2
        next[sum + rank] += probability / 2
      }
      probabilities = next
    }
    let lower = probabilities.prefix(positive + 1).reduce(0, +)
    let upper = probabilities.dropFirst(positive).reversed().reduce(0, +)
    return switch alternative {
    case .twoSided: min(1, 2 * min(lower, upper))
    case .less: lower
    case .greater: upper
    }
  }

  private func normalTail(_ z: Double) throws(StatisticsError) -> Double {
    try computing { () throws(NumericsError) in
      switch alternative {
      case .twoSided: min(1, 2 * (try Normal().upperTail(abs(z))))
      case .less: try Normal().lowerTail(z)
      case .greater: try Normal().upperTail(z)
      }
    }
  }
}

extension WilcoxonSignedRank.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        WilcoxonSignedRank.about.id, title: WilcoxonSignedRank.about.title,
        columns: [
          .nonzero, .statistic.labelled("W+"), .zScore, .pValue,
          .estimate.labelled("rank-biserial r", .bounded),
        ],
        rows: [
          [
            .count(nonzero), .real(positiveRanks), .real(z), .real(pValue), .real(rankBiserial),
          ]
        ],
        notes: [
          """
          \(account.note). \(names.first) minus \(names.second); differences of 0 are \
          \(zeros.words); p is \
          \(alternative == .twoSided ? "two-sided" : "one-sided"), \
          \(isExact ? "exact, conditional on ties" : "from the normal distribution").
          """
        ])
    ]
  }
}

extension WilcoxonSignedRank.Zeros {
  /// Completes "differences of 0 are …".
  var words: String { self == .wilcoxon ? "dropped (Wilcoxon)" : "ranked, then dropped (Pratt)" }
}

extension Column {
  static let nonzero = Column("n_nonzero", "n not 0", .count)
}
