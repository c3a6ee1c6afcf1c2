import AttuneData
import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The way to the confidence interval of a correlation.
///
///     fisher: tanh(atanh(r) -+ z * SE)
///     SE^2 = 1 / (n - 3)                    Pearson (Fisher 1921)
///     SE^2 = (1 + r^2 / 2) / (n - 3)        Spearman (Bonett & Wright 2000)
///     SE^2 = 0.437 / (n - 4)                Kendall (Fieller, Hartley & Pearson 1957)
///
/// The first is exact for normal scores but for a little; the others hold for |r| below about 0.9
/// and 0.8. Percentile and BCa draw cases again and again and suppose nothing about the scores.
///
/// - Sources: Fisher (1921); Bonett & Wright (2000), doi:10.1007/BF02294183; Fieller, Hartley &
///   Pearson (1957), doi:10.1093/biomet/44.3-4.470; Efron (1987),
///   doi:10.1080/01621459.1987.10478410.
public enum CorrelationInterval: String, Codable, Sendable, Hashable, CaseIterable {
  case fisher
  case percentile
  case bca

  /// Whether it draws resamples.
  public var isBootstrap: Bool { self != .fisher }
}

/// A correlation of pairs as a plain function; `nil` where one of the scores does not vary.
typealias CorrelationFunction = @Sendable (_ x: [Double], _ y: [Double]) -> Double?

extension CorrelationInterval {
  /// The interval around `estimate`; `standardError` is that of atanh(r), or why there is none.
  func limits(
    around estimate: Double, of pairs: Pairs, by correlation: @escaping CorrelationFunction,
    standardError: () throws(StatisticsError) -> Double, level: ConfidenceLevel,
    resampling: Resampling
  ) throws(StatisticsError) -> ConfidenceInterval {
    guard abs(estimate) < 1 else {
      throw .undetermined("of a perfect correlation an interval has no width")
    }
    switch self {
    case .fisher:
      let reach = try level.normalReach() * (try standardError())
      return ConfidenceInterval(
        level: level, lower: tanh(atanh(estimate) - reach), upper: tanh(atanh(estimate) + reach))
    case .percentile:
      return try BootstrapDistribution(CorrelationResamples(pairs, correlation), resampling)
        .percentile(level)
    case .bca:
      let resamples = CorrelationResamples(pairs, correlation)
      guard let jackknife = resamples.jackknife() else {
        throw .undetermined("without one of the cases a score is the same for everyone")
      }
      return try BootstrapDistribution(resamples, resampling).bca(level, jackknife: jackknife)
    }
  }

  /// How the interval was found, for notes.
  func note(_ fisher: String, _ level: ConfidenceLevel, _ resampling: Resampling) -> String {
    switch self {
    case .fisher: "\(fisher), \(level.percent)"
    case .percentile: "Percentile bootstrap interval, \(level.percent), \(resampling.note)"
    case .bca: "BCa bootstrap interval, \(level.percent), \(resampling.note)"
    }
  }
}

/// A correlation of any choice of the cases.
struct CorrelationResamples: ResampledStatistic {
  private let x: [Double]
  private let y: [Double]
  private let correlation: CorrelationFunction

  init(_ pairs: Pairs, _ correlation: @escaping CorrelationFunction) {
    x = pairs.values.first
    y = pairs.values.second
    self.correlation = correlation
  }

  var caseCount: Int { x.count }

  func estimate(of rows: [Int32]) -> Double? {
    correlation(rows.map { x[Int($0)] }, rows.map { y[Int($0)] })
  }

  /// The correlation without each of the cases; `nil` where there is none without one of them.
  func jackknife() -> [Double]? {
    var estimates: [Double] = []
    for row in 0..<Int32(caseCount) {
      let others = (0..<Int32(caseCount)).filter { $0 != row }
      guard let estimate = estimate(of: others) else { return nil }
      estimates.append(estimate)
    }
    return estimates
  }
}
