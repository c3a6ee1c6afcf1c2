/// The rule by which a quantile stands between two values, numbered as by Hyndman & Fan (1996,
/// doi:10.1080/00031305.1996.10473566).
public enum QuantileType: String, Codable, Sendable, Hashable, CaseIterable {
  /// At `(n + 1) p` of the values in order: SPSS, Minitab.
  case type6
  /// At `1 + (n - 1) p`: R, NumPy, Excel.
  case type7

  /// The quantile at `p`, from 0 to 1, of at least one value in rising order.
  package func quantile(_ p: Double, of sorted: [Double]) -> Double {
    let n = Double(sorted.count)
    let place =
      switch self {
      case .type6: min(max((n + 1) * p, 1), n)
      case .type7: 1 + (n - 1) * p
      }
    let below = min(Int(place), sorted.count - 1)
    guard below > 0 else { return sorted[0] }
    return sorted[below - 1] + (place - Double(below)) * (sorted[below] - sorted[below - 1])
  }
}
