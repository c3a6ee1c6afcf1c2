public import AttuneData
import AttuneNumerics
public import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tests whether groups vary alike, by how far each score lies from the middle of its group.
///
///     z = |y - centre of the group|        F: one-way analysis of variance of z
///
/// Around the median it is Brown and Forsythe's, which keeps its error rate for skewed scores and is
/// the default of R's car and of scipy; around the mean it is Levene's own, which SPSS shows. It
/// describes: no other test here waits for it. Of groups of two both distances are the same, and there
/// is no F; R, which takes what binary numbers leave for a variance, finds one of 1e30.
///
/// - Input: two groups or more of `n >= 1`, more cases than groups.
/// - Sources: Levene (1960); Brown & Forsythe (1974b).
/// - Checked against: R 4.2.2, car 3.1-1 `leveneTest`, scipy 1.17.1; see `AssumptionTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct LeveneTest: Procedure {
  public static let about = Method(
    "levene", "Levene's test", sources: ["doi:10.1080/01621459.1974.10482955"])

  public typealias Input = SeveralGroups

  /// What a score's distance is measured from.
  public enum Centre: String, Codable, Sendable, Hashable, CaseIterable {
    case median, mean
  }

  public var centre = Centre.median

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let centre: Centre
    public let f: Double
    public let degreesOfFreedom: Int
    public let errorDegrees: Int
    public let pValue: Double
    public let account: CaseAccount

    /// `Brown-Forsythe (median)`.
    public var name: String { centre == .median ? "Brown-Forsythe (median)" : "Levene (mean)" }
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let rounding = roundingOfDecimals(data.groups.map(\.values))
    let distances = data.mapGroups { values in
      let middle =
        centre == .mean
        ? Moments(of: values).mean
        : QuantileType.type7.quantile(0.5, of: DistinctValues(values).sorted)
      let distances = values.map { ($0 - middle).magnitude }
      let (low, high) = (distances.min() ?? 0, distances.max() ?? 0)
      return high - low > rounding ? distances : distances.map { _ in low }
    }
    let ratio: OneWayANOVA.Ratio
    do {
      ratio = try OneWayANOVA.Ratio(GroupMeans(distances, leastPerGroup: 1))
    } catch .noVariance {
      throw .noVariance(in: "the distance from the \(centre.rawValue) within each group")
    }
    return Outcome(
      centre: centre, f: ratio.f, degreesOfFreedom: ratio.betweenDegrees,
      errorDegrees: ratio.withinDegrees, pValue: ratio.pValue, account: data.account)
  }
}

extension LeveneTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        LeveneTest.about.id, title: LeveneTest.about.title,
        columns: [
          Column("centre", "distance from", .text), .statistic.labelled("F"), .degreesOfFreedom,
          .degreesOfFreedomError, .pValue,
        ],
        rows: [
          [
            .text(centre.rawValue), .real(f), .count(degreesOfFreedom), .count(errorDegrees),
            .real(pValue),
          ]
        ])
    ]
  }
}

/// Tests whether groups of normal scores vary alike.
///
///     K2 = ((N - k) ln w - sum of (n_i - 1) ln s_i^2) / (1 + (sum of 1 / (n_i - 1) - 1 / (N - k)) / (3 (k - 1)))
///
/// w: mean square within groups; chi-square with k - 1 degrees of freedom. Skewed or heavy-tailed
/// scores set it off as readily as unequal variances: read Levene's beside it.
///
/// - Input: two groups or more of `n >= 2`, each with some variance.
/// - Sources: Bartlett (1937).
/// - Checked against: R 4.2.2 `bartlett.test`, scipy 1.17.1; see `AssumptionTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct BartlettTest: Procedure {
  public static let about = Method(
    "bartlett", "Bartlett's test", sources: ["doi:10.1098/rspa.1937.0109"])

  public typealias Input = SeveralGroups

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let chiSquare: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    public let account: CaseAccount
  }

  public func apply(to data: SeveralGroups) throws(StatisticsError) -> Outcome {
    let means = try GroupMeans(data, leastPerGroup: 2)
    for group in means.groups where group.sumOfSquares == 0 {
      throw .noVariance(in: "the score within group '\(group.name)'")
    }
    let k = means.groups.count
    let df = Double(means.n - k)
    // Of each group's variance to the pooled one, so that alike ones give 0 and not a difference.
    let pooled = means.within / df
    let spread = means.groups.reduce(0.0) { sum, group in
      sum - Double(group.n - 1) * log(group.variance / pooled)
    }
    let parts = means.groups.reduce(0.0) { $0 + 1 / Double($1.n - 1) }
    let chiSquare = max(0, spread / (1 + (parts - 1 / df) / Double(3 * (k - 1))))
    let pValue = try computing { () throws(NumericsError) in
      try ChiSquare(degreesOfFreedom: Double(k - 1)).upperTail(chiSquare)
    }
    return Outcome(
      chiSquare: chiSquare, degreesOfFreedom: k - 1, pValue: pValue, account: data.account)
  }
}

extension BartlettTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        BartlettTest.about.id, title: BartlettTest.about.title,
        columns: [.statistic.labelled("K²"), .degreesOfFreedom, .pValue],
        rows: [[.real(chiSquare), .count(degreesOfFreedom), .real(pValue)]])
    ]
  }
}
