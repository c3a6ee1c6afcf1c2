public import AttuneData
public import AttuneTables

/// Tests whether two means differ, without supposing that the groups vary alike.
public struct WelchTTest: Procedure {
  public static let about = Method(
    "welch-t-test", "Welch's t-test", sources: ["doi:10.1093/biomet/34.1-2.28"])

  public typealias Input = TwoGroups

  public var alternative = Alternative.twoSided
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: TwoGroupSummaries
    /// First mean minus second, in the unit of the score.
    public let meanDifference: Double
    public let standardError: Double
    /// Of the mean difference, two-sided.
    public let interval: ConfidenceInterval
    public let t: Double
    /// Welch-Satterthwaite, rarely whole.
    public let degreesOfFreedom: Double
    /// For `alternative`.
    public let pValue: Double
    public let alternative: Alternative
    public let effect: HedgesG.Outcome
    public let cautions: [Caution]
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    throw .noVariance(in: "the score")
  }
}

extension WelchTTest.Outcome: Tabular {
  public var tables: [Table] { [] }
}
