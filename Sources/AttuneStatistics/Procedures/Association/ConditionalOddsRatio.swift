public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates the odds ratio of a 2 x 2 table given its margins, with an exact interval.
///
///     estimate: the psi under which the count found in the first cell is the mean
///     limits: the psi under which a count as high, or as low, has the probability (1 - level) / 2
///
/// The companion of Fisher's exact test, as `fisher.test` of R gives it. It is nearer to 1 than the
/// odds ratio of the counts, and the interval is never too short, however few people there are.
/// Above 1 where the first row goes with the first column.
///
/// - Input: Two rows and two columns with people in each.
/// - Sources: Cornfield (1956); Fisher (1935).
/// - Checked against: mpmath 1.3.0, R 4.2.2 `fisher.test`, whose search stops at four digits; see
///   `FisherExactTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` for a larger table.
public struct ConditionalOddsRatio: Procedure {
  public static let about = Method(
    "conditional-odds-ratio", "Odds ratio given the margins",
    sources: ["doi:10.2307/2342435"])

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Unavailable where a cell is empty and it would be infinite.
    public let estimate: Quantity
    public let lower: Quantity
    public let upper: Quantity
    public let level: ConfidenceLevel
    public let names: GroupPair<String>
    public let account: CaseAccount
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let occupied = try OccupiedTable(table)
    guard occupied.isFourfold else {
      throw .undetermined("an odds ratio is of two rows and two columns")
    }
    let found = occupied.counts[0][0]
    let count = FourfoldCount(
      row: occupied.rowTotals[0], column: occupied.columnTotals[0], total: occupied.n)
    let (lowest, highest) = (found == count.range.lowerBound, found == count.range.upperBound)
    let tail = level.tail
    let endless = "a cell is empty, and the odds ratio may be as large as one likes"
    let (estimate, lower, upper) = try computing { () throws(NumericsError) in
      (
        lowest
          ? Quantity.value(0)
          : highest
            ? .unavailable(endless) : .value(try count.mostLikelyOddsRatio(at: found)),
        lowest ? Quantity.value(0) : .value(try count.oddsRatio(tail: tail, from: found)),
        highest
          ? Quantity.unavailable(endless) : .value(try count.oddsRatio(lowerTail: tail, at: found))
      )
    }
    return Outcome(
      estimate: estimate, lower: lower, upper: upper, level: level, names: table.names,
      account: table.account)
  }
}

extension ConditionalOddsRatio.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        ConditionalOddsRatio.about.id, title: ConditionalOddsRatio.about.title,
        columns: [.cases, .estimate.labelled("odds ratio"), .lower, .upper],
        rows: [[.count(account.used), estimate.cell, lower.cell, upper.cell]],
        notes: [
          """
          Conditional maximum likelihood; exact interval, \(level.percent). Above 1: the first row \
          goes with the first column.
          """
        ])
    ]
  }
}
