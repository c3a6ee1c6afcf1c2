public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Bounds the reliability of a sum score from below as closely as one administration allows.
///
///     glb = 1 - sum of u / V                     V: variance of the total
///
/// The u are error variances, their sum as large as the covariances of the items allow (minimum
/// trace factor analysis): if errors do not correlate, the reliability is at least this, and no
/// coefficient of one administration can promise more. It is at least every one of Guttman's
/// lambdas. In a sample it is too high, by several hundredths below some hundreds of people, which
/// is why it stands beside alpha and not in its place. No unit, from 0 to 1.
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 2`, reverse-keyed items already reversed.
/// - Cautions: `optimistic-bound` below 1,000 cases.
/// - Sources: Woodhouse & Jackson (1977); Jackson & Agunwamba (1977); for the bias, ten Berge & Sočan
///   (2004).
/// - Checked against: Clarabel through cvxpy 1.9.3; see `GreatestLowerBoundTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined`, `.numerics`.
public struct GreatestLowerBound: Procedure {
  public static let about = Method(
    "greatest-lower-bound", "Greatest lower bound",
    sources: ["doi:10.1007/BF02295980", "doi:10.1007/BF02295979", "doi:10.1007/BF02289858"])

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let estimate: Double
    /// Cronbach's alpha, to set beside it.
    public let alpha: Double
    /// The largest error variance that each item may have; in the order of the scale.
    public let items: [Item]
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public struct Item: Sendable, Hashable {
    public let name: String
    public let errorVariance: Double
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    let covariance = try items.covarianceOfScale()
    guard Cholesky(covariance) != nil else {
      throw .undetermined("one item follows exactly from the others")
    }
    let errors = try computing { () throws(NumericsError) in
      try MinimumTrace(covariance).uniqueVariances
    }
    return Outcome(
      estimate: 1 - errors.reduce(0, +) / covariance.sum,
      alpha: CronbachAlpha.alpha(
        k: items.itemCount, itemVariances: covariance.trace, totalVariance: covariance.sum),
      items: zip(items.names, errors).map { Item(name: $0, errorVariance: $1) },
      account: items.account, cautions: items.caseCount < 1000 ? [.optimistic] : [])
  }
}

extension GreatestLowerBound.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        GreatestLowerBound.about.id, title: GreatestLowerBound.about.title,
        columns: [.items, .cases, .estimate.labelled("glb", .bounded), .alpha],
        rows: [[.count(items.count), .count(account.used), .real(estimate), .real(alpha)]],
        notes: ["\(account.note). On covariances; minimum trace factor analysis."])
    ]
  }
}

extension Column {
  /// Cronbach's alpha where it stands beside another coefficient.
  static let alpha = Column("alpha", "alpha", .bounded)
}

extension Caution {
  fileprivate static let optimistic = Caution(
    "optimistic-bound",
    """
    The greatest lower bound of a sample is too high, the more so with few people and many items; \
    below 1,000 people, read it as an upper guess beside alpha (ten Berge & Sočan 2004).
    """)
}
