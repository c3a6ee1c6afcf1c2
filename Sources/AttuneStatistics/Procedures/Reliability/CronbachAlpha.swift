public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates the internal consistency of a sum score from one administration.
///
///     alpha = k / (k - 1) * (1 - sum of item variances / variance of the total)
///     standardised: k * r / (1 + (k - 1) * r)        r: mean correlation between items
///     interval: see `AlphaInterval`
///
/// Alpha equals the reliability of the total only if the items are essentially tau-equivalent and
/// their errors uncorrelated. It has no unit, is at most 1, and may be negative, which mostly means
/// that an item was not reversed. Of a two-item scale, report the standardised coefficient: it is
/// the Spearman-Brown coefficient (Eisinga et al. 2013).
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 2`, reverse-keyed items already reversed.
/// - Cautions: `negative-item`, `negative-alpha`, `identical-items`, `few-cases`, `two-items`, and those
///   of the data.
/// - Sources: Cronbach (1951); interval by default after Feldt, Woodruff & Salih (1987).
/// - Checked against: psych 2.2.9 `alpha` and written-out formulas in R 4.2.2; see
///   `CronbachAlphaTests`. For two items psych gives an alpha without the item; there is none.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct CronbachAlpha: Procedure {
  public static let about = Method(
    "cronbach-alpha", "Cronbach's alpha",
    sources: [
      "doi:10.1007/BF02310555", "doi:10.1177/014662168701100107",
      "doi:10.1007/s00038-012-0416-3",
    ])

  public typealias Input = CompleteItems

  public var level = ConfidenceLevel.percent95
  public var interval = AlphaInterval.feldt
  /// For a bootstrap interval.
  public var resampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Raw alpha, on covariances.
    public let estimate: Double
    /// Around `estimate`, or why there is none.
    public let interval: Result<ConfidenceInterval, StatisticsError>
    /// How the interval was found: `Feldt interval, 95 %`.
    public let intervalMethod: String
    /// Alpha on correlations; for two items, the Spearman-Brown coefficient.
    public let standardised: Double
    public let interItem: InterItemCorrelation
    /// In the order of the scale.
    public let items: [Item]
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  /// One item beside the rest of its scale.
  public struct Item: Sendable, Hashable {
    public let name: String
    public let mean: Double
    public let standardDeviation: Double
    /// With the sum of the other items, on the same cases as alpha.
    public let itemRestCorrelation: Quantity
    public let alphaIfLeftOut: Quantity
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    let covariance = try items.covarianceOfScale()
    return outcome(
      Scale(
        names: items.names, means: items.means(), covariance: covariance,
        interItem: InterItemCorrelation(of: covariance), n: items.caseCount,
        account: items.account, cautions: items.cautions)
    ) { alpha throws(StatisticsError) in
      try interval.limits(
        around: alpha, of: items, covariance: covariance, level: level, resampling: resampling)
    }
  }

  /// Applies the method to covariances of which each is of the cases that its pair has.
  ///
  /// The standardised coefficient is of the correlations of those cases. The interval supposes as
  /// many cases as the pair with the fewest has, which makes it wide rather than narrow.
  ///
  /// - Throws: `StatisticsError.tooFew`, and `.undetermined` where the covariances contradict one
  ///   another so far that the total would have no variance.
  public func apply(to items: PairwiseItems) throws(StatisticsError) -> Outcome {
    let n = items.pairCounts.lowerBound
    guard items.itemCount >= 2 else { throw .tooFew(.items, found: items.itemCount, needed: 2) }
    let covariance = items.covariance
    guard covariance.sum > covariance.rounding else {
      throw .undetermined(
        "the covariances of pairs contradict one another: the total would have no variance; use "
          + "listwise")
    }
    return outcome(
      Scale(
        names: items.names, means: items.means, covariance: covariance,
        interItem: InterItemCorrelation(of: items.correlation), n: n,
        account: items.account, cautions: items.cautions)
    ) { alpha throws(StatisticsError) in
      try interval.limits(
        around: alpha, n: n, k: Double(items.itemCount), covariance: covariance, level: level)
    }
  }

  /// What is known of a scale, however missing values were settled.
  private struct Scale {
    let names: [String]
    let means: [Double]
    let covariance: SymmetricMatrix
    let interItem: InterItemCorrelation
    let n: Int
    let account: CaseAccount
    let cautions: [Caution]
  }

  private func outcome(
    _ scale: Scale,
    limits: (_ alpha: Double) throws(StatisticsError) -> ConfidenceInterval
  ) -> Outcome {
    let (k, covariance, interItem) = (scale.names.count, scale.covariance, scale.interItem)
    // Once, and not for each item: a sum of all elements is long where there are thousands.
    let (trace, sum) = (covariance.trace, covariance.sum)
    let alpha = Self.alpha(k: k, itemVariances: trace, totalVariance: sum)
    let statistics = zip(scale.names, scale.means).enumerated().map { index, item in
      Item(item.0, mean: item.1, at: index, of: covariance, trace: trace, sum: sum)
    }
    let found = Result { () throws(StatisticsError) in try limits(alpha) }
    return Outcome(
      estimate: alpha, interval: found, intervalMethod: interval.note(level, resampling),
      standardised: Double(k) * interItem.mean / (1 + Double(k - 1) * interItem.mean),
      interItem: interItem, items: statistics, account: scale.account,
      cautions: scale.cautions + Self.cautions(alpha: alpha, items: statistics, n: scale.n)
        + Self.identical(scale.names, covariance).map(Caution.identicalItems))
  }

  static func alpha(k: Int, itemVariances: Double, totalVariance: Double) -> Double {
    Double(k) / Double(k - 1) * (1 - itemVariances / totalVariance)
  }

  private static func cautions(alpha: Double, items: [Item], n: Int) -> [Caution] {
    let negative = items.filter { ($0.itemRestCorrelation.value ?? 0) < 0 }
    var cautions = negative.map { Caution.negativeItem($0.name) }
    if alpha < 0 { cautions.append(.negativeAlpha) }
    if n < 100 { cautions.append(.fewCases(n)) }
    if items.count == 2 { cautions.append(.twoItems(items.map(\.name))) }
    return cautions
  }
}

extension CronbachAlpha {
  /// The pairs of items that say the same of everybody: their correlation is 1.
  private static func identical(_ names: [String], _ covariance: SymmetricMatrix) -> [[String]] {
    guard names.count > 2 else { return [] }
    return names.indices.flatMap { i in
      (0..<i).compactMap { j in
        let (shared, variances) = (covariance[i, j], covariance[i, i] * covariance[j, j])
        return shared > 0 && shared * shared >= variances * (1 - 1e-12)
          ? [names[j], names[i]] : nil
      }
    }
  }
}

extension CronbachAlpha.Item {
  fileprivate init(
    _ name: String, mean: Double, at index: Int, of covariance: SymmetricMatrix, trace: Double,
    sum: Double
  ) {
    let k = covariance.size
    let variance = covariance[index, index]
    let shared = covariance.rowSum(index)
    let restVariance = sum - 2 * shared + variance
    self.name = name
    self.mean = mean
    standardDeviation = variance.squareRoot()
    guard restVariance > covariance.rounding else {
      itemRestCorrelation = .unavailable("the sum of the other items is the same for everyone")
      alphaIfLeftOut = .unavailable("the sum of the other items is the same for everyone")
      return
    }
    itemRestCorrelation = .value(
      (shared - variance) / (variance.squareRoot() * restVariance.squareRoot()))
    alphaIfLeftOut =
      k > 2
      ? .value(
        CronbachAlpha.alpha(
          k: k - 1, itemVariances: trace - variance, totalVariance: restVariance))
      : .unavailable("one item alone has no alpha")
  }
}

extension CronbachAlpha.Outcome: Tabular {
  /// The scale, and its items.
  public var tables: [Table] {
    let summary = Table(
      "reliability", title: CronbachAlpha.about.title,
      columns: [
        .items, .cases, .estimate.labelled("alpha", .bounded), .lower.labelled("lower", .bounded),
        .upper.labelled("upper", .bounded), .standardised, .meanCorrelation,
        .medianCorrelation, .smallestCorrelation, .largestCorrelation,
      ],
      rows: [
        [
          .count(items.count), .count(account.used), .real(estimate), interval.cells.lower,
          interval.cells.upper, .real(standardised), .real(interItem.mean),
          .real(interItem.median), .real(interItem.minimum), .real(interItem.maximum),
        ]
      ],
      notes: ["\(account.note). \(intervalMethod); r: between items."])
    let itemTable = Table(
      "items", title: "Items",
      columns: [.item, .mean, .standardDeviation, .itemRest, .alphaIfLeftOut],
      rows: items.map { item in
        [
          .text(item.name), .real(item.mean), .real(item.standardDeviation),
          item.itemRestCorrelation.cell, item.alphaIfLeftOut.cell,
        ]
      },
      notes: ["r rest: correlation with the sum of the other items."])
    return [summary, itemTable]
  }
}

extension Column {
  fileprivate static let standardised = Column("estimate_std", "std alpha", .bounded)
  fileprivate static let meanCorrelation = Column("r_mean", "mean r", .bounded)
  fileprivate static let medianCorrelation = Column("r_median", "Mdn r", .bounded)
  fileprivate static let smallestCorrelation = Column("r_min", "min r", .bounded)
  fileprivate static let largestCorrelation = Column("r_max", "max r", .bounded)
  fileprivate static let itemRest = Column("r_rest", "r rest", .bounded)
  fileprivate static let alphaIfLeftOut = Column(
    "alpha_if_left_out", "alpha if left out", .bounded)
}

extension Caution {
  fileprivate static func negativeItem(_ item: String) -> Caution {
    Caution(
      "negative-item", about: [item],
      """
      '\(item)' goes against the rest of its scale: was it meant to be reversed, or is it reversed \
      already?
      """)
  }

  fileprivate static func identicalItems(_ items: [String]) -> Caution {
    Caution(
      "identical-items", about: items,
      """
      '\(items[0])' and '\(items[1])' say the same of everyone (r = 1): is one a copy of the other? \
      Alpha is then higher than it should be.
      """)
  }

  fileprivate static let negativeAlpha = Caution(
    "negative-alpha",
    """
    Alpha is negative: on the whole the items go against each other. Look for an item that should \
    be reversed before reading anything into it.
    """)

  fileprivate static func fewCases(_ n: Int) -> Caution {
    Caution(
      "few-cases",
      n < 20
        ? "\(n) cases are too few to judge a scale by: from 20 on, alpha can be worth reporting."
        : "With \(n) cases the interval is wide: below 100, read it before the estimate.")
  }

  fileprivate static func twoItems(_ items: [String]) -> Caution {
    Caution(
      "two-items", about: items,
      """
      Of a two-item scale, report the standardised coefficient: it is the Spearman-Brown \
      coefficient (Eisinga et al. 2013).
      """)
  }
}
