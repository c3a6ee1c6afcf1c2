import AttuneData
import AttuneInstrument
public import AttuneStatistics

/// The interval of a difference by drawing whole sites, where people come from several.
///
/// People of one site are more alike than others, so that an interval that takes people one by one
/// is too narrow. It stands beside the planned test and decides nothing.
public struct SiteClustering: Sendable {
  /// The group of an instrument that says where people come from.
  public static let group = "site"

  public let siteCount: Int
  /// Or why there is none.
  public let interval: Result<ConfidenceInterval, StatisticsError>
  public let resampling: Resampling

  /// - Returns: `nil` where the instrument knows no sites, the comparison is between them, or
  ///   everybody is of one.
  init?(
    _ score: String, _ values: [Double?], by: String, in sample: StudySample,
    level: ConfidenceLevel
  ) {
    guard by != Self.group, sample.instrument.groups.contains(where: { $0.name == Self.group })
    else { return nil }
    let (groups, sites) = (sample.levels(by), sample.levels(Self.group))
    let compared = values.indices.filter { values[$0] != nil && groups.of[$0] != nil }
    let known = Set(compared.compactMap { sites.of[$0] })
    guard known.count > 1 else { return nil }
    siteCount = known.count
    var bootstrap = ClusterBootstrap()
    bootstrap.level = level
    resampling = bootstrap.resampling
    interval = Result { () throws(StatisticsError) in
      // Others than those of the test: their difference would be another one.
      guard compared.allSatisfy({ sites.of[$0] != nil }) else {
        throw .undetermined("the site of some of the people is not known")
      }
      return try bootstrap.apply(
        to: FactorialScores(
          score: score, values: values,
          factors: [(by, groups.of, groups.order), (Self.group, sites.of, sites.order)])
      ).interval
    }
  }

  /// Beside what was found of the people one by one.
  var sentence: String {
    switch interval {
    case .success(let interval):
      "Drawing whole sites (\(siteCount)): \(interval.level.percent) interval "
        + "\(interval.lower.shown) to \(interval.upper.shown)."
        + (siteCount < 10 ? " With fewer than 10 sites it is too narrow." : "")
    case .failure(let reason): "Drawing whole sites is not possible: \(reason)."
    }
  }
}
