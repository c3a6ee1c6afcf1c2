public import AttuneData
import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Asks whether the odds ratio of groups is the same at every cut between lower and higher answers, as
/// the proportional-odds model supposes.
///
///     theta_ij = logit of the share of row i above cut j        beta_ij = theta_ij - theta_1j
///     cov(theta_ij, theta_il) = 1 / (n_i p_ij (1 - p_il))        j <= l, p: the share above the cut
///     chi-square = (D beta)' (D V D')^-1 (D beta)        D: each cut less the first
///
/// Brant's Wald test, of all groups with (rows - 1) (cuts - 1) degrees of freedom, and of each group
/// with cuts - 1. The logits at each cut are those of a logistic regression on the groups, which has a
/// closed form. A description: with few people it finds little, with many it finds what hardly matters,
/// so that the odds ratios of the cuts stand beside it and nothing is chosen by it.
///
/// - Input: Groups as rows, three ordered answers or more as columns; each group on both sides of
///   every cut.
/// - Sources: Brant (1990).
/// - Checked against: R 4.2.2 `glm` at each cut and Brant's matrices written out, as in the package
///   brant; see `BrantTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct BrantTest: Procedure {
  public static let about = Method(
    "brant", "Is the odds ratio the same at every cut? (Brant's test)",
    sources: ["doi:10.2307/2532457"])

  public init() {}

  public struct Test: Sendable, Hashable {
    /// `nil` for all groups together.
    public let group: String?
    public let chiSquare: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
  }

  /// One group's odds of an answer above a cut, compared with the first group's.
  public struct Cut: Sendable, Hashable {
    public let group: String
    /// The highest answer below the cut.
    public let below: String
    public let logOddsRatio: Double
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let reference: String
    /// Of all groups, then of each.
    public let tests: [Test]
    public let cuts: [Cut]
    public let account: CaseAccount
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let occupied = try OccupiedTable(table)
    let categories = occupied.categories(of: table)
    let rows = try Self.rows(of: occupied, categories)
    let cuts = occupied.columnTotals.count - 1
    let (reference, others) = (rows[0], rows.dropFirst())
    let names = categories.first
    let differences = others.map { row in
      (1..<cuts).map { row.odds(at: $0, over: reference) - row.odds(at: 0, over: reference) }
    }
    let k = cuts - 1
    // What varies of a contrast of one row with another: the reference is in both.
    func covariance(_ first: Int, _ second: Int) -> Double {
      let (j, l) = (first % k + 1, second % k + 1)
      let shared = reference.contrast(j, l)
      return first / k == second / k ? shared + rows[first / k + 1].contrast(j, l) : shared
    }
    func test(_ group: String?, _ places: Range<Int>) throws(StatisticsError) -> Test {
      let matrix = SymmetricMatrix(size: places.count) {
        covariance(places.lowerBound + $0, places.lowerBound + $1)
      }
      guard let factor = Cholesky(matrix) else {
        throw .undetermined("too few people are between the cuts")
      }
      let contrasts = Array(differences.joined())[places]
      let solved = factor.solve(Array(contrasts))
      let chiSquare = zip(contrasts, solved).reduce(0) { $0 + $1.0 * $1.1 }
      return Test(
        group: group, chiSquare: chiSquare, degreesOfFreedom: places.count,
        pValue: try computing { () throws(NumericsError) in
          try ChiSquare(degreesOfFreedom: Double(places.count)).upperTail(chiSquare)
        })
    }
    var tests = [try test(nil, 0..<k * others.count)]
    if others.count > 1 {
      for index in 0..<others.count {
        tests.append(try test(names[index + 1], index * k..<(index + 1) * k))
      }
    }
    return Outcome(
      names: table.names, reference: names[0], tests: tests,
      cuts: zip(names.dropFirst(), others).flatMap { name, row in
        (0..<cuts).map { cut in
          Cut(
            group: name, below: categories.second[cut],
            logOddsRatio: row.odds(at: cut, over: reference))
        }
      }, account: table.account)
  }

  /// Each group's shares; somebody of each on both sides of every cut, and of no two groups nobody
  /// between the same two cuts: else the cuts cannot be told apart.
  private static func rows(
    of table: OccupiedTable, _ categories: GroupPair<[String]>
  ) throws(StatisticsError) -> [Row] {
    let (groups, answers) = (categories.first, categories.second)
    guard answers.count > 2 else {
      throw .undetermined("of two answers there is one cut, and nothing it could be unlike")
    }
    for (group, counts) in zip(groups, table.counts) {
      for cut in 0..<answers.count - 1 {
        let below = counts[...cut].reduce(0, +)
        guard below > 0, below < counts.reduce(0, +) else {
          throw .undetermined(
            """
            \(below > 0 ? "nobody" : "everybody") in '\(group.inert)' gave an answer above \
            '\(answers[cut].inert)', and an odds ratio there may be as large as one likes
            """)
        }
      }
    }
    for column in 1..<answers.count - 1 {
      let without = groups.indices.filter { table.counts[$0][column] == 0 }
      guard without.count < 2 else {
        throw .undetermined(
          """
          nobody in '\(groups[without[0]].inert)' and '\(groups[without[1]].inert)' gave \
          '\(answers[column].inert)', so that the cuts beside it are the same there
          """)
      }
    }
    return table.counts.map(Row.init)
  }
}

/// The people of one group above each cut.
private struct Row {
  private let n: Double
  private let above: [Double]

  init(_ counts: [Int]) {
    n = Double(counts.reduce(0, +))
    above = counts.indices.dropFirst().map { Double(counts[$0...].reduce(0, +)) }
  }

  private func logit(_ cut: Int) -> Double { log(above[cut] / (n - above[cut])) }

  func odds(at cut: Int, over other: Row) -> Double { logit(cut) - other.logit(cut) }

  private func covariance(_ first: Int, _ second: Int) -> Double {
    let (j, l) = (min(first, second), max(first, second))
    return n / (above[j] * (n - above[l]))
  }

  /// Of the logits of two cuts, each less that of the first.
  func contrast(_ j: Int, _ l: Int) -> Double {
    covariance(j, l) - covariance(j, 0) - covariance(0, l) + covariance(0, 0)
  }
}

extension BrantTest.Outcome: Tabular {
  /// The tests, and the odds ratios at each cut.
  public var tables: [Table] {
    [
      Table(
        BrantTest.about.id, title: BrantTest.about.title,
        columns: [
          Column("row", names.first, .text), .statistic.labelled("chi-square"), .degreesOfFreedom,
          .pValue,
        ],
        rows: tests.map { test in
          [
            .text(test.group ?? "all groups"), .real(test.chiSquare),
            .count(test.degreesOfFreedom), .real(test.pValue),
          ]
        },
        notes: ["A description: no model here waits for it, and none is chosen by it."]),
      Table(
        "odds-at-cuts", title: "Odds ratio at each cut",
        columns: [
          Column("row", names.first, .text), Column("above", "answers above", .text),
          Column("log_odds_ratio", "log odds ratio", .number), .estimate.labelled("odds ratio"),
        ],
        rows: cuts.map { cut in
          [
            .text(cut.group), .text(cut.below), .real(cut.logOddsRatio),
            .real(exp(cut.logOddsRatio)),
          ]
        },
        notes: ["Compared with '\(reference)', of answers to '\(names.second)'."]),
    ]
  }
}
