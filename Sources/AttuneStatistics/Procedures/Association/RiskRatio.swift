public import AttuneData
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates how many times as large a part of the first group gave an answer as of the second.
///
///     ratio = p1 / p2        SE of log ratio = sqrt(1/a - 1/(a + b) + 1/c - 1/(c + d))
///
/// Above 1 where more of the first group did. The interval, along the logarithm, is Katz's; where
/// nobody in a group gave the answer there is none, and the difference of proportions has one.
///
/// - Input: Two rows with people in them; a column that is named, or the first of two.
/// - Sources: Katz, Baptista, Azen & Pike (1978).
/// - Checked against: statsmodels 0.15.0 `confint_proportions_2indep`; see `FourfoldTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` where nobody in a group gave it.
public struct RiskRatio: Procedure {
  public static let about = Method(
    "risk-ratio", "Ratio of proportions", sources: ["doi:10.2307/2530610"])

  public var level = ConfidenceLevel.percent95
  /// The category that is counted; the first of two where none is named.
  public var event: String?

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: GroupPair<String>
    /// First by second.
    public let estimate: Double
    public let interval: ConfidenceInterval
    public let account: CaseAccount
    let note: String
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let table = try FourfoldTable(table, event: event)
    let cells = table.cells
    guard let ratio = cells.ratio?.properRatio else { throw .undetermined(table.withoutRatio) }
    let z = try level.normalReach()
    // What is left of both may be nothing but rounding.
    let variance =
      cells.b / (cells.a * cells.sizes.first) + cells.d / (cells.c * cells.sizes.second)
    guard variance > 0 else {
      throw .undetermined(
        "everybody gave '\(table.event)', and nothing tells how sure the ratio is")
    }
    let factor = exp(z * variance.squareRoot())
    return Outcome(
      groups: table.groups, estimate: ratio,
      interval: ConfidenceInterval(level: level, lower: ratio / factor, upper: ratio * factor),
      account: table.account, note: table.note)
  }
}

extension RiskRatio.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        RiskRatio.about.id, title: RiskRatio.about.title,
        columns: [.cases, .estimate.labelled("ratio"), .lower, .upper],
        rows: [
          [.count(account.used), .real(estimate), .real(interval.lower), .real(interval.upper)]
        ],
        notes: ["\(note). Katz's log interval, \(interval.level.percent)."])
    ]
  }
}
