public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether the share of yes is the same on several occasions, of the same people.
///
///     Q = (k - 1) (k sum of C_j^2 - N^2) / (k N - sum of L_i^2)        df k - 1
///     W = Q / (n (k - 1))
///
/// C_j: how often yes was said on an occasion; L_i: by a person; N: by all. People who say the same
/// throughout count for nothing. The exact p is over all orders of each person's answers, where these
/// are not too many. It is the Friedman test of two kinds of answers, and W is Kendall's;
/// of two occasions it is McNemar's chi-square. The higher of the two answers counts as yes.
///
/// - Input: two occasions and two people or more, two kinds of answers, somebody who changes.
/// - Cautions: `few-changes`.
/// - Sources: Cochran (1950).
/// - Checked against: the formula written out in R 4.2.2, statsmodels 0.15.0 `cochrans_q`; see
///   `McNemarTestTests`; the exact p, all orders gone through in Python, see `FriedmanTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct CochranQ: Procedure {
  public static let about = Method(
    "cochran-q", "Cochran's Q", sources: ["doi:10.1093/biomet/37.3-4.256"])

  public typealias Input = RepeatedMeasures

  /// Of the intervals of the shares.
  public var level = ConfidenceLevel.percent95

  /// Whether p is found over all orders too.
  public var isExact = false

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: [String]
    public let shares: [ShareOfYes]
    public let q: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    /// Over all orders of each person's answers; `nil` where it was not asked for.
    public let exactPValue: Quantity?
    /// Kendall's W.
    public let concordance: Double
    /// How many people do not say the same throughout.
    public let changing: Int
    /// The answer that is counted.
    public let counted: String
    public let level: ConfidenceLevel
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    try data.requireTwo()
    let answer = try YesOrNo(data.occasions.map(\.values))
    let columns = data.occasions.map { $0.values.count { answer.isYes($0) } }
    let rows = (0..<data.caseCount).map { data.scores(of: $0).count { answer.isYes($0) } }
    let k = data.occasions.count
    let total = columns.reduce(0, +)
    let within = k * total - rows.reduce(0) { $0 + $1 * $1 }
    guard within > 0 else { throw .undetermined("nobody's answer changes") }
    let between = k * columns.reduce(0) { $0 + $1 * $1 } - total * total
    let q = Double(k - 1) * Double(between) / Double(within)
    let pValue = try computing { () throws(NumericsError) in
      try ChiSquare(degreesOfFreedom: Double(k - 1)).upperTail(q)
    }
    var shares: [ShareOfYes] = []
    for count in columns { shares.append(try ShareOfYes(count, of: rows.count, level: level)) }
    let changing = rows.count { $0 > 0 && $0 < k }
    return Outcome(
      names: data.occasions.map(\.name), shares: shares, q: q, degreesOfFreedom: k - 1,
      pValue: pValue, exactPValue: isExact ? try RanksWithinPeople(data).exactPValue : nil,
      concordance: q / Double(rows.count * (k - 1)), changing: changing,
      counted: answer.words, level: level, account: data.account,
      cautions: changing * k < 24 ? [.fewChanges(changing)] : [])
  }
}

extension Caution {
  /// Cochran's own rule: people who change times occasions below 24.
  fileprivate static func fewChanges(_ count: Int) -> Caution {
    Caution(
      "few-changes",
      """
      The answers of \(count) \(count == 1 ? "person change" : "people change"): fewer than 24 \
      changing people times occasions, so that the p of Cochran's Q is rough.
      """)
  }
}

extension CochranQ.Outcome: Tabular {
  /// The share of each occasion, and the test.
  public var tables: [Table] {
    [
      Table(
        "shares", title: "Share on each occasion",
        columns: [
          .occasion, .cases, Column("yes", "yes", .count), .estimate.labelled("share", .bounded),
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
        ],
        rows: zip(names, shares).map { name, found in
          [
            .text(name), .count(found.n), .count(found.count), .real(found.share),
            .real(found.interval.lower), .real(found.interval.upper),
          ]
        },
        notes: [
          "\(account.note). Counted: the answer \(counted). \(level.percent) intervals by Wilson's method."
        ]),
      Table(
        CochranQ.about.id, title: CochranQ.about.title,
        columns: [
          .statistic.labelled("Q"), .degreesOfFreedom, .pValue,
          .estimate.labelled("W", .bounded), Column("changing", "changing", .count),
        ] + (exactPValue == nil ? [] : [.exactPValue]),
        rows: [
          [
            .real(q), .count(degreesOfFreedom), .real(pValue), .real(concordance),
            .count(changing),
          ] + (exactPValue.map { [$0.cell] } ?? [])
        ],
        notes: [
          """
          p from the chi-square distribution\(exactPValue == nil ? "" : ", exact p over all orders of each person's answers"); \
          only the \(changing) whose answers change tell anything. W: Kendall's, 0 to 1.
          """
        ]),
    ]
  }
}

extension Column {
  fileprivate static let exactPValue = Column("p_exact", "exact p", .pValue)
}
