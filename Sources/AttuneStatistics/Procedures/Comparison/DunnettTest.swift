public import AttuneData
import AttuneNumerics
import AttuneTables

/// Compares the mean of every group with that of one of them, supposing that the groups vary alike.
///
///     t_i = (m_i - m_0) / sqrt(w (1 / n_i + 1 / n_0))        w: mean square within groups
///     p_i: that the largest in size of all t lies above |t_i|, with N - k degrees of freedom
///
/// It asks less than all pairs, and so finds more: for groups that are all to be compared with one,
/// and not with each other. p and intervals hold for all comparisons together.
///
/// - Input: two groups or more of `n >= 1`, more cases than groups, some variance within.
/// - Sources: Dunnett (1955).
/// - Checked against: R 4.2.2 mvtnorm 1.1-3 `pmvt`; see `PairwiseComparisonTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` without that group.
public struct DunnettTest: Procedure {
  public static let about = Method(
    "dunnett", "Dunnett's comparisons", sources: ["doi:10.1080/01621459.1955.10501294"])

  public typealias Input = SeveralGroups

  /// The group that the others are compared with; the first if none is named.
  public var control: String?
  public var level = ConfidenceLevel.percent95

  public init() {}

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> PairwiseMeans {
    let means = try GroupMeans(data, leastPerGroup: 1)
    let df = means.n - means.groups.count
    guard df > 0 else { throw .tooFew(.cases, found: means.n, needed: means.groups.count + 1) }
    guard means.within > 0 else { throw .noVariance(in: "the score within each group") }
    let name = control ?? means.groups[0].name
    guard let baseline = means.groups.first(where: { $0.name == name }) else {
      throw .undetermined("nobody with a score is in group '\(name)'")
    }
    let others = means.groups.filter { $0.name != name }
    let error = means.within / Double(df)
    let level = level
    let pairs = try computing { () throws(NumericsError) in
      let distribution = try DunnettMaximum(
        loadings: others.map { (Double($0.n) / Double($0.n + baseline.n)).squareRoot() },
        degreesOfFreedom: Double(df))
      let quantile = try distribution.upperQuantile(2 * level.tail)
      return others.map { group in
        let standardError = (error * (1 / Double(group.n) + 1 / Double(baseline.n))).squareRoot()
        let difference = group.shift - baseline.shift
        let reach = quantile * standardError
        return PairwiseMeans.Pair(
          first: group.name, second: name, difference: difference, standardError: standardError,
          interval: ConfidenceInterval(
            level: level, lower: difference - reach, upper: difference + reach),
          t: difference / standardError, degreesOfFreedom: Double(df),
          pValue: distribution.upperTail(difference.magnitude / standardError))
      }
    }
    return PairwiseMeans(
      Self.about, pairs, level: level, account: data.account,
      adjustment: "for all comparisons with '\(name)' together, by Dunnett's distribution")
  }
}
