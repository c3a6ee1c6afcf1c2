public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Says how far one person's sum score may lie from what it would be without measurement error.
///
///     SEM = s * sqrt(1 - alpha)                  s: standard deviation of the sum score
///     smallest detectable change = z * sqrt(2) * SEM        z = 1.96 at 95 %
///
/// In the unit of the sum score; of a mean score, divide by the number of items. Alpha stands for
/// the reliability: where that is underestimated, the error is overestimated; with a negative alpha
/// it is larger than `s` and means nothing.
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 2`, reverse-keyed items already reversed.
/// - Sources: Jacobson & Truax (1991); de Vet et al. (2006).
/// - Checked against: formulas written out in R 4.2.2; see `MeasurementErrorTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct MeasurementError: Procedure {
  public static let about = Method(
    "measurement-error", "Standard error of measurement",
    sources: ["doi:10.1037/0022-006X.59.1.12", "doi:10.1186/1477-7525-4-54"])

  /// Of the smallest detectable change.
  public var level = ConfidenceLevel.percent95

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// Of the sum score.
    public let mean: Double
    public let standardDeviation: Double
    public let alpha: Double
    public let standardError: Double
    public let smallestDetectableChange: Double
    public let level: ConfidenceLevel
    public let account: CaseAccount
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    let covariance = try items.covarianceOfScale()
    let alpha = CronbachAlpha.alpha(
      k: items.itemCount, itemVariances: covariance.trace, totalVariance: covariance.sum)
    let reach = try computing { () throws(NumericsError) in
      try Normal().upperQuantile(level.tail) * 2.0.squareRoot()
    }
    let error = (covariance.sum * max(0, 1 - alpha)).squareRoot()
    return Outcome(
      mean: items.means().reduce(0, +), standardDeviation: covariance.sum.squareRoot(),
      alpha: alpha, standardError: error,
      smallestDetectableChange: error * reach,
      level: level, account: items.account)
  }
}

extension MeasurementError.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        MeasurementError.about.id, title: MeasurementError.about.title,
        columns: [
          .mean, .standardDeviation, .estimate.labelled("alpha", .bounded),
          .standardError.labelled("SEM"), .smallestDetectableChange,
        ],
        rows: [
          [
            .real(mean), .real(standardDeviation), .real(alpha), .real(standardError),
            .real(smallestDetectableChange),
          ]
        ],
        notes: [
          """
          \(account.note). Of the sum of the items; a change of one person is detectable at \
          \(level.percent).
          """
        ])
    ]
  }
}

extension Column {
  static let smallestDetectableChange = Column(
    "smallest_detectable_change", "detectable change", .number)
}
