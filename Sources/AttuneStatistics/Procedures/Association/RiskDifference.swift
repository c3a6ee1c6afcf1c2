public import AttuneData
public import AttuneTables

/// Estimates how much larger a part of the first group gave an answer than of the second.
///
///     difference = p1 - p2
///     Newcombe: the limits of both proportions by Wilson, put together:
///       lower = difference - sqrt((p1 - l1)^2 + (u2 - p2)^2), upper likewise
///     Agresti-Caffo: a person with and one without is added to each group, then as Wald
///
/// From -1 to 1: 0.2 means 20 more of every 100. Newcombe's hybrid score interval holds also in small
/// groups and where nobody, or everybody, gave the answer.
///
/// - Input: Two rows with people in them; a column that is named, or the first of two.
/// - Sources: Newcombe (1998), method 10; Agresti & Caffo (2000).
/// - Checked against: statsmodels 0.15.0 `confint_proportions_2indep`; see `FourfoldTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct RiskDifference: Procedure {
  public static let about = Method(
    "risk-difference", "Difference of proportions",
    sources: [
      "doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I",
      "doi:10.1080/00031305.2000.10474560",
    ])

  public enum Interval: String, Codable, Sendable, Hashable, CaseIterable {
    case newcombe
    case agrestiCaffo = "agresti-caffo"
    /// The textbook one, which is too short in small groups.
    case wald
  }

  public var level = ConfidenceLevel.percent95
  public var interval = Interval.newcombe
  /// The category that is counted; the first of two where none is named.
  public var event: String?

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: GroupPair<String>
    /// The answer whose part of each group it is.
    public let event: String
    public let proportions: GroupPair<Double>
    /// First minus second.
    public let estimate: Double
    public let interval: ConfidenceInterval
    public let method: Interval
    public let account: CaseAccount
    let note: String
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let table = try FourfoldTable(table, event: event)
    let z = try level.normalReach()
    let cells = table.cells
    let (p1, p2) = (cells.proportions.first, cells.proportions.second)
    let (n1, n2) = (cells.sizes.first, cells.sizes.second)
    let limits: (lower: Double, upper: Double)
    switch interval {
    case .newcombe:
      let one = Proportions.Interval.wilson.limits(cells.a, of: n1, z)
      let other = Proportions.Interval.wilson.limits(cells.c, of: n2, z)
      func reach(_ left: Double, _ right: Double) -> Double {
        (left * left + right * right).squareRoot()
      }
      limits = (
        p1 - p2 - reach(p1 - one.lower, other.upper - p2),
        p1 - p2 + reach(one.upper - p1, p2 - other.lower)
      )
    case .agrestiCaffo:
      limits = Self.wald(cells.a + 1, n1 + 2, cells.c + 1, n2 + 2, z)
    case .wald:
      limits = Self.wald(cells.a, n1, cells.c, n2, z)
    }
    return Outcome(
      groups: table.groups, event: table.event, proportions: cells.proportions, estimate: p1 - p2,
      interval: ConfidenceInterval(
        level: level, lower: max(-1, limits.lower), upper: min(1, limits.upper)),
      method: interval, account: table.account, note: table.note)
  }

  private static func wald(
    _ x: Double, _ n: Double, _ y: Double, _ m: Double, _ z: Double
  ) -> (lower: Double, upper: Double) {
    let (p, q) = (x / n, y / m)
    let reach = z * (p * (1 - p) / n + q * (1 - q) / m).squareRoot()
    return (p - q - reach, p - q + reach)
  }
}

extension RiskDifference.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        RiskDifference.about.id, title: RiskDifference.about.title,
        columns: [
          .cases, .first, .second, .estimate.labelled("difference", .bounded),
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
        ],
        rows: [
          [
            .count(account.used), .real(proportions.first), .real(proportions.second),
            .real(estimate), .real(interval.lower), .real(interval.upper),
          ]
        ],
        notes: ["\(note). \(words), \(interval.level.percent)."])
    ]
  }

  private var words: String {
    switch method {
    case .newcombe: "Newcombe's hybrid score interval"
    case .agrestiCaffo: "Agresti and Caffo's interval"
    case .wald: "Wald's interval"
    }
  }
}

extension Column {
  fileprivate static let first = Column("proportion_first", "first", .bounded)
  fileprivate static let second = Column("proportion_second", "second", .bounded)
}
