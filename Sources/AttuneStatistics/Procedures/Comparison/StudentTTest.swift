public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether two means differ, supposing that the groups vary alike.
///
///     t = (m1 - m2) / SE        SE^2 = s^2 (1 / n1 + 1 / n2)        s^2: pooled variance
///     df = n1 + n2 - 2
///
/// Welch's test costs almost nothing more and needs no such supposition; this one is here because
/// others report it.
///
/// - Input: Two groups of `n >= 2`, or their summaries; at least one varies.
/// - Sources: Student (1908).
/// - Checked against: R 4.2.2 `t.test(var.equal = TRUE)`; see `StudentTTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct StudentTTest: Procedure {
  public static let about = Method(
    "student-t-test", "Student's t-test", sources: ["doi:10.1093/biomet/6.1.1"])

  public typealias Input = TwoGroups

  public var alternative = Alternative.twoSided
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: TwoGroupSummaries
    /// First mean minus second, in the unit of the score.
    public let meanDifference: Double
    public let standardError: Double
    /// Of the mean difference, two-sided whatever the alternative.
    public let interval: ConfidenceInterval
    public let t: Double
    public let degreesOfFreedom: Int
    /// For `alternative`.
    public let pValue: Double
    public let alternative: Alternative
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    try groups.requireTwoCasesEach()
    let (first, second) = (groups.first, groups.second)
    let df = first.n + second.n - 2
    let variance = (first.sumOfSquares + second.sumOfSquares) / Double(df)
    guard variance > 0 else { throw .noVariance(in: "the score within each group") }
    let standardError = (variance * (1 / Double(first.n) + 1 / Double(second.n))).squareRoot()
    let difference = first.mean - second.mean
    let t = difference / standardError
    let (pValue, reach) = try computing { () throws(NumericsError) in
      let distribution = try StudentT(degreesOfFreedom: Double(df))
      let pValue =
        switch alternative {
        case .twoSided: min(1, 2 * (try distribution.upperTail(abs(t))))
        case .less: try distribution.lowerTail(t)
        case .greater: try distribution.upperTail(t)
        }
      return (pValue, try distribution.upperQuantile(level.tail) * standardError)
    }
    return Outcome(
      groups: groups, meanDifference: difference, standardError: standardError,
      interval: ConfidenceInterval(
        level: level, lower: difference - reach, upper: difference + reach),
      t: t, degreesOfFreedom: df, pValue: pValue, alternative: alternative)
  }
}

extension StudentTTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        StudentTTest.about.id, title: StudentTTest.about.title,
        columns: [
          .estimate.labelled("difference"), .standardError, .lower, .upper,
          .statistic.labelled("t"), .degreesOfFreedom, .pValue,
        ],
        rows: [
          [
            .real(meanDifference), .real(standardError), .real(interval.lower),
            .real(interval.upper), .real(t), .count(degreesOfFreedom), .real(pValue),
          ]
        ],
        notes: [
          """
          \(groups.first.name) minus \(groups.second.name); supposes that both groups vary alike; \
          \(interval.level.percent) interval of the difference; p is \
          \(alternative == .twoSided ? "two-sided" : "one-sided").
          """
        ])
    ]
  }
}
