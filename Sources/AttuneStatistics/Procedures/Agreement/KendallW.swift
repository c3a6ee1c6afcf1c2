public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how far several raters put the cases into the same order: Kendall's W.
///
///     W = 12 S / (m^2 (n^3 - n) - m T)        S: squared deviations of the rank sums from their mean
///     T = sum over raters and ties of t^3 - t
///     chi^2 = m (n - 1) W                     n - 1 degrees of freedom
///     F = (m - 1) W / (1 - W)                 n - 1 - 2/m and (m - 1)(n - 1 - 2/m)
///
/// From 0, no agreement on the order, to 1. Only order counts: raters may use different parts of the
/// scale. The mean Spearman correlation between raters is (m W - 1) / (m - 1) where nobody ties.
/// The chi-square test is rough for few cases, where F keeps its error rate better.
///
/// - Input: Ratings with an order, `n >= 2` cases, at least two raters.
/// - Cautions: `few-cases`.
/// - Sources: Kendall & Babington Smith (1939); F, Legendre (2005).
/// - Checked against: R 4.2.2 `friedman.test`, formulas written out; see `KendallWTests`.
/// - Throws: `StatisticsError.tooFew`, `.undetermined`.
public struct KendallW: Procedure {
  public static let about = Method(
    "kendall-w", "Kendall's W",
    sources: ["doi:10.1214/aoms/1177732186", "doi:10.1198/108571105X46642"])

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let estimate: Double
    public let chiSquare: Double
    public let degreesOfFreedom: Double
    public let pValue: Double
    public let f: Quantity
    public let fDegreesOfFreedom: DegreesOfFreedom
    public let fPValue: Quantity
    /// Between raters, of all pairs, where nobody ties.
    public let meanSpearman: Quantity
    public let raterCount: Int
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public struct DegreesOfFreedom: Sendable, Hashable {
    public let between: Double
    public let within: Double
  }

  public func apply(to ratings: CompleteRatings) throws(StatisticsError) -> Outcome {
    let (cases, raters) = (ratings.caseCount, ratings.raterCount)
    guard raters >= 2 else { throw .tooFew(.raters, found: raters, needed: 2) }
    guard cases >= 2 else { throw .tooFew(.cases, found: cases, needed: 2) }
    guard ratings.isOrdered else {
      throw .undetermined("the order of the categories is not known")
    }
    let ranks = ratings.columns.map { midranks($0) }
    let (n, m) = (Double(cases), Double(raters))
    let middle = m * (n + 1) / 2
    let squares = (0..<cases).reduce(0.0) { sum, row in
      let deviation = ranks.reduce(0) { $0 + $1[row] } - middle
      return sum + deviation * deviation
    }
    let ties = ratings.columns.flatMap { tieCounts($0) }.reduce(0.0) { sum, run in
      let t = Double(run)
      return sum + t * t * t - t
    }
    let most = m * m * (n * n * n - n) - m * ties
    guard most > 0 else { throw .undetermined("every rater rated all cases alike") }
    let w = min(1, 12 * squares / most)
    let chiSquare = m * (n - 1) * w
    let df = n - 1
    let pValue = try computing { () throws(NumericsError) in
      try ChiSquare(degreesOfFreedom: df).upperTail(chiSquare)
    }
    let dfF = DegreesOfFreedom(between: df - 2 / m, within: (m - 1) * (df - 2 / m))
    let (f, fPValue) = try test(w, m, dfF)
    return Outcome(
      estimate: w, chiSquare: chiSquare, degreesOfFreedom: df, pValue: pValue, f: f,
      fDegreesOfFreedom: dfF, fPValue: fPValue,
      meanSpearman: ties == 0
        ? .value((m * w - 1) / (m - 1)) : .unavailable("some ratings tie"),
      raterCount: raters, account: ratings.account,
      cautions: [Caution.fewRated(cases)].compactMap { $0 })
  }

  private func test(
    _ w: Double, _ m: Double, _ df: DegreesOfFreedom
  ) throws(StatisticsError) -> (f: Quantity, p: Quantity) {
    guard w < 1 else {
      let reason = Quantity.unavailable("all raters put the cases into the same order")
      return (reason, reason)
    }
    guard df.between > 0 else {
      let reason = Quantity.unavailable("there are too few cases and raters")
      return (reason, reason)
    }
    let f = (m - 1) * w / (1 - w)
    let p = try computing { () throws(NumericsError) in
      try FisherF(numerator: df.between, denominator: df.within).upperTail(f)
    }
    return (.value(f), .value(p))
  }
}

extension KendallW.Outcome: Tabular {
  /// W, and its two tests.
  public var tables: [Table] {
    let estimateTable = Table(
      KendallW.about.id, title: KendallW.about.title,
      columns: [.cases, .raters, .estimate.labelled("W", .bounded), .meanSpearman],
      rows: [[.count(account.used), .count(raterCount), .real(estimate), meanSpearman.cell]],
      notes: ["\(account.note). Ties are allowed for."])
    let testTable = Table(
      "kendall-w-tests", title: "Tests of no agreement on the order",
      columns: [.test, .statistic, .degreesOfFreedom, .degreesOfFreedomError, .pValue],
      rows: [
        [
          .text("chi-square"), .real(chiSquare), .real(degreesOfFreedom),
          .unavailable("chi-square has none"), .real(pValue),
        ],
        [
          .text("F"), f.cell, .real(fDegreesOfFreedom.between), .real(fDegreesOfFreedom.within),
          fPValue.cell,
        ],
      ],
      notes: ["With few cases, F keeps its error rate better (Legendre 2005)."])
    return [estimateTable, testTable]
  }
}

extension Column {
  fileprivate static let meanSpearman = Column("rho_mean", "mean rho", .bounded)
}
