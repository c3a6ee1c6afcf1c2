public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how alike a score is on two occasions between which nothing much changed.
///
///     ICC(A,1) = (B - E) / (B + E + 2 (J - E) / n)                    agreement, the one to report
///     r        Pearson's: blind to a change of everybody alike
///     SEM      = sqrt(((J - E) / n) + E)                              of agreement
///     smallest detectable change = z * sqrt(2) * SEM                  z = 1.96 at 95 %
///
/// B, J, E: mean squares between people, between occasions, and of what is left. The change is the
/// second occasion less the first, with the interval of a paired t. SEM and changes are in the unit
/// of the score.
///
/// - Input: Pairs, the first occasion first; `n >= 2`, both varying.
/// - Cautions: `few-cases`, `wide-interval`, `negative-icc`.
/// - Sources: McGraw & Wong (1996); de Vet et al. (2006).
/// - Checked against: formulas written out in R 4.2.2 for each part; see `TestRetestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct TestRetest: Procedure {
  public static let about = Method(
    "test-retest", "Test-retest reliability",
    sources: ["doi:10.1037/1082-989X.1.1.30", "doi:10.1186/1477-7525-4-54"])

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// ICC(A,1): absolute agreement of single scores.
    public let agreement: IntraclassCorrelation.Coefficient
    /// Pearson's.
    public let correlation: Double
    /// Second occasion less the first.
    public let meanChange: Double
    public let changeInterval: ConfidenceInterval
    public let standardError: Quantity
    public let smallestDetectableChange: Quantity
    public let account: CaseAccount
    public let level: ConfidenceLevel
    public let cautions: [Caution]
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    try pairs.requireVariation()
    let ratings = Ratings(
      raters: [pairs.names.first, pairs.names.second],
      columns: [pairs.values.first, pairs.values.second])
    var procedure = IntraclassCorrelation()
    procedure.level = level
    let complete: CompleteRatings
    do { complete = try ratings.complete(.forbid) } catch { throw .undetermined("\(error)") }
    let classes = try procedure.apply(to: complete)
    guard let agreement = classes.coefficients.first(where: { $0.form == .agreementSingle }) else {
      throw .undetermined("there is no coefficient of agreement")
    }
    let changes = Moments(of: zip(pairs.values.second, pairs.values.first).map { $0 - $1 })
    let (reach, z) = try computing { () throws(NumericsError) in
      let t = try StudentT(degreesOfFreedom: Double(pairs.caseCount - 1))
      let error = changes.standardDeviation / Double(pairs.caseCount).squareRoot()
      return (try t.upperQuantile(level.tail) * error, try Normal().upperQuantile(level.tail))
    }
    return Outcome(
      names: pairs.names, agreement: agreement,
      correlation: try PearsonCorrelation().apply(to: pairs).estimate,
      meanChange: changes.mean,
      changeInterval: ConfidenceInterval(
        level: level, lower: changes.mean - reach, upper: changes.mean + reach),
      standardError: classes.standardErrorOfAgreement,
      smallestDetectableChange: classes.standardErrorOfAgreement.value.map {
        .value(z * 2.0.squareRoot() * $0)
      } ?? classes.standardErrorOfAgreement,
      account: pairs.account, level: level,
      cautions: classes.cautions.filter {
        $0.id != "negative-icc" || (agreement.estimate.value ?? 0) < 0
      })
  }
}

extension TestRetest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        TestRetest.about.id, title: TestRetest.about.title,
        columns: [
          .cases, .estimate.labelled("ICC(A,1)", .bounded), .lower.labelled("lower", .bounded),
          .upper.labelled("upper", .bounded), .retestCorrelation, .standardError.labelled("SEM"),
          .smallestDetectableChange,
        ],
        rows: [
          [
            .count(account.used), agreement.estimate.cell, agreement.interval.cells.lower,
            agreement.interval.cells.upper, .real(correlation), standardError.cell,
            smallestDetectableChange.cell,
          ]
        ],
        notes: [
          """
          \(account.note). ICC(A,1): two-way, absolute agreement, single scores, \
          \(level.percent) interval; r: Pearson's. A change of one person is detectable at \
          \(level.percent).
          """
        ]),
      Table(
        "mean-change", title: "Change between the occasions",
        columns: [.estimate.labelled("mean change"), .lower, .upper],
        rows: [[.real(meanChange), .real(changeInterval.lower), .real(changeInterval.upper)]],
        notes: ["'\(names.second)' less '\(names.first)'; \(level.percent) interval, paired t."]),
    ]
  }
}

extension Column {
  fileprivate static let retestCorrelation = Column("r", "r", .bounded)
}
