public import AttuneData
public import AttuneTables

/// Estimates how far ordered answers to two questions rise together.
///
///     P, Q: pairs of people who stand the same way and the other way round on both questions
///     gamma = (P - Q) / (P + Q)                     pairs that tie are left out
///     tau-b = (P - Q) / sqrt((N - Tx) (N - Ty))     N = n (n - 1) / 2; Tx, Ty: pairs that tie
///     Somers' d of the columns = (P - Q) / (N - Tx), of the rows = (P - Q) / (N - Ty)
///
/// From -1 to 1. Gamma is the largest in size, the more so the fewer categories there are. Intervals
/// are by the standard error of large samples (ASE1) and are cut at -1 and 1; those of tau-b differ a
/// little from the one that `attune correlate` gives along Fisher's z. Where all pairs that differ
/// stand one way round, the standard error is 0 and there is no interval.
///
/// - Input: A table of ordered categories with people in two rows and two columns or more.
/// - Sources: Goodman & Kruskal (1954, 1963); Somers (1962); variances, Brown & Benedetti (1977).
/// - Checked against: the delta method in mpmath 1.3.0; R 4.2.2; see `OrdinalTablesTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct OrdinalAssociation: Procedure {
  public static let about = Method(
    "ordinal", "Association of ordered answers",
    sources: [
      "doi:10.1080/01621459.1954.10501231", "doi:10.2307/2090408",
      "doi:10.1080/01621459.1977.10480995",
    ])

  public var level = ConfidenceLevel.percent95

  public init() {}

  public enum Coefficient: String, Sendable, Hashable, CaseIterable {
    case gamma
    case tauB = "tau-b"
    /// Of the columns, given the rows.
    case somersColumn = "somers-d-column"
    /// Of the rows, given the columns.
    case somersRow = "somers-d-row"
  }

  public struct Estimate: Sendable, Hashable {
    public let coefficient: Coefficient
    public let estimate: Quantity
    public let standardError: Quantity
    public let interval: Result<ConfidenceInterval, StatisticsError>
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let estimates: [Estimate]
    public let account: CaseAccount
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let pairs = OrderedPairs(try OccupiedTable(table))
    let z = try level.normalReach()
    let estimates = Coefficient.allCases.map { coefficient -> Estimate in
      guard let found = pairs.estimate(of: coefficient) else {
        let reason = "no two people differ on both questions"
        return Estimate(
          coefficient: coefficient, estimate: .unavailable(reason),
          standardError: .unavailable(reason), interval: .failure(.undetermined(reason)))
      }
      let (value, error) = found
      return Estimate(
        coefficient: coefficient, estimate: .value(value), standardError: .value(error),
        interval: error > 0
          ? .success(
            ConfidenceInterval(
              level: level, lower: max(-1, value - z * error), upper: min(1, value + z * error)))
          : .failure(.undetermined("its standard error is 0, which is too good to be true")))
    }
    return Outcome(names: table.names, estimates: estimates, account: table.account)
  }
}

/// Ordered pairs of people: each pair is counted from both sides.
private struct OrderedPairs {
  let table: OccupiedTable
  let n: Double
  /// For each cell, how many people stand the same way round to it on both, less those the other way.
  private var difference: [[Double]] = []
  /// The same, each way apart.
  private var same: [[Double]] = []
  private var other: [[Double]] = []
  private(set) var concordant = 0.0
  private(set) var discordant = 0.0
  /// Ordered pairs that do not tie on the row, and on the column.
  private let rowPairs: Double
  private let columnPairs: Double

  init(_ table: OccupiedTable) {
    self.table = table
    n = Double(table.n)
    func untied(_ totals: [Int]) -> Double {
      let n = Double(table.n)
      return totals.reduce(n * n) { $0 - Double($1) * Double($1) }
    }
    rowPairs = untied(table.rowTotals)
    columnPairs = untied(table.columnTotals)
    let (rows, columns) = (table.rowTotals.indices, table.columnTotals.indices)
    for i in rows {
      var (alike, apart) = ([Double](), [Double]())
      for j in columns {
        var (one, two) = (0, 0)
        for k in rows where k != i {
          for l in columns where l != j {
            if (k > i) == (l > j) { one += table.counts[k][l] } else { two += table.counts[k][l] }
          }
        }
        alike.append(Double(one))
        apart.append(Double(two))
        concordant += Double(table.counts[i][j]) * Double(one)
        discordant += Double(table.counts[i][j]) * Double(two)
      }
      same.append(alike)
      other.append(apart)
      difference.append(zip(alike, apart).map { $0 - $1 })
    }
  }

  /// The coefficient with its standard error; `nil` where no pair differs on both.
  func estimate(of coefficient: OrdinalAssociation.Coefficient) -> (Double, Double)? {
    let score = concordant - discordant
    switch coefficient {
    case .gamma:
      let untied = concordant + discordant
      guard untied > 0 else { return nil }
      let sum = squares { i, j in discordant * same[i][j] - concordant * other[i][j] }
      return (score / untied, 4 / (untied * untied) * sum.squareRoot())
    case .tauB:
      let whole = (rowPairs * columnPairs).squareRoot()
      let tau = score / whole
      let sum = squares { i, j in
        2 * whole * difference[i][j] + tau
          * (Double(table.rowTotals[i]) * columnPairs + Double(table.columnTotals[j]) * rowPairs)
      }
      let mean = n * n * n * tau * tau * (rowPairs + columnPairs) * (rowPairs + columnPairs)
      return (tau, max(0, sum - mean).squareRoot() / (whole * whole))
    case .somersColumn: return somers(score, rowPairs) { i, _ in table.rowTotals[i] }
    case .somersRow: return somers(score, columnPairs) { _, j in table.columnTotals[j] }
    }
  }

  private func somers(
    _ score: Double, _ untied: Double, _ total: (Int, Int) -> Int
  ) -> (Double, Double) {
    let sum = squares { i, j in untied * difference[i][j] - score * (n - Double(total(i, j))) }
    return (score / untied, 2 / (untied * untied) * sum.squareRoot())
  }

  /// The sum over all people of the square of a function of their cell.
  private func squares(_ value: (Int, Int) -> Double) -> Double {
    var sum = 0.0
    for i in table.rowTotals.indices {
      for j in table.columnTotals.indices {
        let term = value(i, j)
        sum += Double(table.counts[i][j]) * term * term
      }
    }
    return sum
  }
}

extension OrdinalAssociation.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        OrdinalAssociation.about.id, title: OrdinalAssociation.about.title,
        columns: [
          .coefficient, .estimate.labelled("estimate", .bounded),
          .standardError.labelled("SE", .bounded), .lower.labelled("lower", .bounded),
          .upper.labelled("upper", .bounded),
        ],
        rows: estimates.map { estimate in
          let limits = estimate.interval.cells
          return [
            .text(words(estimate.coefficient)), estimate.estimate.cell,
            estimate.standardError.cell, limits.lower, limits.upper,
          ]
        },
        notes: [
          "Above 0 where '\(names.first)' and '\(names.second)' rise together, in the order shown."
        ])
    ]
  }

  private func words(_ coefficient: OrdinalAssociation.Coefficient) -> String {
    switch coefficient {
    case .gamma: "gamma"
    case .tauB: "tau-b"
    case .somersColumn: "Somers' d of '\(names.second)'"
    case .somersRow: "Somers' d of '\(names.first)'"
    }
  }
}
