public import AttuneData
import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates how much higher the odds of a higher answer are in each group than in the first.
///
///     log odds of an answer of at most j in row i = theta_j - beta_i        beta of the first row = 0
///     odds ratio = exp(beta_i); interval exp(beta_i -+ z SE), SE from the observed information
///     likelihood ratio = 2 (l - l without groups), df = rows - 1
///
/// The proportional-odds model (ordered logit), by maximum likelihood. It supposes one odds ratio at
/// every cut between a lower and a higher answer. Above 1: higher answers than the first row's. Where
/// answers of groups do not overlap the ratio may be as large as one likes; that is found before
/// anything is fitted, and said.
///
/// - Input: Groups as rows, ordered answers as columns; two or more of each with people in them.
/// - Sources: McCullagh (1980); that the maximum is the only one, Pratt (1981).
/// - Checked against: MASS 7.3-58.2 `polr`, statsmodels 0.15.0 `OrderedModel`; see `OrdinalTablesTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` where answers do not overlap.
public struct ProportionalOdds: Procedure {
  public static let about = Method(
    "proportional-odds", "Proportional-odds model",
    sources: ["doi:10.1111/j.2517-6161.1980.tb01109.x", "doi:10.1080/01621459.1981.10477613"])

  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Effect: Sendable, Hashable {
    public let group: String
    /// The logarithm of the odds ratio, and its standard error.
    public let logOddsRatio: Double
    public let standardError: Double
    public let oddsRatio: Double
    /// Of the odds ratio.
    public let interval: ConfidenceInterval
    /// Wald's z, and its two-sided p.
    public let z: Double
    public let pValue: Double
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// The group that the others are compared with.
    public let reference: String
    public let effects: [Effect]
    /// Between the answers, for the reference.
    public let thresholds: [Double]
    public let logLikelihood: Double
    public let likelihoodRatio: Double
    public let degreesOfFreedom: Double
    public let pValue: Double
    public let account: CaseAccount
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let occupied = try OccupiedTable(table)
    let categories = occupied.categories(of: table)
    try Self.requireOverlap(occupied, categories)
    let fit = try OrderedLogit(occupied.counts).fitted()
    let z = try level.normalReach()
    let n = Double(occupied.n)
    let empty = occupied.columnTotals.reduce(0.0) { $0 + Double($1) * log(Double($1) / n) }
    let ratio = max(0, 2 * (fit.logLikelihood - empty))
    let df = Double(occupied.rowTotals.count - 1)
    var effects: [Effect] = []
    for (index, beta) in fit.effects.enumerated() {
      let error = fit.standardErrors[index]
      effects.append(
        Effect(
          group: categories.first[index + 1], logOddsRatio: beta, standardError: error,
          oddsRatio: exp(beta),
          interval: ConfidenceInterval(
            level: level, lower: exp(beta - z * error), upper: exp(beta + z * error)),
          z: beta / error,
          pValue: try computing { () throws(NumericsError) in
            min(1, 2 * (try Normal().upperTail((beta / error).magnitude)))
          }))
    }
    return Outcome(
      names: table.names, reference: categories.first[0], effects: effects,
      thresholds: fit.thresholds, logLikelihood: fit.logLikelihood, likelihoodRatio: ratio,
      degreesOfFreedom: df,
      pValue: try computing { () throws(NumericsError) in
        try ChiSquare(degreesOfFreedom: df).upperTail(ratio)
      }, account: table.account)
  }

  /// There is one finite maximum exactly where no group lies wholly at an end, and each two
  /// neighbouring cuts are straddled by the answers of one group: else a cut, or a group, could move
  /// away without end and no answer become less likely.
  private static func requireOverlap(
    _ table: OccupiedTable, _ categories: GroupPair<[String]>
  ) throws(StatisticsError) {
    let last = table.columnTotals.count - 1
    let spans = table.counts.map { row in
      let occupied = row.indices.filter { row[$0] > 0 }
      return (low: occupied.first ?? 0, high: occupied.last ?? 0)
    }
    for (index, span) in spans.enumerated() where span.low == span.high {
      guard span.low == 0 || span.low == last else { continue }
      throw .undetermined(
        """
        everybody in '\(categories.first[index])' gave '\(categories.second[span.low])', \
        and then the odds ratio may be as large as one likes (separation)
        """)
    }
    for middle in 1..<max(1, last)
    where !spans.contains(where: { $0.low < middle && $0.high > middle }) {
      throw .undetermined(
        """
        no group has answers both below and above '\(categories.second[middle])', and then the \
        odds ratio may be as large as one likes (separation)
        """)
    }
  }
}

extension ProportionalOdds.Outcome: Tabular {
  /// The odds ratios, and the test of all of them.
  public var tables: [Table] {
    [
      Table(
        ProportionalOdds.about.id, title: ProportionalOdds.about.title,
        columns: [
          Column("row", names.first, .text), .logOddsRatio, .standardError,
          .estimate.labelled("odds ratio"), .lower, .upper, .statistic.labelled("z"), .pValue,
        ],
        rows: effects.map { effect in
          [
            .text(effect.group), .real(effect.logOddsRatio), .real(effect.standardError),
            .real(effect.oddsRatio), .real(effect.interval.lower), .real(effect.interval.upper),
            .real(effect.z), .real(effect.pValue),
          ]
        },
        notes: [
          """
          Odds of a higher answer to '\(names.second)', compared with '\(reference)'; one ratio at every \
          cut is supposed.
          """
        ]),
      Table(
        "proportional-odds-test", title: "Likelihood-ratio test of the groups",
        columns: [.cases, .statistic.labelled("chi-square"), .degreesOfFreedom, .pValue],
        rows: [
          [
            .count(account.used), .real(likelihoodRatio), .count(Int(degreesOfFreedom)),
            .real(pValue),
          ]
        ]),
    ]
  }
}

extension Column {
  fileprivate static let logOddsRatio = Column("log_odds_ratio", "log odds ratio", .number)
}
