public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates the reliability of a sum score whose items measure one thing to differing degrees.
///
///     omega_u = (sum of l)^2 / ((sum of l)^2 + sum of u)
///
/// With the loadings l and unique variances u of one factor, by maximum likelihood on covariances,
/// unstandardised; the denominator is the variance that the model implies. It is right where one
/// factor fits, and says nothing about whether it does. Programs call several other numbers omega:
/// JASP's default is this one; semTools divides by the observed variance, psych takes more factors.
/// No unit, from 0 to 1 unless a unique variance is negative.
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 3`, reverse-keyed items already reversed.
/// - Cautions: `negative-unique-variance`, `negative-loading`.
/// - Sources: McDonald (1999); Flora (2020).
/// - Checked against: lavaan 0.6-14 `cfa` in R 4.2.2; see `McDonaldOmegaTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.numerics`.
public struct McDonaldOmega: Procedure {
  public static let about = Method(
    "omega", "McDonald's omega", sources: ["doi:10.1177/2515245920951747"])

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// omega_u: with the variance that the model implies.
    public let estimate: Double
    /// With the observed variance of the total.
    public let observedVariance: Double
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
    return Outcome(
      estimate: sum * sum / (sum * sum + factor.uniqueVariances.reduce(0, +)),
      observedVariance: sum * sum / sample.sum, items: statistics, account: items.account,
      cautions: statistics.filter { $0.uniqueVariance < 0 }.map { .negativeVariance($0.name) }
        + statistics.filter { $0.loading < 0 }.map { .negativeLoading($0.name) })
  }
}

extension McDonaldOmega.Outcome: Tabular {
  /// The coefficient, and the loadings that it comes from.
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
    let loadings = Table(
      "loadings", title: "Loadings on one factor",
      columns: [.item, .loading, .standardisedLoading, .uniqueVariance],
      rows: items.map { item in
        [
          .text(item.name), .real(item.loading), .real(item.standardisedLoading),
          .real(item.uniqueVariance),
        ]
      })
    return [summary, loadings]
  }
}

extension Column {
  fileprivate static let observedVariance = Column(
    "omega_observed_variance", "over observed variance", .bounded)
  fileprivate static let loading = Column("loading", "loading", .number)
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
