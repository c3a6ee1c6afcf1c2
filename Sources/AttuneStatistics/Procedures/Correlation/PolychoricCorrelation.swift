public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how far two normal deviates go together of which only ordered answers are seen.
///
///     P(i, j) = Phi2 between the thresholds of row i and of column j, at correlation rho
///     thresholds: Phi^-1 of the shares that the margins give
///     rho: maximises sum n_ij log P(i, j)
///     SE: of rho and the thresholds together, from the scores of the cases
///
/// Two steps, thresholds first. It supposes that the answers are cut from two deviates that are
/// normal together; with two answers each it is the tetrachoric correlation. Empty cells are kept
/// as they are: psych adds 0.5 to them where items differ in their answers, which moves rho.
///
/// Where the margins hold more people than the table (pairwise), the thresholds rest on all of
/// them, as in lavaan and Mplus; polycor uses the pair's own.
///
/// - Input: A table of counts, two answers or more on each side, people in two rows and columns.
/// - Cautions: `sparse-table`, `few-cases`, `wide-interval`.
/// - Sources: Olsson (1979); SE, Muthen (1984) and Joreskog (1994).
/// - Checked against: formulas written out in R 4.2.2, lavaan 0.6-14 `lavCor`; see
///   `PolychoricCorrelationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` where the likelihood rises to
///   a perfect correlation.
public struct PolychoricCorrelation: Procedure {
  public static let about = Method(
    "polychoric", "Polychoric correlation",
    sources: ["doi:10.1007/BF02296207", "doi:10.1007/BF02294210", "doi:10.1007/BF02296131"])

  /// What is done about a 2 x 2 table with an empty cell.
  public enum EmptyCells: String, Codable, Sendable, Hashable, CaseIterable {
    /// Nothing: then there is no estimate, because the likelihood rises to a perfect correlation.
    case keep
    /// Half a person is moved into it, so that the margins stay as they are (as lavaan).
    case half
  }

  public var level = ConfidenceLevel.percent95
  public var emptyCells = EmptyCells.keep

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let estimate: Double
    public let standardError: Double
    public let interval: ConfidenceInterval
    /// Between the answers of the rows and of the columns.
    public let thresholds: GroupPair<[Double]>
    public let emptyCells: Int
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to table: CrossTable) throws(StatisticsError) -> Outcome {
    guard table.account.used >= 2 else {
      throw .tooFew(.cases, found: table.account.used, needed: 2)
    }
    try Self.requireVariation(table)
    let margins = table.margins
    let surface = NormalSurface(
      counts: counts(of: table),
      rows: try Thresholds(margins.first.map(Double.init)),
      columns: try Thresholds(margins.second.map(Double.init)))
    let rho = try LatentCorrelation.mostLikely(from: surface.start) { rho throws(NumericsError) in
      try surface.likelihood(rho)
    }
    let error = try computing { () throws(NumericsError) in
      try NormalSurface(
        counts: table.counts.map { $0.map(Double.init) }, rows: surface.rows,
        columns: surface.columns
      ).standardError(at: rho, margins: margins)
    }
    try LatentCorrelation.requireError(error)
    let interval = try LatentCorrelation.interval(rho, standardError: error, level)
    return Outcome(
      names: table.names, estimate: rho, standardError: error, interval: interval,
      thresholds: GroupPair(surface.rows.inner, surface.columns.inner),
      emptyCells: table.emptyCells, account: table.account,
      cautions: [
        .sparse(table), .fewRated(table.account.used),
        .wideInterval(
          .success(interval), of: "'\(table.names.first)' with '\(table.names.second)'"),
      ].compactMap { $0 })
  }

  private static func requireVariation(_ table: CrossTable) throws(StatisticsError) {
    let rows = table.counts.count { $0.contains { $0 > 0 } }
    let columns = table.values.second.indices.count { j in table.counts.contains { $0[j] > 0 } }
    for (name, found) in [(table.names.first, rows), (table.names.second, columns)] {
      guard found > 1 else { throw .noVariance(in: "'\(name)'") }
    }
    try Thresholds.requireFewAnswers(table.values.first.count, to: table.names.first)
    try Thresholds.requireFewAnswers(table.values.second.count, to: table.names.second)
  }

  private func counts(of table: CrossTable) -> [[Double]] {
    var counts = table.counts.map { $0.map(Double.init) }
    guard emptyCells == .half, counts.count == 2, counts[0].count == 2, table.emptyCells > 0 else {
      return counts
    }
    let isFirstDiagonal = counts[0][0] == 0 || counts[1][1] == 0
    let shift = isFirstDiagonal ? 0.5 : -0.5
    counts = [
      [counts[0][0] + shift, counts[0][1] - shift], [counts[1][0] - shift, counts[1][1] + shift],
    ]
    return counts
  }
}

extension PolychoricCorrelation.Outcome: Tabular {
  /// The correlation, and the thresholds.
  public var tables: [Table] {
    [
      Table(
        "correlations", title: PolychoricCorrelation.about.title,
        columns: [
          .cases, .estimate.labelled("rho", .bounded), .standardError,
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded), .emptyCells,
        ],
        rows: [
          [
            .count(account.used), .real(estimate), .real(standardError), .real(interval.lower),
            .real(interval.upper), .count(emptyCells),
          ]
        ],
        notes: [
          "\(account.note).",
          """
          Two-step maximum likelihood; interval along Fisher's z, \(interval.level.percent); \
          empty cells are kept.
          """,
        ])
    ]
  }
}

extension Column {
  fileprivate static let emptyCells = Column("empty_cells", "empty cells", .count)
}

extension Caution {
  /// Many answers that nobody, or hardly anybody, gave together.
  fileprivate static func sparse(_ table: CrossTable) -> Caution? {
    let cells = table.counts.joined().count
    let thin = table.counts.joined().count { $0 < 5 }
    guard table.emptyCells > 0 || thin * 5 > cells else { return nil }
    return Caution(
      "sparse-table", about: [table.names.first, table.names.second],
      """
      '\(table.names.first)' with '\(table.names.second)': in \(thin) of \(cells) cells there are \
      fewer than 5 people, in \(table.emptyCells) of them nobody. The estimate leans on few.
      """)
  }
}
