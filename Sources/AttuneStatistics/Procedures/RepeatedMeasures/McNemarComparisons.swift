public import AttuneData
public import AttuneTables

/// Compares the share of yes on every two of several occasions by McNemar's test, corrected for their
/// number.
///
/// The exact p, corrected by `correction` over all pairs in which somebody changes.
///
/// - Input: two occasions and two people or more, two kinds of answers.
/// - Sources: McNemar (1947); Holm (1979).
/// - Checked against: R 4.2.2 `binom.test`, `p.adjust`; see `McNemarTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct McNemarComparisons: Procedure {
  public static let about = Method(
    "mcnemar-pairs", "McNemar's comparisons",
    sources: McNemarTest.about.sources + ["doi:10.2307/4615733"])

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

  public typealias Pair = ComparedOccasions<McNemarTest.Outcome>

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    try data.requireTwo()
    _ = try YesOrNo(data.occasions.map(\.values))
    var test = McNemarTest()
    test.level = level
    let pairs = Pair.all(of: data, correction, by: test.apply(to:)) {
      try? $0.tests.get().exactPValue
    }
    guard pairs.contains(where: { $0.adjustedPValue != nil }) else {
      throw .undetermined("nobody's answer changes")
    }
    return Outcome(pairs: pairs, correction: correction, level: level, account: data.account)
  }
}

extension McNemarComparisons.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        McNemarComparisons.about.id, title: McNemarComparisons.about.title,
        columns: [
          .firstGroup, .secondGroup, .estimate.labelled("difference", .bounded),
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
          Column("only_first", "only first", .count), Column("only_second", "only second", .count),
          .pValue.labelled("p unadjusted"), correction.column,
        ],
        rows: pairs.map(\.cells),
        notes: [
          """
          Share first minus share second, \(level.percent) intervals of each pair alone by \
          \(McNemarTest.Interval.newcombe.title); p is exact and two-sided, the last corrected for \
          all pairs (\(correction.title)).
          """
        ])
    ]
  }
}

extension ComparedOccasions<McNemarTest.Outcome> {
  fileprivate var cells: [Cell] {
    let start: [Cell] = [.text(names.first), .text(names.second)]
    switch found {
    case .failure(let reason):
      return start + (0..<7).map { _ in .unavailable(reason.description) }
    case .success(let found):
      let end: [Cell] =
        switch found.tests {
        case .success(let tests):
          [.real(tests.exactPValue), .real(adjustedPValue ?? tests.exactPValue)]
        case .failure(let reason):
          Array(repeating: .unavailable(reason.description), count: 2)
        }
      return start + [
        .real(found.difference), .real(found.differenceInterval.lower),
        .real(found.differenceInterval.upper), .count(found.counts.onlyFirst),
        .count(found.counts.onlySecond),
      ] + end
    }
  }
}
