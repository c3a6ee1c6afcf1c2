public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether differences of pairs are as often above 0 as below, by their signs alone.
///
///     p = 2 * P(X <= min(above, below))        X: binomial of the differences that are not 0, 1/2
///
/// It supposes nothing about the size of differences; that costs it much of its power.
///
/// - Input: Pairs with at least one difference that is not 0. Differences are first less second.
/// - Sources: Arbuthnott (1710); Dixon & Mood (1946).
/// - Checked against: R 4.2.2 `binom.test`; see `SignTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct SignTest: Procedure {
  public static let about = Method(
    "sign-test", "Sign test", sources: ["doi:10.1080/01621459.1946.10501898"])

  public typealias Input = Pairs

  public var alternative = Alternative.twoSided

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let above: Int
    public let below: Int
    public let level: Int
    public let pValue: Double
    public let alternative: Alternative
    public let account: CaseAccount
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    guard pairs.caseCount >= 1 else { throw .tooFew(.cases, found: 0, needed: 1) }
    let differences = pairs.tiedDifferences
    let (above, below) = (differences.count { $0 > 0 }, differences.count { $0 < 0 })
    guard above + below > 0 else { throw .noVariance(in: "the difference") }
    let pValue = try computing { () throws(NumericsError) in
      // P(X <= x) of n trials at 1/2 is the upper tail of a beta, as of F(2 (x + 1), 2 (n - x)).
      switch alternative {
      case .twoSided: min(1, 2 * (try Self.lowerTail(min(above, below), of: above + below)))
      case .less: try Self.lowerTail(above, of: above + below)
      case .greater: try Self.lowerTail(below, of: above + below)
      }
    }
    return Outcome(
      names: pairs.names, above: above, below: below, level: pairs.caseCount - above - below,
      pValue: pValue, alternative: alternative, account: pairs.account)
  }

  /// P(X <= count) of n trials at one half.
  static func lowerTail(_ count: Int, of n: Int) throws(NumericsError) -> Double {
    guard count < n else { return 1 }
    let (low, high) = (2 * Double(count + 1), 2 * Double(n - count))
    return try FisherF(numerator: low, denominator: high).upperTail(high / low)
  }
}

extension SignTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        SignTest.about.id, title: SignTest.about.title,
        columns: [.above, .below, .level, .pValue],
        rows: [[.count(above), .count(below), .count(level), .real(pValue)]],
        notes: [
          """
          \(account.note). above: '\(names.first)' above '\(names.second)'; p is \
          \(alternative == .twoSided ? "two-sided" : "one-sided"), exact; differences of 0 are left \
          out.
          """
        ])
    ]
  }
}

extension Column {
  fileprivate static let above = Column("above", "above", .count)
  fileprivate static let below = Column("below", "below", .count)
  fileprivate static let level = Column("level", "level", .count)
}
