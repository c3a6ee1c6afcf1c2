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
    let errors = OrdinalErrors(try OccupiedTable(table))
    let z = try level.normalReach()
    let estimates = Coefficient.allCases.map { coefficient -> Estimate in
      guard let value = errors.pairs.value(of: coefficient) else {
        let reason = OrderedPairs.withoutAny
        return Estimate(
          coefficient: coefficient, estimate: .unavailable(reason),
          standardError: .unavailable(reason), interval: .failure(.undetermined(reason)))
      }
      let error = errors.error(of: coefficient, value)
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

/// How sure coefficients are.
private struct OrdinalErrors {
  let table: OccupiedTable
  let pairs: OrderedPairs
  private let n: Double

  init(_ table: OccupiedTable) {
    self.table = table
    pairs = OrderedPairs(table)
    n = Double(table.n)
  }

  /// The standard error of a coefficient that was found.
  func error(of coefficient: OrdinalAssociation.Coefficient, _ value: Double) -> Double {
    switch coefficient {
    case .gamma:
      let untied = pairs.concordant + pairs.discordant
      let sum = squares { i, j in
        let (same, other) = pairs.around(i, j)
        return pairs.discordant * same - pairs.concordant * other
      }
      return 4 / (untied * untied) * sum.squareRoot()
    case .tauB:
      let (rows, columns) = (pairs.untiedRows, pairs.untiedColumns)
      let whole = (rows * columns).squareRoot()
      let sum = squares { i, j in
        2 * whole * difference(i, j) + value
          * (Double(table.rowTotals[i]) * columns + Double(table.columnTotals[j]) * rows)
      }
      let mean = n * n * n * value * value * (rows + columns) * (rows + columns)
      return max(0, sum - mean).squareRoot() / (whole * whole)
    case .somersColumn: return somers(pairs.untiedRows) { i, _ in table.rowTotals[i] }
    case .somersRow: return somers(pairs.untiedColumns) { _, j in table.columnTotals[j] }
    }
  }

  private func somers(_ untied: Double, _ total: (Int, Int) -> Int) -> Double {
    let score = pairs.concordant - pairs.discordant
    let sum = squares { i, j in untied * difference(i, j) - score * (n - Double(total(i, j))) }
    return 2 / (untied * untied) * sum.squareRoot()
  }

  private func difference(_ i: Int, _ j: Int) -> Double {
    let (same, other) = pairs.around(i, j)
    return same - other
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
