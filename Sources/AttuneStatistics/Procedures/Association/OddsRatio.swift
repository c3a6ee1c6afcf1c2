public import AttuneData
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates how many times as large the odds of an answer are in the first group as in the second.
///
///     ratio = a d / (b c)        SE of log ratio = sqrt(1/a + 1/b + 1/c + 1/d)
///
/// Above 1 where more of the first group gave it. The interval, along the logarithm, is Woolf's. An
/// empty cell has no such interval: by name half a person is added to each cell (Haldane, Anscombe),
/// and the odds ratio given the margins has an exact one.
///
/// - Input: Two rows with people in them; a column that is named, or the first of two.
/// - Sources: Woolf (1955); added halves, Haldane (1956), Anscombe (1956).
/// - Checked against: statsmodels 0.15.0 `confint_proportions_2indep`, R 4.2.2; see `FourfoldTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` where a cell is empty.
public struct OddsRatio: Procedure {
  public static let about = Method(
    "odds-ratio", "Odds ratio",
    sources: [
      "doi:10.1111/j.1469-1809.1955.tb01348.x", "doi:10.1111/j.1469-1809.1955.tb01285.x",
      "doi:10.1093/biomet/43.3-4.461",
    ])

  public enum Interval: String, Codable, Sendable, Hashable, CaseIterable {
    case woolf
    /// Half a person more in each cell, of estimate and interval.
    case haldaneAnscombe = "haldane-anscombe"
  }

  public var level = ConfidenceLevel.percent95
  public var interval = Interval.woolf
  /// The category that is counted; the first of two where none is named.
  public var event: String?

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let groups: GroupPair<String>
    /// First by second.
    public let estimate: Double
    public let interval: ConfidenceInterval
    public let method: Interval
    public let account: CaseAccount
    let note: String
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let table = try FourfoldTable(table, event: event)
    let cells = table.cells.adding(interval == .woolf ? 0 : 0.5)
    guard let ratio = cells.oddsRatio?.properRatio else {
      throw .undetermined(FourfoldTable.withoutOddsRatio)
    }
    let z = try level.normalReach()
    let factor = exp(z * (1 / cells.a + 1 / cells.b + 1 / cells.c + 1 / cells.d).squareRoot())
    return Outcome(
      groups: table.groups, estimate: ratio,
      interval: ConfidenceInterval(level: level, lower: ratio / factor, upper: ratio * factor),
      method: interval, account: table.account, note: table.note)
  }
}

extension OddsRatio.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        OddsRatio.about.id, title: OddsRatio.about.title,
        columns: [.cases, .estimate.labelled("odds ratio"), .lower, .upper],
        rows: [
          [.count(account.used), .real(estimate), .real(interval.lower), .real(interval.upper)]
        ],
        notes: [
          """
          \(note). \(method == .woolf ? "Woolf's log interval" : "Log interval, half a person added to each cell (Haldane, Anscombe)"), \
          \(interval.level.percent).
          """
        ])
    ]
  }
}
