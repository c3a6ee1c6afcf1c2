#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The rule by which skewness and kurtosis are found, numbered as by Joanes & Gill (1998,
/// doi:10.1111/1467-9884.00122).
///
///     type 1: g1 = m3 / m2^1.5                    g2 = m4 / m2^2 - 3
///     type 2: g1 * sqrt(n (n - 1)) / (n - 2)      ((n + 1) g2 + 6) (n - 1) / ((n - 2)(n - 3))
///     type 3: g1 * (1 - 1/n)^1.5                  (g2 + 3) (1 - 1/n)^2 - 3
///
/// Kurtosis is the excess over that of the normal distribution.
public enum MomentType: String, Codable, Sendable, Hashable, CaseIterable {
  /// scipy.
  case type1
  /// SPSS, SAS, pandas, Excel.
  case type2
  /// psych, Minitab.
  case type3

  /// From type 1 of at least three values.
  func skewness(_ g1: Double, n: Double) -> Double {
    switch self {
    case .type1: g1
    case .type2: g1 * (n * (n - 1)).squareRoot() / (n - 2)
    case .type3: g1 * pow(1 - 1 / n, 1.5)
    }
  }

  /// From type 1 of at least four values.
  func kurtosis(_ g2: Double, n: Double) -> Double {
    switch self {
    case .type1: g2
    case .type2: ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))
    case .type3: (g2 + 3) * (1 - 1 / n) * (1 - 1 / n) - 3
    }
  }
}
