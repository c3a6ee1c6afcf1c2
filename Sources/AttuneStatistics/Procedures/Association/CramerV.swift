public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how strongly two questions without order go together, on a scale from 0 to 1.
///
///     V = sqrt(X2 / (n (q - 1)))        q: the lesser of the numbers of rows and columns
///     corrected: phi2 less (r - 1) (c - 1) / (n - 1), and r and c less what chance adds to them
///
/// Of two by two it is phi without its sign, which is shown beside it: above 0 where the first row
/// goes with the first column. V is too high in small samples; the corrected one nearly not. The
/// interval holds those V whose noncentral chi-square distribution leaves the chi-square found
/// plausible (V from lambda / n, without df added). Where chi-square is nearer to 0 than chance
/// leaves it, no lambda is plausible and there is no interval: one from 0 to 0 would claim certainty.
///
/// - Input: A table with people in two rows and two columns or more; empty ones are left out.
/// - Cautions: `wide-interval`.
/// - Sources: Cramer (1946); interval, Smithson (2003); correction, Bergsma (2013).
/// - Checked against: R 4.2.2, formulas written out, effectsize 0.8.3; see `ChiSquareTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct CramerV: Procedure {
  public static let about = Method(
    "cramers-v", "Cramér's V",
    sources: [
      "doi:10.1515/9781400883868", "doi:10.4135/9781412983761", "doi:10.1016/j.jkss.2012.10.002",
    ])

  public var level = ConfidenceLevel.percent95
  public var isBiasCorrected = false

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let estimate: Double
    /// Of V as it is; the corrected one has none.
    public let interval: Result<ConfidenceInterval, StatisticsError>
    public let isBiasCorrected: Bool
    /// With its sign; of two rows and two columns only.
    public let phi: Quantity
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let occupied = try OccupiedTable(table)
    let interval: Result<ConfidenceInterval, StatisticsError> =
      isBiasCorrected
      ? .failure(.undetermined("its interval is of V without the correction"))
      : Result { () throws(StatisticsError) in
        try limits(
          occupied.chiSquare, occupied.degreesOfFreedom, occupied.mostChiSquare)
      }
    return Outcome(
      names: table.names,
      estimate: isBiasCorrected ? occupied.biasCorrectedV : occupied.cramersV,
      interval: interval, isBiasCorrected: isBiasCorrected,
      phi: occupied.isFourfold
        ? .value(occupied.phi) : .unavailable("phi is of two rows and two columns"),
      account: table.account,
      cautions: [.wideInterval(interval, of: "Cramér's V")].compactMap { $0 })
  }

  private func limits(
    _ chiSquare: Double, _ df: Double, _ most: Double
  ) throws(StatisticsError) -> ConfidenceInterval {
    let tail = level.tail
    let (lower, upper, isPlausible) = try computing { () throws(NumericsError) in
      func lambda(_ p: Double) throws(NumericsError) -> Double {
        try NoncentralChiSquare.noncentrality(lowerTail: p, at: chiSquare, degreesOfFreedom: df)
      }
      return (
        try lambda(1 - tail), try lambda(tail),
        try ChiSquare(degreesOfFreedom: df).lowerTail(chiSquare) > tail
      )
    }
    guard isPlausible else {
      throw .undetermined(
        "chi-square is nearer to 0 than chance leaves it, and then no strength has this interval")
    }
    return ConfidenceInterval(
      level: level, lower: min(1, (lower / most).squareRoot()),
      upper: min(1, (upper / most).squareRoot()))
  }
}

extension OccupiedTable {
  /// What chi-square is where one answer follows from the other.
  fileprivate var mostChiSquare: Double {
    Double(n) * Double(min(rowTotals.count, columnTotals.count) - 1)
  }

  var cramersV: Double { min(1, (chiSquare / mostChiSquare).squareRoot()) }

  /// Bergsma's.
  var biasCorrectedV: Double {
    let n = Double(n)
    let (r, c) = (Double(rowTotals.count), Double(columnTotals.count))
    let rest = max(0, chiSquare / n - (r - 1) * (c - 1) / (n - 1))
    let (rows, columns) = (r - (r - 1) * (r - 1) / (n - 1), c - (c - 1) * (c - 1) / (n - 1))
    let least = min(rows, columns) - 1
    // With as many rows as people nothing is left to be shared.
    return least > 0 ? min(1, (rest / least).squareRoot()) : 0
  }

  /// The product-moment correlation of the two answers of a 2 x 2 table.
  var phi: Double {
    let cross =
      Double(counts[0][0]) * Double(counts[1][1]) - Double(counts[0][1]) * Double(counts[1][0])
    let margins = (rowTotals + columnTotals).reduce(1.0) { $0 * Double($1).squareRoot() }
    return max(-1, min(1, cross / margins))
  }
}

extension CramerV.Outcome: Tabular {
  public var tables: [Table] {
    let limits = interval.cells
    let hasPhi = phi.value != nil
    return [
      Table(
        CramerV.about.id, title: CramerV.about.title,
        columns: [
          .cases, .estimate.labelled("V", .bounded), .lower.labelled("lower", .bounded),
          .upper.labelled("upper", .bounded),
        ] + (hasPhi ? [.phi] : []),
        rows: [
          [.count(account.used), .real(estimate), limits.lower, limits.upper]
            + (hasPhi ? [phi.cell] : [])
        ],
        notes: [
          isBiasCorrected
            ? "Corrected for what chance adds in small samples (Bergsma)."
            : "Interval by the noncentral chi-square distribution."
        ])
    ]
  }
}

extension Column {
  fileprivate static let phi = Column("phi", "phi", .bounded)
}
