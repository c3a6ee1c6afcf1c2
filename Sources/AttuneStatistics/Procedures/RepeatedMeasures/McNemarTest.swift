public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether as many people change from yes to no as from no to yes, between two occasions or two
/// questions.
///
///     exact: p = 2 P(X <= min(b, c))        X: binomial of the b + c who change, 1/2
///     mid-p: that less P(X = min(b, c))
///     chi^2 = (b - c)^2 / (b + c)        with continuity (Edwards): (|b - c| - 1)^2 / (b + c)
///     odds ratio b / c, its interval from Clopper and Pearson's of b / (b + c)
///     difference of shares (b - c) / n: Newcombe's interval, method 10, or Agresti and Min's
///
/// b: yes first and no second; c: the other way. The exact p never finds too much and so finds too
/// little; mid-p comes nearer to its error rate (Fagerland, Lydersen & Laake 2013). Newcombe's method
/// squares and adds the ends of Wilson's intervals with a corrected phi; Agresti and Min's adds one
/// half to each cell. The higher of the two answers counts as yes.
///
/// - Input: Pairs of two kinds of answers, `n >= 1`; p only where somebody changes.
/// - Sources: McNemar (1947); Edwards (1948); Newcombe (1998); Agresti & Min (2005); Fagerland,
///   Lydersen & Laake (2013).
/// - Checked against: R 4.2.2 `mcnemar.test`, `binom.test`, formulas written out, statsmodels 0.15.0;
///   see `McNemarTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct McNemarTest: Procedure {
  public static let about = Method(
    "mcnemar", "McNemar's test",
    sources: [
      "doi:10.1007/BF02295996", "doi:10.1186/1471-2288-13-91",
      "doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C",
      "doi:10.1002/sim.1781",
    ])

  public typealias Input = Pairs

  /// Of the difference of the two shares.
  public enum Interval: String, Codable, Sendable, Hashable, CaseIterable {
    case newcombe
    case agrestiMin = "agresti-min"

    var title: String {
      switch self {
      case .newcombe: "Newcombe's method 10"
      case .agrestiMin: "Agresti and Min's method"
      }
    }
  }

  public var interval = Interval.newcombe
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let counts: PairedCounts
    /// The tests, the exact one first; or why there is none.
    public let tests: Result<Tests, StatisticsError>
    public let oddsRatio: Quantity
    public let oddsRatioLower: Quantity
    public let oddsRatioUpper: Quantity
    public let shares: GroupPair<ShareOfYes>
    /// First share minus second.
    public let difference: Double
    public let differenceInterval: ConfidenceInterval
    public let interval: Interval
    /// The answer that is counted.
    public let counted: String
    public let account: CaseAccount
  }

  public struct Tests: Sendable, Hashable {
    public let exactPValue: Double
    public let midPValue: Double
    public let chiSquare: Double
    public let pValue: Double
    public let continuityChiSquare: Double
    public let continuityPValue: Double
  }

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Outcome {
    let answer = try YesOrNo([pairs.values.first, pairs.values.second])
    let counts = PairedCounts(pairs, answer)
    let n = counts.n
    let shares = GroupPair(
      try ShareOfYes(counts.both + counts.onlyFirst, of: n, level: level),
      try ShareOfYes(counts.both + counts.onlySecond, of: n, level: level))
    let odds = try OddsOfChange(counts, level: level)
    return Outcome(
      names: pairs.names, counts: counts,
      tests: Result { () throws(StatisticsError) in try Tests(counts) }, oddsRatio: odds.ratio,
      oddsRatioLower: odds.lower, oddsRatioUpper: odds.upper, shares: shares,
      difference: Double(counts.onlyFirst - counts.onlySecond) / Double(n),
      differenceInterval: interval == .newcombe
        ? counts.newcombe(shares, level: level) : try counts.agrestiMin(level),
      interval: interval, counted: answer.words, account: pairs.account)
  }
}

/// How many people said yes on both occasions, on one, or on neither.
public struct PairedCounts: Sendable, Hashable {
  public let both: Int
  public let onlyFirst: Int
  public let onlySecond: Int
  public let neither: Int

  init(_ pairs: Pairs, _ answer: YesOrNo) {
    let answers = zip(pairs.values.first, pairs.values.second).map {
      (answer.isYes($0), answer.isYes($1))
    }
    both = answers.count { $0 && $1 }
    onlyFirst = answers.count { $0 && !$1 }
    onlySecond = answers.count { !$0 && $1 }
    neither = answers.count { !$0 && !$1 }
  }

  public var n: Int { both + onlyFirst + onlySecond + neither }

  /// Square and add: the ends of the shares' own intervals, less what they have in common.
  fileprivate func newcombe(
    _ shares: GroupPair<ShareOfYes>, level: ConfidenceLevel
  ) -> ConfidenceInterval {
    let (one, other) = (shares.first, shares.second)
    let phi = correctedPhi
    func reach(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * phi * a * b + b * b).squareRoot()
    }
    let difference = Double(onlyFirst - onlySecond) / Double(n)
    let down = reach(one.share - one.interval.lower, other.interval.upper - other.share)
    let up = reach(other.share - other.interval.lower, one.interval.upper - one.share)
    return ConfidenceInterval(level: level, lower: difference - down, upper: difference + up)
  }

  /// Newcombe's: one half of n off where it is positive, and never below 0 by that.
  private var correctedPhi: Double {
    let (a, b, c, d) = (Double(both), Double(onlyFirst), Double(onlySecond), Double(neither))
    let margins = (a + b) * (c + d) * (a + c) * (b + d)
    guard margins > 0 else { return 0 }
    let cross = a * d - b * c
    let corrected = cross > 0 ? max(0, cross - Double(n) / 2) : cross
    return corrected / margins.squareRoot()
  }

  fileprivate func agrestiMin(_ level: ConfidenceLevel) throws(StatisticsError)
    -> ConfidenceInterval
  {
    let (b, c) = (Double(onlyFirst) + 0.5, Double(onlySecond) + 0.5)
    let size = Double(n) + 2
    let middle = (b - c) / size
    let reach =
      try level.normalReach() * (b + c - (b - c) * (b - c) / size).squareRoot() / size
    return ConfidenceInterval(
      level: level, lower: max(-1, middle - reach), upper: min(1, middle + reach))
  }
}

extension McNemarTest.Tests {
  fileprivate init(_ counts: PairedCounts) throws(StatisticsError) {
    let (b, c) = (counts.onlyFirst, counts.onlySecond)
    let changing = b + c
    guard changing > 0 else { throw .undetermined("nobody's answer changes") }
    let difference = Double(abs(b - c))
    let plain = difference * difference / Double(changing)
    let less = max(0, difference - 1)
    let corrected = less * less / Double(changing)
    let low = min(b, c)
    let (tail, before, p, pCorrected) = try computing { () throws(NumericsError) in
      (
        try SignTest.lowerTail(low, of: changing),
        low > 0 ? try SignTest.lowerTail(low - 1, of: changing) : 0,
        try ChiSquare(degreesOfFreedom: 1).upperTail(plain),
        try ChiSquare(degreesOfFreedom: 1).upperTail(corrected)
      )
    }
    self.init(
      exactPValue: min(1, 2 * tail), midPValue: min(1, tail + before), chiSquare: plain,
      pValue: p, continuityChiSquare: corrected, continuityPValue: pCorrected)
  }
}

/// The odds of changing one way rather than the other.
private struct OddsOfChange {
  let ratio: Quantity
  let lower: Quantity
  let upper: Quantity

  init(_ counts: PairedCounts, level: ConfidenceLevel) throws(StatisticsError) {
    let (b, c) = (counts.onlyFirst, counts.onlySecond)
    guard b + c > 0 else {
      let reason = Quantity.unavailable("nobody's answer changes")
      (ratio, lower, upper) = (reason, reason, reason)
      return
    }
    let unbounded = Quantity.unavailable(
      "nobody changes the other way, so that it has no upper end")
    // Clopper and Pearson's ends of p as ratios of F: p / (1 - p) needs no detour.
    func end(_ x: Int, _ y: Int) throws(StatisticsError) -> Double {
      let tail = level.tail
      return try computing { () throws(NumericsError) in
        let quantile = try FisherF(
          numerator: 2 * Double(y + 1), denominator: 2 * Double(x)
        ).upperQuantile(tail)
        return Double(x) / (Double(y + 1) * quantile)
      }
    }
    ratio = c > 0 ? .value(Double(b) / Double(c)) : unbounded
    lower = .value(b > 0 ? try end(b, c) : 0)
    upper = c > 0 ? .value(1 / (try end(c, b))) : unbounded
  }
}

extension McNemarTest.Outcome: Tabular {
  /// Who answered how, the tests, and the size of the change.
  public var tables: [Table] { [changes, testTable, effects] }

  private var changes: Table {
    Table(
      "changes", title: "Answers that change",
      columns: [
        .cases, Column("both", "both", .count), Column("only_first", "only first", .count),
        Column("only_second", "only second", .count), Column("neither", "neither", .count),
        Column("share_first", "share first", .bounded),
        Column("share_second", "share second", .bounded),
      ],
      rows: [
        [
          .count(counts.n), .count(counts.both), .count(counts.onlyFirst),
          .count(counts.onlySecond), .count(counts.neither), .real(shares.first.share),
          .real(shares.second.share),
        ]
      ],
      notes: [
        """
        \(account.note). Counted: the answer \(counted); first: \(names.first), second: \
        \(names.second).
        """
      ])
  }

  private var testTable: Table {
    let none = Cell.unavailable("it is counted, not approximated")
    let rows: [[Cell]] =
      switch tests {
      case .success(let found):
        [
          [.text("exact"), none, none, .real(found.exactPValue)],
          [.text("mid-p"), none, none, .real(found.midPValue)],
          [.text("chi-square"), .real(found.chiSquare), .count(1), .real(found.pValue)],
          [
            .text("chi-square with continuity"), .real(found.continuityChiSquare), .count(1),
            .real(found.continuityPValue),
          ],
        ]
      case .failure(let reason):
        ["exact", "mid-p", "chi-square", "chi-square with continuity"].map { name in
          [.text(name)] + Array(repeating: .unavailable(reason.description), count: 3)
        }
      }
    return Table(
      McNemarTest.about.id, title: McNemarTest.about.title,
      columns: [.test, .statistic, .degreesOfFreedom, .pValue], rows: rows,
      notes: [
        """
        p is two-sided. The exact one never finds too much; mid-p comes nearer to its error rate \
        (Fagerland, Lydersen & Laake 2013). Choose one before you look.
        """
      ])
  }

  private var effects: Table {
    Table(
      "mcnemar-effect", title: "Size of the change",
      columns: [
        Column("effect", "effect", .text), .estimate, .lower, .upper,
      ],
      rows: [
        [
          .text("difference of shares"), .real(difference), .real(differenceInterval.lower),
          .real(differenceInterval.upper),
        ],
        [
          .text("odds ratio"), oddsRatio.cell, oddsRatioLower.cell, oddsRatioUpper.cell,
        ],
      ],
      notes: [
        """
        Difference: share first minus share second, \(differenceInterval.level.percent) interval by \
        \(interval.title). Odds ratio: only first to only second, with its exact interval.
        """
      ])
  }
}
