public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Bounds the reliability of a sum score from below, in Guttman's six ways.
///
///     lambda1 = 1 - tr(C) / V                                     V = 1'C1
///     lambda2 = lambda1 + sqrt(k / (k - 1) * O) / V               O: sum of squares off the diagonal
///     lambda3 = k / (k - 1) * lambda1                             Cronbach's alpha
///     lambda4 = 2 * (1 - (V1 + V2) / V)                           V1, V2: variances of two halves
///     lambda5 = lambda1 + 2 * sqrt(max_j O_j) / V                 O_j: O within column j
///     lambda6 = 1 - sum of e / V                                  e_j = 1 / (C^-1)_jj
///
/// If errors do not correlate, each is at most the reliability; lambda2 is never below alpha. The
/// highest lambda4 of all splits overestimates in small samples, so that it is given beside that of
/// the stated split, not in its place. On covariances; psych gives these of correlations, and its
/// lambda4 is the best split.
///
/// - Input: `n x k` scores, `n >= 2`, `k >= 2`, reverse-keyed items already reversed.
/// - Sources: Guttman (1945).
/// - Checked against: formulas written out in R 4.2.2; see `GuttmanLambdasTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct GuttmanLambdas: Procedure {
  public static let about = Method(
    "guttman", "Guttman's lambda coefficients", sources: ["doi:10.1007/BF02288892"])

  /// Of more than 16 items: how many splits are tried for the best.
  public var sampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let lambda1: Double
    public let lambda2: Double
    /// Cronbach's alpha.
    public let lambda3: Double
    /// Of the first items against the last.
    public let lambda4: Double
    /// Of the best split among those tried.
    public let bestLambda4: Double
    public let lambda5: Double
    public let lambda6: Quantity
    public let account: CaseAccount
    let itemNames: [String]
    let splits: SplitRange
  }

  public func apply(to items: CompleteItems) throws(StatisticsError) -> Outcome {
    let covariance = try items.covarianceOfScale()
    let size = items.itemCount
    let (k, total) = (Double(size), covariance.sum)
    let columns = (0..<size).map { j in
      (0..<size).reduce(0) { $1 == j ? $0 : $0 + covariance[$1, j] * covariance[$1, j] }
    }
    let lambda1 = 1 - covariance.trace / total
    let lambda6 = Cholesky(covariance).map { cholesky in
      Quantity.value(1 - cholesky.inverse().diagonal.reduce(0) { $0 + 1 / $1 } / total)
    }
    let splits = SplitRange(of: covariance, sampling: sampling)
    return Outcome(
      lambda1: lambda1,
      lambda2: lambda1 + (k / (k - 1) * columns.reduce(0, +)).squareRoot() / total,
      lambda3: k / (k - 1) * lambda1,
      lambda4: Halves.firstAndSecond(of: size).guttman(in: covariance),
      bestLambda4: splits.best,
      lambda5: lambda1 + 2 * (columns.max() ?? 0).squareRoot() / total,
      lambda6: lambda6 ?? .unavailable("one item follows exactly from the others"),
      account: items.account, itemNames: items.names, splits: splits)
  }
}

extension GuttmanLambdas.Outcome: Tabular {
  public var tables: [Table] {
    let rows: [(String, Quantity)] = [
      ("lambda1", .value(lambda1)), ("lambda2", .value(lambda2)), ("lambda3", .value(lambda3)),
      ("lambda4", .value(lambda4)), ("lambda4_best", .value(bestLambda4)),
      ("lambda5", .value(lambda5)), ("lambda6", lambda6),
    ]
    let halves = Halves.firstAndSecond(of: itemNames.count)
    return [
      Table(
        GuttmanLambdas.about.id, title: GuttmanLambdas.about.title,
        columns: [.coefficient, .estimate.labelled("estimate", .bounded)],
        rows: rows.map { [.text($0), $1.cell] },
        notes: [
          """
          \(account.note). On covariances. lambda3 is Cronbach's alpha; lambda4 is of \
          \(halves.words(itemNames)); lambda4_best is the highest of \(splits.words).
          """
        ])
    ]
  }
}

extension Column {
  /// Which coefficient a row holds.
  static let coefficient = Column("coefficient", "coefficient", .text)
}
