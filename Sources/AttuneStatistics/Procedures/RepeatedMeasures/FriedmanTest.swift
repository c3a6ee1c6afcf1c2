public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether scores of the same people tend to be higher on some occasions than on others, by
/// the order within each person.
///
///     chi^2 = (k - 1) (sum of R_j^2 - n C) / (A - C)        C = n k (k + 1)^2 / 4
///     F = (n - 1) chi^2 / (n (k - 1) - chi^2)        df k - 1 and (k - 1) (n - 1)
///     W = chi^2 / (n (k - 1))
///
/// R_j: sum of an occasion's midranks within people; A: sum of all squared midranks, by which ties
/// are corrected. Chi-square finds too little with few people, where Iman and Davenport's F keeps its
/// error rate better; where it is asked for, p is also exact: over all orders within each person, ties
/// as they are, where these are not too many. Kendall's W, from 0 to 1, says how far people agree on the order; its interval
/// draws people again and again (percentile), and because W is never below 0 it lies too high where
/// occasions hardly differ. pingouin's F is the same and takes Legendre's degrees of freedom.
///
/// - Input: two occasions and two people or more, somebody with different scores.
/// - Cautions: `few-cases`.
/// - Sources: Friedman (1937); Iman & Davenport (1980); Conover (1999), 5.8.
/// - Checked against: R 4.2.2 `friedman.test`, scipy 1.17.1 `friedmanchisquare`, all orders gone
///   through in Python; see `FriedmanTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.undetermined`.
public struct FriedmanTest: Procedure {
  public static let about = Method(
    "friedman", "Friedman test",
    sources: ["doi:10.1080/01621459.1937.10503522", "doi:10.1080/03610928008827904"])

  public typealias Input = RepeatedMeasures

  /// Of the interval of W.
  public var level = ConfidenceLevel.percent95
  /// What gives the interval of W; without it there is none.
  public var resampling: Resampling?
  /// Whether p is found over all orders too.
  public var isExact = false

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Of each occasion, in their order.
    public let meanRanks: [Double]
    public let chiSquare: Double
    public let degreesOfFreedom: Int
    /// From chi-square.
    public let pValue: Double
    public let f: Quantity
    public let errorDegrees: Int
    public let fPValue: Quantity
    /// Over all orders within people; `nil` where it was not asked for.
    public let exactPValue: Quantity?
    /// Kendall's W.
    public let concordance: Double
    public let concordanceInterval: Result<ConfidenceInterval, StatisticsError>
    public let level: ConfidenceLevel
    public let resampling: Resampling?
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to data: RepeatedMeasures) throws(StatisticsError) -> Outcome {
    let ranks = try RanksWithinPeople(data)
    let (n, k, w) = (ranks.n, ranks.k, ranks.concordance)
    let chiSquare = n * (k - 1) * w
    let pValue = try computing { () throws(NumericsError) in
      try ChiSquare(degreesOfFreedom: k - 1).upperTail(chiSquare)
    }
    let (f, fPValue) = try Self.ratio(ranks)
    let (level, resampling) = (level, resampling)
    let interval = Result { () throws(StatisticsError) in
      guard let resampling else { throw .undetermined("it takes resamples, and none were drawn") }
      guard ranks.discordance > 0 else {
        throw .undetermined("everybody's scores have the same order")
      }
      return try BootstrapDistribution(ResampledConcordance(data), resampling).percentile(level)
    }
    return Outcome(
      meanRanks: ranks.meanRanks, chiSquare: chiSquare, degreesOfFreedom: Int(k) - 1,
      pValue: pValue, f: f, errorDegrees: (Int(k) - 1) * (Int(n) - 1), fPValue: fPValue,
      exactPValue: isExact ? ranks.exactPValue : nil, concordance: w, concordanceInterval: interval,
      level: level, resampling: resampling,
      account: data.account, cautions: [Caution.fewRated(data.caseCount)].compactMap { $0 })
  }

  private static func ratio(
    _ ranks: RanksWithinPeople
  ) throws(StatisticsError) -> (f: Quantity, pValue: Quantity) {
    guard ranks.discordance > 0 else {
      let reason = Quantity.unavailable("everybody's scores have the same order")
      return (reason, reason)
    }
    let (n, k, w) = (ranks.n, ranks.k, ranks.concordance)
    let f = (n - 1) * w / (1 - w)
    let pValue = try computing { () throws(NumericsError) in
      try FisherF(numerator: k - 1, denominator: (k - 1) * (n - 1)).upperTail(f)
    }
    return (.value(f), .value(pValue))
  }
}

extension FriedmanTest.Outcome: Tabular {
  private var exactNote: String {
    ", and the exact p, over all orders within people, keeps it whatever their number"
  }

  /// The test in its forms, and how far people agree on the order.
  public var tables: [Table] {
    let limits = concordanceInterval.cells
    let drawn = resampling.map {
      " \(level.percent) percentile interval of W, \($0.note): W is never below 0, so that it lies "
        + "too high where occasions hardly differ."
    }
    return [
      Table(
        FriedmanTest.about.id, title: FriedmanTest.about.title,
        columns: [
          .test, .statistic, .degreesOfFreedom, .degreesOfFreedomError, .pValue,
        ],
        rows: [
          [
            .text("chi-square"), .real(chiSquare), .count(degreesOfFreedom),
            .unavailable("chi-square has one"), .real(pValue),
          ],
          [
            .text("F (Iman and Davenport)"), f.cell, .count(degreesOfFreedom),
            .count(errorDegrees), fPValue.cell,
          ],
        ]
          + (exactPValue.map { p in
            let none = Cell.unavailable("the exact p needs none")
            return [[.text("exact"), .real(chiSquare), none, none, p.cell]]
          } ?? []),
        notes: [
          """
          \(account.note). By ranks within each person, corrected for ties; with few people F keeps \
          its error rate better\(exactPValue == nil ? "" : exactNote).
          """
        ]),
      Table(
        "friedman-effect", title: "Agreement on the order",
        columns: [
          .cases, .estimate.labelled("W", .bounded), .lower.labelled("lower", .bounded),
          .upper.labelled("upper", .bounded),
        ],
        rows: [[.count(account.used), .real(concordance), limits.lower, limits.upper]],
        notes: ["Kendall's W: 0, no common order, to 1, everybody's is the same.\(drawn ?? "")"]),
    ]
  }
}

extension Column {
  static let test = Column("test", "test", .text)
}
