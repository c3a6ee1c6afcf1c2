public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates how far any number of raters agree beyond chance, on any level of measurement, with
/// ratings missing.
///
///     alpha = 1 - observed disagreement / disagreement expected by chance
///     distance^2: nominal  1 where two ratings differ
///                 ordinal  (the ratings from one to the other, ends counted half)^2
///                 interval (c - k)^2
///                 ratio    ((c - k) / (c + k))^2
///
/// At most 1; 0 is chance; negative where raters disagree on purpose, as it were. A case with fewer
/// than two ratings says nothing and is left out; any other missing rating costs that rating alone.
///
/// The interval draws the cases again and again, the chance of agreement being found anew each
/// time.
///
/// - Input: Ratings, some cases with two or more; an order for ordinal, numbers for interval and
///   ratio, none below 0 for ratio.
/// - Cautions: `few-cases`, `wide-interval`.
/// - Sources: Krippendorff (1970, 2011); Hayes & Krippendorff (2007).
/// - Checked against: the coincidence formula in Python, krippendorff 0.9; see
///   `KrippendorffAlphaTests`.
/// - Throws: `StatisticsError.tooFew`, `.undetermined`.
public struct KrippendorffAlpha: Procedure {
  public static let about = Method(
    "krippendorff-alpha", "Krippendorff's alpha",
    sources: ["doi:10.1177/001316447003000105", "doi:10.1080/19312450709336664"])

  /// How far two ratings are apart.
  public enum Metric: String, Codable, Sendable, Hashable, CaseIterable {
    case nominal
    case ordinal
    case interval
    case ratio
  }

  /// How the interval is found.
  public enum Interval: String, Codable, Sendable, Hashable, CaseIterable {
    case percentile
    case bca
  }

  public var metric = Metric.ordinal
  public var level = ConfidenceLevel.percent95
  public var interval = Interval.percentile
  public var resampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let metric: Metric
    public let estimate: Double
    public let interval: Result<ConfidenceInterval, StatisticsError>
    public let intervalMethod: String
    /// The mean squared distance of two ratings of one case, and of any two ratings.
    public let observed: Double
    public let expected: Double
    public let raterCount: Int
    /// Ratings that can be compared with another of the same case.
    public let ratingCount: Int
    /// Cases in all, and those with two ratings or more.
    public let caseCount: Int
    public let usedCount: Int
    public let missing: [CaseAccount.Missing]
    public let cautions: [Caution]
  }

  public func apply(to ratings: Ratings) throws(StatisticsError) -> Outcome {
    guard ratings.raters.count >= 2 else {
      throw .tooFew(.raters, found: ratings.raters.count, needed: 2)
    }
    try requireDistance(between: ratings)
    let pairable = PairableRatings(ratings, metric: metric)
    guard pairable.caseCount >= 2 else {
      throw .undetermined(
        """
        at least 2 cases with two ratings are needed and there \
        \(pairable.caseCount == 1 ? "is" : "are") \(pairable.caseCount)
        """)
    }
    let rows = Array(0..<Int32(pairable.caseCount))
    guard let alpha = pairable.estimate(of: rows), let found = pairable.disagreements(of: rows)
    else {
      throw .undetermined("all ratings are the same, so that chance agrees just as well")
    }
    let around = Result { () throws(StatisticsError) in
      try limits(around: alpha, of: pairable)
    }
    return Outcome(
      metric: metric, estimate: alpha, interval: around, intervalMethod: intervalMethod,
      observed: found.observed, expected: found.expected, raterCount: ratings.raters.count,
      ratingCount: pairable.ratingCount, caseCount: ratings.caseCount,
      usedCount: pairable.caseCount, missing: ratings.missing,
      cautions: [
        Caution.fewRated(pairable.caseCount),
        Caution.wideInterval(around, of: "Krippendorff's alpha"),
      ].compactMap { $0 })
  }

  private func requireDistance(between ratings: Ratings) throws(StatisticsError) {
    switch metric {
    case .nominal: return
    case .ordinal:
      guard ratings.isOrdered else {
        throw .undetermined("the order of the categories is not known")
      }
    case .interval, .ratio:
      guard ratings.categories == nil else {
        throw .undetermined("the ratings are names, which have no distance in numbers")
      }
      guard metric == .interval || !ratings.columns.joined().contains(where: { $0 ?? 0 < 0 }) else {
        throw .undetermined("a rating is below 0, and ratios take ratings from 0 up")
      }
    }
  }

  private func limits(
    around alpha: Double, of ratings: PairableRatings
  ) throws(StatisticsError) -> ConfidenceInterval {
    guard alpha < 1 else {
      throw .undetermined("with perfect agreement an interval has no width")
    }
    let distribution = try BootstrapDistribution(ratings, resampling)
    switch interval {
    case .percentile: return try distribution.percentile(level)
    case .bca:
      var jackknife: [Double] = []
      for row in 0..<Int32(ratings.caseCount) {
        let others = (0..<Int32(ratings.caseCount)).filter { $0 != row }
        guard let estimate = ratings.estimate(of: others) else {
          throw .undetermined("without one of the cases all ratings are the same")
        }
        jackknife.append(estimate)
      }
      return try distribution.bca(level, jackknife: jackknife)
    }
  }

  private var intervalMethod: String {
    let name =
      switch interval {
      case .percentile: "Percentile"
      case .bca: "BCa"
      }
    return "\(name) bootstrap interval over cases, \(level.percent), \(resampling.note)"
  }
}

extension KrippendorffAlpha.Outcome: Tabular {
  public var tables: [Table] {
    let lacking = missing.reduce(0) { $0 + $1.count }
    let left = caseCount - usedCount
    return [
      Table(
        KrippendorffAlpha.about.id, title: KrippendorffAlpha.about.title,
        columns: [
          .metric, .cases, .raters, .ratingCount, .estimate.labelled("alpha", .bounded),
          .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
          .observed, .expected,
        ],
        rows: [
          [
            .text(metric.rawValue), .count(usedCount), .count(raterCount), .count(ratingCount),
            .real(estimate), interval.cells.lower, interval.cells.upper, .real(observed),
            .real(expected),
          ]
        ],
        notes: [
          """
          \(caseCount) cases, \(usedCount) used\
          \(left > 0 ? ", \(left) left out for want of two ratings" : "")\
          \(lacking > 0 ? ". Ratings that are missing: \(lacking); no other is left out with them" : "").
          """,
          "\(intervalMethod).",
        ])
    ]
  }
}

extension Column {
  fileprivate static let metric = Column("metric", "metric", .text)
  fileprivate static let ratingCount = Column("ratings", "ratings", .count)
  fileprivate static let observed = Column("disagreement", "observed", .number)
  fileprivate static let expected = Column("disagreement_expected", "by chance", .number)
}
