public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Estimates the reliability of a score that is made of several scales.
///
///     stratified alpha = 1 - sum of V_i * (1 - alpha_i) / V            of the sum of all items
///     composite        = 1 - sum of w_i^2 * V_i * (1 - alpha_i) / V_w        w_i = 1 / k_i
///
/// V_i is the variance of the sum of scale i, V that of all items, V_w that of the mean of the
/// scales' means. Where scales are about different things, alpha of all items as one scale counts
/// that difference as error and is too low; these do not. Both suppose that errors of different
/// scales do not correlate. No unit, at most 1.
///
/// - Input: two or more scales with `k >= 2`, `n >= 2`, reverse-keyed items already reversed.
/// - Sources: Cronbach, Schönemann & McKie (1965); Mosier (1943).
/// - Checked against: formulas written out in NumPy 2.4.6; see `CompositeReliabilityTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`.
public struct CompositeReliability: Procedure {
  public static let about = Method(
    "composite-reliability", "Reliability of the scales together",
    sources: ["doi:10.1177/001316446502500201", "doi:10.1007/BF02288700"])

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Of the sum of all items.
    public let stratifiedAlpha: Double
    /// Of the mean of the scales' means, each scale with the same weight.
    public let composite: Double
    /// Of all items as if they were one scale.
    public let alpha: Double
    public let scales: [Scale]
    public let itemCount: Int
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  /// One of the scales, on the cases that are complete on all.
  public struct Scale: Sendable, Hashable {
    public let name: String
    public let itemCount: Int
    public let alpha: Double
    /// Of the sum of its items.
    public let variance: Double
  }

  public func apply(to scales: CompleteScales) throws(StatisticsError) -> Outcome {
    guard scales.parts.count >= 2 else {
      throw .undetermined("one scale alone is not a composite")
    }
    let covariance = try scales.items.covarianceOfScale()
    var found: [Scale] = []
    for part in scales.parts {
      found.append(try Self.scale(part, covariance))
    }
    let weights = found.flatMap { Array(repeating: 1 / Double($0.itemCount), count: $0.itemCount) }
    let weighted = zip(weights, covariance.times(weights)).reduce(0) { $0 + $1.0 * $1.1 }
    guard weighted > covariance.rounding else { throw .noVariance(in: "the mean of the scales") }
    let errors = found.map { $0.variance * (1 - $0.alpha) }
    let weightedErrors = zip(errors, found).map { error, scale in
      error / Double(scale.itemCount * scale.itemCount)
    }
    return Outcome(
      stratifiedAlpha: 1 - errors.reduce(0, +) / covariance.sum,
      composite: 1 - weightedErrors.reduce(0, +) / weighted,
      alpha: CronbachAlpha.alpha(
        k: covariance.size, itemVariances: covariance.trace, totalVariance: covariance.sum),
      scales: found, itemCount: covariance.size, account: scales.items.account,
      cautions: scales.items.cautions)
  }

  private static func scale(
    _ part: CompleteScales.Part, _ covariance: SymmetricMatrix
  ) throws(StatisticsError) -> Scale {
    let k = part.items.count
    guard k >= 2 else {
      throw .undetermined("'\(part.name)' has fewer than two usable items, so that it has no alpha")
    }
    let own = SymmetricMatrix(size: k) {
      covariance[part.items.lowerBound + $0, part.items.lowerBound + $1]
    }
    guard own.sum > own.rounding else { throw .noVariance(in: "the score of '\(part.name)'") }
    return Scale(
      name: part.name, itemCount: k,
      alpha: CronbachAlpha.alpha(k: k, itemVariances: own.trace, totalVariance: own.sum),
      variance: own.sum)
  }
}

extension CompositeReliability.Outcome: Tabular {
  /// The composite, and the scales that it is made of.
  public var tables: [Table] {
    let summary = Table(
      CompositeReliability.about.id, title: CompositeReliability.about.title,
      columns: [.items, .cases, .stratifiedAlpha, .composite, .alpha],
      rows: [
        [
          .count(itemCount), .count(account.used), .real(stratifiedAlpha), .real(composite),
          .real(alpha),
        ]
      ],
      notes: [
        """
        \(account.note). stratified: of the sum of all items; composite: of the mean of the scales' \
        means; alpha: of all items as if they were one scale.
        """
      ])
    let parts = Table(
      "composite-scales", title: "The scales",
      columns: [.scale, .items, .alpha, .variance],
      rows: scales.map { scale in
        [.text(scale.name), .count(scale.itemCount), .real(scale.alpha), .real(scale.variance)]
      },
      notes: ["On the cases that are complete on all scales; the variance is of the sum."])
    return [summary, parts]
  }
}

extension Column {
  fileprivate static let stratifiedAlpha = Column(
    "stratified_alpha", "stratified alpha", .bounded)
  fileprivate static let composite = Column("composite_reliability", "composite", .bounded)
  fileprivate static let variance = Column("variance", "variance", .number)
}
