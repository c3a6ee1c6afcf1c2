public import AttuneData
public import AttuneTables

/// Compares the means of every two of several occasions by paired t tests, corrected for their
/// number.
///
/// Each pair has a standard error of its own, from the differences of that pair, so that no
/// sphericity is supposed. Corrected by `correction` over all pairs that can be tested; p as it comes,
/// the intervals and dz are of each pair alone.
///
/// - Input: two occasions and two people or more, not everybody changing alike.
/// - Sources: Student (1908); Holm (1979).
/// - Checked against: R 4.2.2 `pairwise.t.test(paired = TRUE)`, `t.test`; see
///   `RepeatedMeasuresANOVATests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct PairedComparisons: Procedure {
  public static let about = Method(
    "paired-t-tests", "Paired t-tests",
    sources: ["doi:10.1093/biomet/6.1.1", "doi:10.2307/4615733"])

  public typealias Input = RepeatedMeasures

  public var correction = FamilyCorrection.holm
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let pairs: [Pair]
    public let correction: FamilyCorrection
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public typealias Pair = ComparedOccasions<PairedTTest.Outcome>

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    try data.requireTwo()
    var test = PairedTTest()
    test.level = level
    let pairs = Pair.all(of: data, correction, by: test.apply(to:)) { $0.pValue }
    // Where no pair can be tested, all say why in the same way.
    if pairs.allSatisfy({ $0.adjustedPValue == nil }) { _ = try pairs[0].found.get() }
    return Outcome(
      pairs: pairs, correction: correction, level: level, account: data.account)
  }
}

extension PairedComparisons.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        PairedComparisons.about.id, title: PairedComparisons.about.title,
        columns: [
          .firstGroup, .secondGroup, .estimate.labelled("difference"), .standardError, .lower,
          .upper, .statistic.labelled("t"), .degreesOfFreedom, .pValue.labelled("p unadjusted"),
          correction.column, Column("d_z", "dz", .number),
        ],
        rows: pairs.map(\.cells),
        notes: [
          """
          First minus second; the last p is corrected for all pairs (\(correction.title)); the \
          \(level.percent) intervals are of each pair alone. dz: in standard deviations of the \
          differences.
          """
        ])
    ]
  }
}

extension ComparedOccasions<PairedTTest.Outcome> {
  fileprivate var cells: [Cell] {
    let start: [Cell] = [.text(names.first), .text(names.second)]
    switch found {
    case .failure(let reason):
      return start + (0..<9).map { _ in .unavailable(reason.description) }
    case .success(let found):
      return start + [
        .real(found.meanDifference), .real(found.standardError), .real(found.interval.lower),
        .real(found.interval.upper), .real(found.t), .count(found.degreesOfFreedom),
        .real(found.pValue), .real(adjustedPValue ?? found.pValue), .real(found.dz),
      ]
    }
  }
}
