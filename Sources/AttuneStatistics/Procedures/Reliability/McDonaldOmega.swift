public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates the reliability of a sum score whose items measure one thing to differing degrees.
///
///     omega_u = (sum of l)^2 / ((sum of l)^2 + sum of u)
///
/// With the loadings l and unique variances u of one factor, by maximum likelihood on covariances,
/// unstandardised; the denominator is the variance that the model implies. It is right where one
/// factor fits, and says nothing about whether it does. No unit, from 0 to 1 unless a unique
/// variance is negative.
///
/// Programs call several other numbers omega, and each stands beside it under its own name:
///
///     omega_observed_variance = (sum of l)^2 / V                   semTools' default
///     omega_std               = (sum of s)^2 / ((sum of s)^2 + sum of (1 - s^2))
///     omega_minres            the same with the loadings of `LeastSquaresFactor`; jamovi, psych with
///                             one factor
///     ave                     = sum of s^2 / k                     average variance extracted
///     coefficient_h           = 1 / (1 + 1 / sum of (s^2 / (1 - s^2)))     of the best weighted sum
///
/// V is the observed variance of the total; s are the standardised loadings.
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 3`, reverse-keyed items already reversed.
/// - Cautions: `negative-unique-variance`, `negative-loading`.
/// - Sources: McDonald (1999); Flora (2020); Fornell & Larcker (1981); Hancock & Mueller (2001).
/// - Checked against: lavaan 0.6-14 `cfa`, psych 2.2.9 `fa` in R 4.2.2; see `McDonaldOmegaTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.numerics`.
public struct McDonaldOmega: Procedure {
  public static let about = Method(
    "omega", "McDonald's omega", sources: ["doi:10.1177/2515245920951747", "doi:10.2307/3151312"])

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// omega_u: with the variance that the model implies.
    public let estimate: Double
    /// With the observed variance of the total.
    public let observedVariance: Double
    /// omega_std: of standardised items.
    public let standardised: Double
    /// omega_minres: of standardised items, the loadings by least squares.
    public let leastSquares: Quantity
    /// ave: the share of the items' variance that the factor explains.
    public let averageVarianceExtracted: Double
    /// coefficient_h: the reliability of the sum with the best weights.
    public let coefficientH: Quantity
    /// In the order of the scale.
    public let items: [Item]
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public struct Item: Sendable, Hashable {
    public let name: String
    /// In the unit of the item, for covariances with n.
    public let loading: Double
    public let uniqueVariance: Double
    /// The correlation with the factor.
    public let standardisedLoading: Double
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    let covariance = try items.covarianceOfScale()
    guard items.itemCount >= 3 else { throw .tooFew(.items, found: items.itemCount, needed: 3) }
    guard Cholesky(covariance) != nil else {
      throw .undetermined("one item follows exactly from the others")
    }
    // Likelihood divides by n.
    let share = Double(items.caseCount - 1) / Double(items.caseCount)
    let sample = SymmetricMatrix(size: items.itemCount) { covariance[$0, $1] * share }
    let factor = try computing { () throws(NumericsError) in try OneFactor(sample) }
    let sum = factor.loadings.reduce(0, +)
    let statistics = items.names.indices.map { index in
      let (loading, unique) = (factor.loadings[index], factor.uniqueVariances[index])
      return Item(
        name: items.names[index], loading: loading, uniqueVariance: unique,
        standardisedLoading: loading / (loading * loading + unique).squareRoot())
    }
    let standardised = statistics.map(\.standardisedLoading)
    return Outcome(
      estimate: sum * sum / (sum * sum + factor.uniqueVariances.reduce(0, +)),
      observedVariance: sum * sum / sample.sum,
      standardised: Self.omega(standardised),
      leastSquares: Self.leastSquares(sample),
      averageVarianceExtracted: standardised.reduce(0) { $0 + $1 * $1 } / Double(items.itemCount),
      coefficientH: Self.coefficientH(standardised),
      items: statistics, account: items.account,
      cautions: statistics.filter { $0.uniqueVariance < 0 }.map { .negativeVariance($0.name) }
        + statistics.filter { $0.loading < 0 }.map { .negativeLoading($0.name) })
  }
}

extension McDonaldOmega {
  /// Of standardised items with these loadings.
  static func omega(_ loadings: [Double]) -> Double {
    let sum = loadings.reduce(0, +)
    return sum * sum / (sum * sum + loadings.reduce(0) { $0 + 1 - $1 * $1 })
  }

  private static func leastSquares(_ sample: SymmetricMatrix) -> Quantity {
    let deviations = sample.diagonal.map { $0.squareRoot() }
    let correlations = SymmetricMatrix(size: sample.size) {
      sample[$0, $1] / (deviations[$0] * deviations[$1])
    }
    guard let factor = try? LeastSquaresFactor(correlations) else {
      return .unavailable("least squares did not settle on loadings")
    }
    return .value(omega(factor.loadings))
  }

  private static func coefficientH(_ loadings: [Double]) -> Quantity {
    guard loadings.allSatisfy({ $0.magnitude < 1 }) else {
      return .unavailable("an item has no variance of its own")
    }
    let information = loadings.reduce(0) { $0 + $1 * $1 / (1 - $1 * $1) }
    return .value(information / (1 + information))
  }
}

extension McDonaldOmega.Outcome: Tabular {
  /// The coefficient, what others call omega, and the loadings that they come from.
  public var tables: [Table] {
    let summary = Table(
      McDonaldOmega.about.id, title: McDonaldOmega.about.title,
      columns: [
        .items, .cases, .estimate.labelled("omega_u", .bounded),
        .observedVariance,
      ],
      rows: [
        [.count(items.count), .count(account.used), .real(estimate), .real(observedVariance)]
      ],
      notes: [
        """
        \(account.note). omega_u: one factor, maximum likelihood on covariances, over the variance \
        that the model implies; beside it over the observed variance.
        """
      ])
    let others = Table(
      "omega-others", title: "Other coefficients from one factor",
      columns: [.standardised, .leastSquares, .averageVarianceExtracted, .coefficientH],
      rows: [
        [
          .real(standardised), leastSquares.cell, .real(averageVarianceExtracted),
          coefficientH.cell,
        ]
      ],
      notes: [
        """
        Of standardised items. minres: loadings by least squares. AVE: average variance extracted. \
        H: reliability of the sum with the best weights.
        """
      ])
    let loadings = Table(
      "loadings", title: "Loadings on one factor",
      columns: [.item, .loading, .standardisedLoading, .uniqueVariance],
      rows: items.map { item in
        [
          .text(item.name), .real(item.loading), .real(item.standardisedLoading),
          .real(item.uniqueVariance),
        ]
      })
    return [summary, others, loadings]
  }
}

extension Column {
  fileprivate static let observedVariance = Column(
    "omega_observed_variance", "over observed variance", .bounded)
  fileprivate static let standardised = Column("omega_std", "omega std", .bounded)
  fileprivate static let leastSquares = Column("omega_minres", "omega minres", .bounded)
  fileprivate static let averageVarianceExtracted = Column("ave", "AVE", .bounded)
  fileprivate static let coefficientH = Column("coefficient_h", "H", .bounded)
  static let loading = Column("loading", "loading", .number)
  fileprivate static let standardisedLoading = Column("loading_std", "standardised", .bounded)
  fileprivate static let uniqueVariance = Column("unique_variance", "unique variance", .number)
}

extension Caution {
  fileprivate static func negativeVariance(_ item: String) -> Caution {
    Caution(
      "negative-unique-variance", about: [item],
      """
      The unique variance of '\(item)' is negative: one factor does not describe these answers, or \
      there are too few of them. Omega is not to be relied on here.
      """)
  }

  fileprivate static func negativeLoading(_ item: String) -> Caution {
    Caution(
      "negative-loading", about: [item],
      "'\(item)' loads negatively on the factor of its scale: was it meant to be reversed?")
  }
}
