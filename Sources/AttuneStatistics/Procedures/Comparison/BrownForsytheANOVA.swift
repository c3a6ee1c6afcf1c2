public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Tests whether the means of several groups differ, without supposing that the groups vary alike.
///
///     F* = sum of n_i (m_i - m)^2 / sum of c_i        c_i = (1 - n_i / N) s_i^2
///     df1 = k - 1        df2 = 1 / sum of (c_i / sum c)^2 / (n_i - 1)
///
/// Read it beside Welch's, which finds more where a mean that is far out varies little.
///
/// - Input: two groups or more of `n >= 2`, some variance within.
/// - Sources: Brown & Forsythe (1974a).
/// - Checked against: the formula written out in R 4.2.2; see `AssumptionTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct BrownForsytheANOVA: Procedure {
  public static let about = Method(
    "brown-forsythe-anova", "Brown and Forsythe's analysis of variance",
    sources: ["doi:10.1080/00401706.1974.10489158"])

  public typealias Input = SeveralGroups

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let f: Double
    public let numeratorDegrees: Int
    public let denominatorDegrees: Double
    public let pValue: Double
    public let account: CaseAccount
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let means = try GroupMeans(data, leastPerGroup: 2)
    guard means.within > 0 else { throw .noVariance(in: "the score within each group") }
    let parts = means.groups.map { (1 - Double($0.n) / Double(means.n)) * $0.variance }
    let sum = parts.reduce(0, +)
    let shares = zip(parts, means.groups).reduce(0.0) { total, pair in
      total + pair.0 / sum * (pair.0 / sum) / Double(pair.1.n - 1)
    }
    let f = means.between / sum
    let pValue = try computing { () throws(NumericsError) in
      try FisherF(numerator: Double(means.groups.count - 1), denominator: 1 / shares).upperTail(f)
    }
    return Outcome(
      f: f, numeratorDegrees: means.groups.count - 1, denominatorDegrees: 1 / shares,
      pValue: pValue, account: data.account)
  }
}

extension BrownForsytheANOVA.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        BrownForsytheANOVA.about.id, title: BrownForsytheANOVA.about.title,
        columns: [
          .statistic.labelled("F*"), .degreesOfFreedom, .degreesOfFreedomError, .pValue,
        ],
        rows: [[.real(f), .count(numeratorDegrees), .real(denominatorDegrees), .real(pValue)]])
    ]
  }
}
