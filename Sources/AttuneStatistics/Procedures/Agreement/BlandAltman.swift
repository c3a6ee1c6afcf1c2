public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Says how far two ways to measure the same thing lie apart, in the unit of the measure.
///
///     d = first - second        bias = mean d        limits = bias -+ z * s        z = 1.96 at 95 %
///     limits of the bias:   bias -+ t(n - 1) * s / sqrt(n)
///     limits of a limit:    bias + s / sqrt(n) * t'        t' : noncentral t, n - 1 df, delta = -+ z sqrt(n)
///     slope: of d on the mean of both
///
/// Between the limits of agreement lie 95 % of the differences if these are normal and do not
/// depend on how high the score is. Whether that is close enough is for those to say who use the
/// measure, best before looking. A slope that is not 0 says that the difference grows, or shrinks,
/// with the score: then one pair of limits does not hold for all.
///
/// The intervals of the limits are exact for normal differences; those of Bland and Altman (1999)
/// are an approximation to them, too narrow on the outside below some 100 cases.
///
/// - Input: Two raters, numbers, `n >= 2`; the slope takes 3.
/// - Cautions: `few-cases`, `proportional-bias`.
/// - Sources: Bland & Altman (1986, 1999); intervals, Carkeet (2015).
/// - Checked against: scipy 1.17.1 `nct`, R 4.2.2 `lm`; see `BlandAltmanTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct BlandAltman: Procedure {
  public static let about = Method(
    "bland-altman", "Limits of agreement",
    sources: [
      "doi:10.1016/S0140-6736(86)90837-8", "doi:10.1177/096228029900800204",
      "doi:10.1097/OPX.0000000000000513",
    ])

  /// Of the intervals.
  public var level = ConfidenceLevel.percent95
  /// How many of the differences lie between the limits.
  public var coverage = ConfidenceLevel.percent95

  public init() {}

  public struct Limit: Sendable, Hashable {
    public let estimate: Double
    public let interval: ConfidenceInterval
  }

  /// How the difference changes with the mean of both scores.
  public struct Slope: Sendable, Hashable {
    public let estimate: Double
    public let standardError: Double
    public let interval: ConfidenceInterval
    public let t: Double
    public let degreesOfFreedom: Double
    /// Two-sided.
    public let pValue: Double
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// The mean of first minus second.
    public let bias: Limit
    /// Below and above which few of the differences lie.
    public let lower: Limit
    public let upper: Limit
    /// Of the differences.
    public let standardDeviation: Double
    public let slope: Result<Slope, StatisticsError>
    public let level: ConfidenceLevel
    public let coverage: ConfidenceLevel
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to ratings: CompleteRatings) throws(StatisticsError) -> Outcome {
    try ratings.requireNumbers()
    guard ratings.raterCount == 2 else {
      throw .undetermined("limits of agreement are of two raters, not of \(ratings.raterCount)")
    }
    let n = ratings.caseCount
    guard n >= 2 else { throw .tooFew(.cases, found: n, needed: 2) }
    let differences = zip(ratings.columns[0], ratings.columns[1]).map { $0 - $1 }
    let moments = Moments(of: differences)
    guard differences.contains(where: { $0 != differences[0] }), moments.sumOfSquares > 0 else {
      throw .undetermined("the difference is the same for everyone")
    }
    let s = (moments.sumOfSquares / Double(n - 1)).squareRoot()
    let bias = moments.mean
    let error = s / Double(n).squareRoot()
    let (reach, z, inner, outer) = try computing { () throws(NumericsError) in
      let z = try Normal().upperQuantile(coverage.tail)
      let limit = try NoncentralT(
        degreesOfFreedom: Double(n - 1), noncentrality: z * Double(n).squareRoot())
      return (
        try StudentT(degreesOfFreedom: Double(n - 1)).upperQuantile(level.tail) * error, z,
        try limit.quantile(level.tail) * error, try limit.quantile(1 - level.tail) * error
      )
    }
    func limit(_ estimate: Double, _ low: Double, _ high: Double) -> Limit {
      Limit(
        estimate: estimate,
        interval: ConfidenceInterval(level: level, lower: low, upper: high))
    }
    let slope = Result { () throws(StatisticsError) in try trend(ratings, differences) }
    return Outcome(
      names: GroupPair(ratings.raters[0], ratings.raters[1]),
      bias: limit(bias, bias - reach, bias + reach),
      lower: limit(bias - z * s, bias - outer, bias - inner),
      upper: limit(bias + z * s, bias + inner, bias + outer), standardDeviation: s, slope: slope,
      level: level, coverage: coverage, account: ratings.account,
      cautions: [Caution.fewRated(n), Caution.proportional(slope)].compactMap { $0 })
  }

  private func trend(
    _ ratings: CompleteRatings, _ differences: [Double]
  ) throws(StatisticsError) -> Slope {
    let n = differences.count
    guard n >= 3 else { throw .tooFew(.cases, found: n, needed: 3) }
    let middles = zip(ratings.columns[0], ratings.columns[1]).map { $0 / 2 + $1 / 2 }
    let (x, y) = (Moments(of: middles), Moments(of: differences))
    guard x.sumOfSquares > 0, middles.contains(where: { $0 != middles[0] }) else {
      throw .noVariance(in: "the mean of both scores")
    }
    var products = CompensatedSum()
    for (middle, difference) in zip(middles, differences) {
      products += x.deviation(of: middle) * y.deviation(of: difference)
    }
    let slope = products.value / x.sumOfSquares
    var squares = CompensatedSum()
    for (middle, difference) in zip(middles, differences) {
      let residual = y.deviation(of: difference) - slope * x.deviation(of: middle)
      squares += residual * residual
    }
    guard squares.value > 1e-24 * y.sumOfSquares else {
      throw .undetermined("the differences lie exactly on a line")
    }
    let df = Double(n - 2)
    let error = (squares.value / df / x.sumOfSquares).squareRoot()
    return try computing { () throws(NumericsError) in
      let t = try StudentT(degreesOfFreedom: df)
      let reach = try t.upperQuantile(level.tail) * error
      return Slope(
        estimate: slope, standardError: error,
        interval: ConfidenceInterval(level: level, lower: slope - reach, upper: slope + reach),
        t: slope / error, degreesOfFreedom: df,
        pValue: min(1, 2 * (try t.upperTail(abs(slope / error)))))
    }
  }
}

extension CompleteRatings {
  /// Names have no distance.
  func requireNumbers() throws(StatisticsError) {
    guard categories == nil else {
      throw .undetermined("the ratings are names, and this method takes numbers")
    }
  }
}

extension BlandAltman.Outcome: Tabular {
  /// The bias and the limits, and how the difference changes with the score.
  public var tables: [Table] {
    let limitTable = Table(
      BlandAltman.about.id, title: BlandAltman.about.title,
      columns: [.what, .cases, .estimate, .lower, .upper],
      rows: [("lower limit", lower), ("bias", bias), ("upper limit", upper)].map { name, limit in
        [
          .text(name), .count(account.used), .real(limit.estimate), .real(limit.interval.lower),
          .real(limit.interval.upper),
        ]
      },
      notes: [
        "\(account.note). \(names.first) minus \(names.second), in the unit of the scores.",
        """
        Between the limits lie \(coverage.percent) of normal differences (SD \
        \(APAStyle.show(standardDeviation, as: .number))); exact intervals, \(level.percent).
        """,
      ])
    let row: [Cell]
    switch slope {
    case .success(let slope):
      row = [
        .real(slope.estimate), .real(slope.standardError), .real(slope.interval.lower),
        .real(slope.interval.upper), .real(slope.t), .real(slope.degreesOfFreedom),
        .real(slope.pValue),
      ]
    case .failure(let reason):
      row = Array(repeating: .unavailable(reason.description), count: 7)
    }
    let slopeTable = Table(
      "proportional-bias", title: "Does the difference change with the score?",
      columns: [
        .estimate.labelled("slope"), .standardError, .lower, .upper, .statistic.labelled("t"),
        .degreesOfFreedom, .pValue,
      ],
      rows: [row],
      notes: ["Of the difference on the mean of both scores; p is two-sided."])
    return [limitTable, slopeTable]
  }
}

extension Column {
  fileprivate static let what = Column("limit", "", .text)
}

extension Caution {
  fileprivate static func proportional(
    _ slope: Result<BlandAltman.Slope, StatisticsError>
  ) -> Caution? {
    guard case .success(let slope) = slope, slope.interval.lower * slope.interval.upper > 0 else {
      return nil
    }
    return Caution(
      "proportional-bias",
      """
      The difference \(slope.estimate > 0 ? "grows" : "falls") with the score: one pair of limits \
      does not hold for low and high scores alike.
      """)
  }
}
