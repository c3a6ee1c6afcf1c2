public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Shows what part of each group gave an answer, with an interval for each.
///
///     Wilson: (p + z^2 / 2 n -+ z sqrt(p (1 - p) / n + z^2 / 4 n^2)) / (1 + z^2 / n)
///     Agresti-Coull: p' -+ z sqrt(p' (1 - p') / n'), p' = (x + z^2 / 2) / n', n' = n + z^2
///
/// Wilson's is the set of proportions that a score test leaves: good also for small groups, for none
/// and for all. Agresti and Coull's is a little wider and is cut at 0 and 1.
///
/// - Input: Rows with people in them; a column that is named, or the first of two.
/// - Sources: Wilson (1927); Agresti & Coull (1998).
/// - Checked against: R 4.2.2 `prop.test`, statsmodels 0.15.0; see `FourfoldTests`.
/// - Throws: `StatisticsError.noVariance`, `.undetermined`.
public struct Proportions: Procedure {
  public static let about = Method(
    "proportions", "Proportions",
    sources: ["doi:10.1080/01621459.1927.10502953", "doi:10.1080/00031305.1998.10480550"])

  public enum Interval: String, Codable, Sendable, Hashable, CaseIterable {
    case wilson
    case agrestiCoull = "agresti-coull"
  }

  public var level = ConfidenceLevel.percent95
  public var interval = Interval.wilson
  /// The category that is counted; the first of two where none is named.
  public var event: String?

  public init() {}

  public struct Group: Sendable, Hashable {
    public let name: String
    public let count: Int
    public let total: Int
    public let proportion: Double
    public let interval: ConfidenceInterval
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let event: String
    public let groups: [Group]
    public let method: Interval
    public let account: CaseAccount
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let totals = table.rowTotals
    guard totals.contains(where: { $0 > 0 }) else {
      throw .undetermined("there is nobody to count")
    }
    let column = try table.column(of: event)
    let z = try level.normalReach()
    let groups = totals.indices.filter { totals[$0] > 0 }.map { row in
      let (count, total) = (table.counts[row][column], totals[row])
      let limits = interval.limits(Double(count), of: Double(total), z)
      return Group(
        name: table.categories.first[row], count: count, total: total,
        proportion: Double(count) / Double(total),
        interval: ConfidenceInterval(level: level, lower: limits.lower, upper: limits.upper))
    }
    return Outcome(
      names: table.names, event: table.categories.second[column], groups: groups,
      method: interval, account: table.account)
  }
}

extension Proportions.Interval {
  /// The limits for `count` of `n`, z standard errors to each side; exactly 0 and 1 where they are.
  func limits(_ count: Double, of n: Double, _ z: Double) -> (lower: Double, upper: Double) {
    switch self {
    case .wilson:
      let centre = (count + z * z / 2) / (n + z * z)
      let p = count / n
      let reach = z / (n + z * z) * (n * p * (1 - p) + z * z / 4).squareRoot()
      return (count == 0 ? 0 : max(0, centre - reach), count == n ? 1 : min(1, centre + reach))
    case .agrestiCoull:
      let more = n + z * z
      let centre = (count + z * z / 2) / more
      let reach = z * (centre * (1 - centre) / more).squareRoot()
      return (max(0, centre - reach), min(1, centre + reach))
    }
  }

  /// For readers.
  var words: String {
    switch self {
    case .wilson: "Wilson's score interval"
    case .agrestiCoull: "Agresti and Coull's interval"
    }
  }
}

extension Proportions.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        Proportions.about.id, title: Proportions.about.title,
        columns: [
          Column("row", names.first, .text), .count, .cases,
          .estimate.labelled("proportion", .bounded), .lower.labelled("lower", .bounded),
          .upper.labelled("upper", .bounded),
        ],
        rows: groups.map { group in
          [
            .text(group.name), .count(group.count), .count(group.total), .real(group.proportion),
            .real(group.interval.lower), .real(group.interval.upper),
          ]
        },
        notes: ["'\(event)' of '\(names.second)'; \(method.words)."])
    ]
  }
}

extension Column {
  fileprivate static let count = Column("count", "count", .count)
}
