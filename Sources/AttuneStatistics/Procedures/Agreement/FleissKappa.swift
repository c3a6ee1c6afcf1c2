public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how far several raters agree beyond chance, whoever they are.
///
///     kappa = (P - Pe) / (1 - Pe)
///     P  = mean over cases of (sum_j n_ij^2 - m) / (m (m - 1))        Pe = sum_j p_j^2
///     of one category: 1 - sum_i n_ij (m - n_ij) / (n m (m - 1) p_j (1 - p_j))
///
/// n_ij: how many of the m raters put case i into category j; p_j: their share of all ratings. The
/// raters of one case need not be those of another; for the same two raters throughout, Cohen's
/// kappa is better, for it lets them have categories that they like.
///
/// The interval is by t with n - 1 degrees of freedom and a standard error that does not suppose
/// that there is no agreement (Gwet 2021); p by the one that does (Fleiss, Nee & Landis 1979).
///
/// - Input: Each case rated by all raters, `n >= 2`, at least two raters.
/// - Cautions: `few-cases`, `wide-interval`.
/// - Sources: Fleiss (1971); Fleiss, Nee & Landis (1979); Gwet (2021).
/// - Checked against: the published table of Fleiss (1971), statsmodels, irrCAC; see
///   `FleissKappaTests`.
/// - Throws: `StatisticsError.tooFew`, `.undetermined`.
public struct FleissKappa: Procedure {
  public static let about = Method(
    "fleiss-kappa", "Fleiss' kappa",
    sources: [
      "doi:10.1037/h0031619", "doi:10.1037/0033-2909.86.5.974", "doi:10.1177/0013164420973080",
    ])

  public var level = ConfidenceLevel.percent95

  public init() {}

  /// Agreement on one category against all others.
  public struct Category: Sendable, Hashable {
    public let name: String
    /// Of all ratings, from 0 to 1.
    public let share: Double
    public let estimate: Double
    /// Where there is no agreement beyond chance.
    public let standardErrorOfNone: Double
    public let z: Double
    public let pValue: Double
  }

  public struct Outcome: Sendable, Hashable {
    public let estimate: Double
    /// Of the estimate.
    public let standardError: Double
    public let interval: Result<ConfidenceInterval, StatisticsError>
    /// Where there is no agreement beyond chance.
    public let standardErrorOfNone: Double
    public let z: Double
    /// Two-sided.
    public let pValue: Double
    /// Observed, and expected by chance.
    public let agreement: Double
    public let expected: Double
    public let categories: [Category]
    public let raterCount: Int
    public let level: ConfidenceLevel
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to ratings: CompleteRatings) throws(StatisticsError) -> Outcome {
    let raters = ratings.raterCount
    guard raters >= 2 else { throw .tooFew(.raters, found: raters, needed: 2) }
    guard ratings.caseCount >= 2 else {
      throw .tooFew(.cases, found: ratings.caseCount, needed: 2)
    }
    let values = ratings.usedValues
    guard values.count > 1 else {
      throw .undetermined(
        "every rater put everyone into one category, so that chance agrees just as well")
    }
    try CohenKappa.requireCategories(values.count)
    let counts = (0..<ratings.caseCount).map { row in
      values.map { value in Double(ratings.columns.count { $0[row] == value }) }
    }
    let (n, m) = (Double(counts.count), Double(raters))
    let shares = values.indices.map { j in counts.reduce(0) { $0 + $1[j] } / (n * m) }
    let ofCases = counts.map { row in
      (row.reduce(0) { $0 + $1 * $1 } - m) / (m * (m - 1))
    }
    let agreement = ofCases.reduce(0, +) / n
    let expected = shares.reduce(0) { $0 + $1 * $1 }
    let kappa = (agreement - expected) / (1 - expected)

    // What each case adds, its part in the expected agreement being taken off.
    let moved = zip(counts, ofCases).map { row, ownAgreement in
      let own = zip(shares, row).reduce(0) { $0 + $1.0 * $1.1 / m }
      let part = (ownAgreement - expected) / (1 - expected)
      return part - 2 * (1 - kappa) * (own - expected) / (1 - expected) - kappa
    }
    let squares = moved.reduce(0) { $0 + $1 * $1 }
    let standardError = (squares / (n * (n - 1))).squareRoot()

    let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let skew = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    let scale = (2 / (n * m * (m - 1))).squareRoot()
    let errorOfNone = scale * (spread * spread - skew).squareRoot() / spread
    let z = kappa / errorOfNone
    var categories: [Category] = []
    for (j, value) in values.enumerated() {
      let apart = counts.reduce(0) { $0 + $1[j] * (m - $1[j]) }
      let estimate = 1 - apart / (n * m * (m - 1) * shares[j] * (1 - shares[j]))
      categories.append(
        Category(
          name: ratings.name(of: value), share: shares[j], estimate: estimate,
          standardErrorOfNone: scale, z: estimate / scale,
          pValue: try Self.pValue(estimate / scale)))
    }
    let interval = Result { () throws(StatisticsError) in
      try limits(kappa, standardError, n: ratings.caseCount)
    }
    return Outcome(
      estimate: kappa, standardError: standardError, interval: interval,
      standardErrorOfNone: errorOfNone, z: z, pValue: try Self.pValue(z), agreement: agreement,
      expected: expected, categories: categories, raterCount: raters, level: level,
      account: ratings.account,
      cautions: [
        Caution.fewRated(ratings.caseCount), Caution.wideInterval(interval, of: "Fleiss' kappa"),
      ].compactMap { $0 })
  }

  private func limits(
    _ kappa: Double, _ error: Double, n: Int
  ) throws(StatisticsError) -> ConfidenceInterval {
    guard error > 1e-12 else {
      throw .undetermined("every case has the same agreement, so that its standard error is 0")
    }
    let reach = try computing { () throws(NumericsError) in
      try StudentT(degreesOfFreedom: Double(n - 1)).upperQuantile(level.tail) * error
    }
    return ConfidenceInterval(level: level, lower: kappa - reach, upper: kappa + reach)
  }

  private static func pValue(_ z: Double) throws(StatisticsError) -> Double {
    try computing { () throws(NumericsError) in min(1, 2 * (try Normal().upperTail(abs(z)))) }
  }
}

extension FleissKappa.Outcome: Tabular {
  /// Over all categories, and for each.
  public var tables: [Table] {
    [
      Table(
        FleissKappa.about.id, title: FleissKappa.about.title,
        columns: [
          .cases, .raters, .estimate.labelled("kappa", .bounded), .standardError,
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
          .statistic.labelled("z"), .pValue, .agreement, .expected,
        ],
        rows: [
          [
            .count(account.used), .count(raterCount), .real(estimate), .real(standardError),
            interval.cells.lower, interval.cells.upper, .real(z), .real(pValue),
            .real(agreement), .real(expected),
          ]
        ],
        notes: [
          "\(account.note). Interval by t and Gwet's standard error, \(level.percent).",
          "p: normal, two-sided, by the standard error where there is no agreement.",
        ]),
      Table(
        "categories", title: "Agreement on each category",
        columns: [
          .category, .share, .estimate.labelled("kappa", .bounded), .standardError,
          .statistic.labelled("z"), .pValue,
        ],
        rows: categories.map { one in
          [
            .text(one.name), .real(one.share), .real(one.estimate),
            .real(one.standardErrorOfNone), .real(one.z), .real(one.pValue),
          ]
        },
        notes: ["Against all others; the standard error is that where there is no agreement."]),
    ]
  }
}

extension Column {
  static let raters = Column("raters", "raters", .count)
  fileprivate static let category = Column("category", "category", .text)
  fileprivate static let share = Column("share", "share", .bounded)
  fileprivate static let agreement = Column("agreement", "observed", .bounded)
  fileprivate static let expected = Column("expected", "by chance", .bounded)
}
