public import AttuneData
import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tests whether the answers to two questions have nothing to do with each other.
///
///     X2 = sum (n_ij - e_ij)^2 / e_ij        e_ij = row total * column total / n
///     G2 = 2 sum n_ij log(n_ij / e_ij)       df = (rows - 1) (columns - 1)
///
/// Pearson's chi-square, and beside it the likelihood ratio. Both are approximate where few people
/// are expected in a cell; a caution says where, and Fisher's exact test needs no such promise.
/// Nothing is corrected for continuity unless that is asked for.
///
/// - Input: A table with people in two rows and two columns or more; empty ones are left out.
/// - Cautions: `small-expected-counts`.
/// - Sources: Pearson (1900); Wilks (1938); correction, Yates (1934); small counts, Cochran (1954).
/// - Checked against: R 4.2.2 `chisq.test`; see `ChiSquareTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` for a correction of a table
///   larger than two by two.
public struct ChiSquareTest: Procedure {
  public static let about = Method(
    "chi-square", "Chi-square test of independence",
    sources: [
      "doi:10.1080/14786440009463897", "doi:10.1214/aoms/1177732360", "doi:10.2307/2983604",
      "doi:10.2307/3001616",
    ])

  /// What is done about counts being whole numbers and chi-square not.
  public enum Correction: String, Codable, Sendable, Hashable, CaseIterable {
    case none
    /// Every count of a 2 x 2 table is brought nearer to the expected one by 0.5, never beyond it.
    case yates
  }

  public var correction = Correction.none

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let chiSquare: Double
    public let degreesOfFreedom: Double
    public let pValue: Double
    /// G2, which is never corrected.
    public let likelihoodRatio: Double
    public let likelihoodRatioPValue: Double
    public let correction: Correction
    public let smallestExpected: Double
    /// The part of the cells in which fewer than 5 people are expected.
    public let shareBelowFive: Double
    public let account: CaseAccount
    public let cautions: [Caution]
    let emptyCategories: String?
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let occupied = try OccupiedTable(table)
    guard correction == .none || occupied.isFourfold else {
      throw .undetermined("Yates' correction is for two rows and two columns")
    }
    let chiSquare =
      correction == .none
      ? occupied.chiSquare
      : occupied.sum { count, expected in
        let distance = max(0, (count - expected).magnitude - 0.5)
        return distance * distance / expected
      }
    let ratio = max(0, 2 * occupied.sum { $0 > 0 ? $0 * log($0 / $1) : 0 })
    let p = try computing { () throws(NumericsError) in
      let distribution = try ChiSquare(degreesOfFreedom: occupied.degreesOfFreedom)
      return (try distribution.upperTail(chiSquare), try distribution.upperTail(ratio))
    }
    let expected = occupied.rowTotals.indices.flatMap { i in
      occupied.columnTotals.indices.map { occupied.expected(i, $0) }
    }
    let smallest = expected.min() ?? 0
    let thin = expected.count { $0 < 5 }
    return Outcome(
      names: table.names, chiSquare: chiSquare, degreesOfFreedom: occupied.degreesOfFreedom,
      pValue: p.0, likelihoodRatio: ratio, likelihoodRatioPValue: p.1, correction: correction,
      smallestExpected: smallest, shareBelowFive: Double(thin) / Double(expected.count),
      account: table.account,
      cautions: [.smallExpected(smallest, thin: thin, of: expected.count)].compactMap { $0 },
      emptyCategories: table.emptyCategories)
  }
}

extension ChiSquareTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        ChiSquareTest.about.id, title: ChiSquareTest.about.title,
        columns: [.test, .statistic, .degreesOfFreedom, .pValue],
        rows: [
          [
            .text(correction == .none ? "Pearson" : "Pearson, Yates' correction"),
            .real(chiSquare), .count(Int(degreesOfFreedom)), .real(pValue),
          ],
          [
            .text("likelihood ratio"), .real(likelihoodRatio), .count(Int(degreesOfFreedom)),
            .real(likelihoodRatioPValue),
          ],
        ],
        notes: [
          """
          '\(names.first)' and '\(names.second)'. Fewest people expected in a cell: \
          \(APAStyle.show(smallestExpected, as: .number)).
          """
        ] + (emptyCategories.map { [$0 + "."] } ?? []))
    ]
  }
}

extension Caution {
  /// Where chi-square's distribution is a rough one, by Cochran's advice.
  fileprivate static func smallExpected(_ smallest: Double, thin: Int, of cells: Int) -> Caution? {
    guard smallest < 1 || thin * 5 > cells else { return nil }
    return Caution(
      "small-expected-counts",
      """
      In \(thin) of \(cells) cells fewer than 5 people would be expected by chance (fewest \
      \(APAStyle.show(smallest, as: .number))), where chi-square's p is rough; Fisher's exact test \
      needs no such number.
      """)
  }
}
