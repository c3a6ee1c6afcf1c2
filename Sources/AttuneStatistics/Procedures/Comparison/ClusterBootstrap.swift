public import AttuneData
import AttuneNumerics
public import AttuneTables

/// Finds the interval of the difference of two means by drawing whole sites again and again.
///
///     a resample: as many sites as there are, drawn with replacement, each with all its people
///
/// It supposes nothing about how people of a site are alike. With fewer than about 10 sites there are
/// too few ways to draw them, and the interval is too narrow.
///
/// - Input: One factor of two levels and the site as second factor; three sites or more.
/// - Cautions: `few-clusters`.
/// - Sources: Davison & Hinkley (1997), 3.8; Field & Welsh (2007).
/// - Checked against: coverage where sites differ; see `GroupSimulationTests`.
/// - Throws: `StatisticsError.tooFew`, `.undetermined`.
public struct ClusterBootstrap: Procedure {
  public static let about = Method(
    "cluster-bootstrap", "Difference by resampling sites",
    sources: ["doi:10.1111/j.1467-9868.2007.00593.x"])

  /// The first factor is compared; the second is the site.
  public typealias Input = FactorialScores

  public var level = ConfidenceLevel.percent95
  public var resampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// First mean minus second.
    public let difference: Double
    /// The standard deviation of the resampled differences.
    public let standardError: Double
    public let interval: ConfidenceInterval
    public let siteCount: Int
    public let resampling: Resampling
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to data: FactorialScores) throws(StatisticsError) -> Outcome {
    precondition(data.factors.count == 2, "a factor and the site")
    let (factor, sites) = (data.factors[0], data.factors[1])
    guard factor.levels.count == 2 else {
      throw .undetermined("it compares two groups and there are \(factor.levels.count)")
    }
    guard sites.levels.count >= 3 else {
      throw .undetermined(
        "at least 3 sites are needed and there \(sites.levels.count == 1 ? "is" : "are") \(sites.levels.count)"
      )
    }
    let statistic = Statistic(data)
    let estimates = resampling.estimates(of: statistic).compactMap { $0 }
    guard let difference = statistic.estimate, estimates.count == resampling.count else {
      throw .undetermined(
        """
        in \(resampling.count - estimates.count) of \(resampling.count) resamples of sites a group \
        has nobody
        """)
    }
    let distribution = BootstrapDistribution(around: difference, estimates)
    let spread = Moments(of: estimates)
    let count = sites.levels.count
    return Outcome(
      names: GroupPair(factor.levels[0], factor.levels[1]), difference: difference,
      standardError: (spread.sumOfSquares / Double(max(spread.count - 1, 1))).squareRoot(),
      interval: try distribution.percentile(level), siteCount: count, resampling: resampling,
      account: data.account,
      cautions: count >= 10
        ? []
        : [
          Caution(
            "few-clusters",
            "There are \(count) sites, fewer than 10: an interval by resampling them is too narrow."
          )
        ])
  }

  private struct Statistic: ResampledStatistic {
    /// Of each site: people and sum of scores in each group.
    let sites: [(counts: (Double, Double), sums: (Double, Double))]
    let pivot: Double

    init(_ data: FactorialScores) {
      let pivot = data.values.first ?? 0
      var sites = data.factors[1].levels.map { _ in
        (counts: (0.0, 0.0), sums: (0.0, 0.0))
      }
      for (row, site) in data.factors[1].places.enumerated() {
        if data.factors[0].places[row] == 0 {
          sites[site].counts.0 += 1
          sites[site].sums.0 += data.values[row] - pivot
        } else {
          sites[site].counts.1 += 1
          sites[site].sums.1 += data.values[row] - pivot
        }
      }
      self.sites = sites
      self.pivot = pivot
    }

    var caseCount: Int { sites.count }

    func estimate(of rows: [Int32]) -> Double? {
      var (counts, sums) = ((0.0, 0.0), (0.0, 0.0))
      for row in rows {
        let site = sites[Int(row)]
        counts = (counts.0 + site.counts.0, counts.1 + site.counts.1)
        sums = (sums.0 + site.sums.0, sums.1 + site.sums.1)
      }
      guard counts.0 > 0, counts.1 > 0 else { return nil }
      return sums.0 / counts.0 - sums.1 / counts.1
    }
  }
}

extension ClusterBootstrap.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        ClusterBootstrap.about.id, title: ClusterBootstrap.about.title,
        columns: [
          .estimate.labelled("difference"), .standardError, .lower, .upper,
          Column("sites", "sites", .count),
        ],
        rows: [
          [
            .real(difference), .real(standardError), .real(interval.lower), .real(interval.upper),
            .count(siteCount),
          ]
        ],
        notes: [
          """
          \(names.first) minus \(names.second); \(interval.level.percent) percentile interval, \
          \(resampling.note), whole sites drawn.
          """
        ])
    ]
  }
}
