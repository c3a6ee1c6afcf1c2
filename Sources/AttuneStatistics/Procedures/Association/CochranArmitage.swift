public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether a proportion rises or falls along ordered categories.
///
///     z = sum s_i (x_i - n_i p) / sqrt(p (1 - p) (sum n_i s_i^2 - (sum n_i s_i)^2 / n))
///
/// One question has two answers, the other has ordered ones with scores s: 1, 2, 3 and so on along
/// the categories as they stand, also past one that nobody is in, or scores that are given. Above 0
/// where both rise together. It looks for a straight line, and sees a rise and fall less well than
/// chi-square.
///
/// - Input: Two rows and two columns or more with people in them, or the other way round.
/// - Sources: Cochran (1954); Armitage (1955).
/// - Checked against: R 4.2.2 `prop.trend.test`; see `OrdinalTablesTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` where neither side has two.
public struct CochranArmitage: Procedure {
  public static let about = Method(
    "trend", "Cochran-Armitage test for trend",
    sources: ["doi:10.2307/3001616", "doi:10.2307/3001775"])

  public var alternative = Alternative.twoSided
  /// For the ordered categories, one for each; their places where there are none.
  public var scores: [Double]?

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let z: Double
    public let pValue: Double
    public let alternative: Alternative
    /// Of the ordered categories that somebody is in.
    public let scores: [Double]
    /// What is ordered, and what has two answers.
    public let ordered: String
    public let binary: String
    public let account: CaseAccount
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    var (side, occupied) = (table, try OccupiedTable(table))
    // Rows are the ordered side.
    if occupied.columnTotals.count != 2 {
      side = table.transposed
      occupied = try OccupiedTable(side)
    }
    guard occupied.columnTotals.count == 2 else {
      throw .undetermined(
        "a trend is of two answers along ordered ones, and neither question has two")
    }
    let all = scores ?? side.categories.first.indices.map { Double($0 + 1) }
    guard all.count == side.categories.first.count, all.allSatisfy(\.isFinite) else {
      throw .undetermined(
        "\(all.count) scores are given for the \(side.categories.first.count) categories of '\(side.names.first)'"
      )
    }
    let totals = side.rowTotals
    let scores = totals.indices.filter { totals[$0] > 0 }.map { all[$0] }
    let n = Double(occupied.n)
    let sizes = occupied.rowTotals.map(Double.init)
    let mean = zip(sizes, scores).reduce(0) { $0 + $1.0 * $1.1 } / n
    let spread = zip(sizes, scores).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    guard spread > 0 else { throw .noVariance(in: "the score") }
    let p = Double(occupied.columnTotals[1]) / n
    let rise = zip(occupied.counts, scores).reduce(0) { $0 + ($1.1 - mean) * Double($1.0[1]) }
    let z = rise / (p * (1 - p) * spread).squareRoot()
    let pValue = try computing { () throws(NumericsError) in
      switch alternative {
      case .twoSided: min(1, 2 * (try Normal().upperTail(z.magnitude)))
      case .less: try Normal().lowerTail(z)
      case .greater: try Normal().upperTail(z)
      }
    }
    return Outcome(
      z: z, pValue: pValue, alternative: alternative, scores: scores, ordered: side.names.first,
      binary: side.names.second, account: table.account)
  }
}

extension CochranArmitage.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        CochranArmitage.about.id, title: CochranArmitage.about.title,
        columns: [.cases, .statistic.labelled("z"), .pValue],
        rows: [[.count(account.used), .real(z), .real(pValue)]],
        notes: [
          """
          '\(binary)' along '\(ordered)', with the scores \
          \(scores.map { Int(exactly: $0).map(String.init) ?? "\($0)" }.joined(separator: ", ")); \
          above 0 where both rise together; p is \
          \(alternative == .twoSided ? "two-sided" : "one-sided").
          """
        ])
    ]
  }
}
