public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Describes what the same people scored on each occasion.
///
/// - Input: Any; the mean of one person alone has no interval.
/// - Sources: Student (1908).
/// - Checked against: R 4.2.2 `t.test`, `median`; see `FriedmanTestTests`.
public struct Occasions: Procedure {
  public static let about = Method(
    "occasions", "Occasions", sources: ["doi:10.1093/biomet/6.1.1"])

  public typealias Input = RepeatedMeasures

  /// Of the intervals of the means.
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let occasions: [Occasion]
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public struct Occasion: Sendable, Hashable {
    public let name: String
    public let mean: Double
    public let standardDeviation: Quantity
    public let interval: Result<ConfidenceInterval, StatisticsError>
    public let median: Double
    /// Within people, 1 for the lowest.
    public let meanRank: Double
  }

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    guard !data.occasions.isEmpty else { throw .tooFew(.occasions, found: 0, needed: 1) }
    guard data.caseCount >= 1 else { throw .tooFew(.cases, found: 0, needed: 1) }
    let ranks = data.ranksWithinPeople
    return Outcome(
      occasions: data.occasions.enumerated().map { place, occasion in
        let moments = Moments(of: occasion.values)
        let found = MeanInterval(of: occasion.values, level: level)
        return Occasion(
          name: occasion.name, mean: moments.mean,
          standardDeviation: moments.count > 1
            ? .value(moments.standardDeviation) : .unavailable("one case alone does not vary"),
          interval: found.interval, median: Self.median(of: occasion.values),
          meanRank: ranks.reduce(0) { $0 + $1[place] } / Double(ranks.count))
      }, level: level, account: data.account)
  }

  private static func median(of values: [Double]) -> Double {
    let sorted = values.sorted()
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    return low + (high - low) / 2
  }
}

extension Occasions.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        Occasions.about.id, title: Occasions.about.title,
        columns: [
          .occasion, .cases, .mean, .standardDeviation, .lower, .upper,
          Column("median", "median", .number), Column("mean_rank", "mean rank", .number),
        ],
        rows: occasions.map { occasion in
          let limits = occasion.interval.cells
          return [
            .text(occasion.name), .count(account.used), .real(occasion.mean),
            occasion.standardDeviation.cell, limits.lower, limits.upper, .real(occasion.median),
            .real(occasion.meanRank),
          ]
        },
        notes: [
          """
          \(account.note). \(level.percent) intervals of each mean alone: whether means differ is \
          read from the differences. Ranks within each person, 1 for the lowest.
          """
        ])
    ]
  }
}

extension Column {
  static let occasion = Column("occasion", "occasion", .text)
}
