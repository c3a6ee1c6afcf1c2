import AttuneData
import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The way to the confidence interval of Cronbach's alpha.
///
///     Feldt:     1 - (1 - alpha) * F(q; n - 1, (n - 1)(k - 1))
///     Bonett:    1 - (1 - alpha) * exp(z * sqrt(2k / ((k - 1)(n - 2))))
///     Duhachek:  alpha -+ z * sqrt(Q / n)
///     Q = 2k^2 / ((k - 1)^2 V^3) * (V * (tr(C^2) + tr(C)^2) - 2 * tr(C) * 1'C^2 1)     V = 1'C1
///
/// Feldt's holds where the items are parallel, Bonett's is close to it from a few dozen cases on,
/// and Duhachek and Iacobucci's asks for many cases but not for parallel items; its upper limit may
/// exceed 1. Percentile and BCa draw cases again and again and suppose nothing about the scores; BCa
/// also corrects for bias and skewness.
///
/// - Sources: Feldt, Woodruff & Salih (1987), doi:10.1177/014662168701100107; Bonett (2002),
///   doi:10.3102/10769986027004335; Duhachek & Iacobucci (2004), doi:10.1037/0021-9010.89.5.792;
///   Efron (1987), doi:10.1080/01621459.1987.10478410.
/// - Checked against: formulas written out in R 4.2.2, psych 2.2.9; see `AlphaIntervalTests`.
public enum AlphaInterval: String, Codable, Sendable, Hashable, CaseIterable {
  case feldt
  case bonett
  case duhachek
  case percentile
  case bca

  /// Whether it draws resamples.
  public var isBootstrap: Bool { self == .percentile || self == .bca }
}

extension AlphaInterval {
  /// The interval around `alpha` for these items.
  func limits(
    around alpha: Double, of items: CompleteItems, covariance: SymmetricMatrix,
    level: ConfidenceLevel, resampling: Resampling
  ) throws(StatisticsError) -> ConfidenceInterval {
    switch self {
    case .feldt, .bonett, .duhachek:
      return try limits(
        around: alpha, n: items.caseCount, k: Double(items.itemCount), covariance: covariance,
        level: level)
    case .percentile:
      return try BootstrapDistribution(AlphaResamples(items), resampling).percentile(level)
    case .bca:
      let resamples = AlphaResamples(items)
      guard let jackknife = resamples.jackknife() else {
        throw .undetermined("without one of the cases the total score is the same for everyone")
      }
      return try BootstrapDistribution(resamples, resampling).bca(level, jackknife: jackknife)
    }
  }

  /// The interval of the formulas, which need no more than the covariances and a number of cases.
  ///
  /// - Throws: `StatisticsError.undetermined` for the ways that draw cases.
  func limits(
    around alpha: Double, n: Int, k: Double, covariance: SymmetricMatrix, level: ConfidenceLevel
  ) throws(StatisticsError) -> ConfidenceInterval {
    switch self {
    case .feldt:
      return try Self.feldtLimits(around: alpha, n: n, k: k, level: level)
    case .bonett:
      guard n > 2 else { throw .tooFew(.cases, found: n, needed: 3) }
      let reach = try level.normalReach() * (2 * k / ((k - 1) * Double(n - 2))).squareRoot()
      return ConfidenceInterval(
        level: level, lower: 1 - (1 - alpha) * exp(reach), upper: 1 - (1 - alpha) * exp(-reach))
    case .duhachek:
      let variance = Self.duhachekVariance(covariance) / Double(n)
      let reach = try level.normalReach() * variance.squareRoot()
      return ConfidenceInterval(level: level, lower: alpha - reach, upper: alpha + reach)
    case .percentile, .bca:
      throw .undetermined("it draws cases, and pairs of items are not cases; use listwise")
    }
  }

  /// Feldt's interval around an alpha of `k` items and `n` cases.
  static func feldtLimits(
    around alpha: Double, n: Int, k: Double, level: ConfidenceLevel
  ) throws(StatisticsError) -> ConfidenceInterval {
    try computing { () throws(NumericsError) in
      let f = try FisherF(numerator: Double(n - 1), denominator: Double(n - 1) * (k - 1))
      return ConfidenceInterval(
        level: level,
        lower: 1 - (1 - alpha) * (try f.upperQuantile(level.tail)),
        upper: 1 - (1 - alpha) * (try f.quantile(level.tail)))
    }
  }

  /// How the interval was found, for notes: `Feldt interval, 95 %`.
  func note(_ level: ConfidenceLevel, _ resampling: Resampling) -> String {
    "\(title), \(level.percent)" + (isBootstrap ? ", \(resampling.note)" : "")
  }

  private var title: String {
    switch self {
    case .feldt: "Feldt interval"
    case .bonett: "Bonett interval"
    case .duhachek: "Duhachek-Iacobucci interval"
    case .percentile: "Percentile bootstrap interval"
    case .bca: "BCa bootstrap interval"
    }
  }

  /// Q of the formula; 0 where rounding leaves less, as when all items are alike.
  private static func duhachekVariance(_ covariance: SymmetricMatrix) -> Double {
    let k = Double(covariance.size)
    let total = covariance.sum
    let trace = covariance.trace
    let squares = covariance.sumOfSquares
    let squaredSum = (0..<covariance.size).reduce(0) { sum, item in
      sum + covariance.rowSum(item) * covariance.rowSum(item)
    }
    let q = total * (squares + trace * trace) - 2 * trace * squaredSum
    return max(0, 2 * k * k / ((k - 1) * (k - 1) * total * total * total) * q)
  }
}
