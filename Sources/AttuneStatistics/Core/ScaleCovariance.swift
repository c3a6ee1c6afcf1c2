import AttuneData
import AttuneNumerics

extension CompleteItems {
  /// The covariance of at least two items and two cases whose total score varies.
  func covarianceOfScale() throws(StatisticsError) -> SymmetricMatrix {
    guard caseCount >= 2 else { throw .tooFew(.cases, found: caseCount, needed: 2) }
    guard itemCount >= 2 else { throw .tooFew(.items, found: itemCount, needed: 2) }
    let covariance = covariance()
    guard covariance.sum > covariance.rounding else { throw .noVariance(in: "the total score") }
    return covariance
  }
}
