public import AttuneData
public import AttuneTables

/// Compares every two of several occasions by Wilcoxon's signed-rank test, corrected for their number.
///
/// Each pair is ranked by its own differences, so that it says of two occasions what the test of two
/// says; Conover's comparisons rank all occasions of a person together. Corrected by `correction` over
/// all pairs that can be tested.
///
/// - Input: two occasions and a person or more, not everybody's scores the same.
/// - Sources: Wilcoxon (1945); Holm (1979).
/// - Checked against: R 4.2.2 `pairwise.wilcox.test(paired = TRUE)`; see `SignedRankComparisonsTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct SignedRankComparisons: Procedure {
  public static let about = Method(
    "wilcoxon-pairs", "Wilcoxon signed-rank tests of pairs",
    sources: ["doi:10.2307/3001968", "doi:10.2307/4615733"])

  public typealias Input = RepeatedMeasures

  public var correction = FamilyCorrection.holm
  public var zeros = WilcoxonSignedRank.Zeros.wilcoxon
  /// Of each pair's rank-biserial correlation alone.
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let pairs: [Pair]
    public let correction: FamilyCorrection
    public let zeros: WilcoxonSignedRank.Zeros
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public typealias Pair = ComparedOccasions<WilcoxonSignedRank.Outcome>

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    guard data.occasions.count >= 2 else {
      throw .tooFew(.occasions, found: data.occasions.count, needed: 2)
    }
    var test = WilcoxonSignedRank()
    (test.zeros, test.level) = (zeros, level)
    let pairs = Pair.all(of: data, correction, by: test.apply(to:)) { $0.pValue }
    // Where no pair can be tested, all say why in the same way.
    if pairs.allSatisfy({ $0.adjustedPValue == nil }) { _ = try pairs[0].found.get() }
    return Outcome(
      pairs: pairs, correction: correction, zeros: zeros, level: level, account: data.account)
  }
}

extension SignedRankComparisons.Outcome: Tabular {
  public var tables: [Table] {
    let tested = pairs.compactMap { try? $0.found.get() }
    let exact = tested.allSatisfy(\.isExact) ? "exact, conditional on ties" : "normal where n > 500"
    return [
      Table(
        SignedRankComparisons.about.id, title: SignedRankComparisons.about.title,
        columns: [
          .firstGroup, .secondGroup, .nonzero, .statistic.labelled("W+"), .zScore,
          .pValue.labelled("p unadjusted"), correction.column,
          .estimate.labelled("rank-biserial r", .bounded),
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
        ],
        rows: pairs.map(\.cells),
        notes: [
          """
          \(account.note). First minus second; differences of 0 are \(zeros.words); p is two-sided, \
          \(exact); the last p is corrected for all pairs (\(correction.title)); the \
          \(level.percent) intervals are of each pair alone, by Fisher's z.
          """
        ])
    ]
  }
}

extension ComparedOccasions<WilcoxonSignedRank.Outcome> {
  fileprivate var cells: [Cell] {
    let start: [Cell] = [.text(names.first), .text(names.second)]
    switch found {
    case .failure(let reason):
      return start + (0..<8).map { _ in .unavailable(reason.description) }
    case .success(let found):
      return start + [
        .count(found.nonzero), .real(found.positiveRanks), .real(found.z), .real(found.pValue),
        .real(adjustedPValue ?? found.pValue), .real(found.rankBiserial),
        found.rankBiserialInterval.cells.lower, found.rankBiserialInterval.cells.upper,
      ]
    }
  }
}
