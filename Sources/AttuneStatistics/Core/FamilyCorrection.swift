/// The correction for making several tests of one family at once.
///
///     Bonferroni:   m p
///     Holm:         the largest so far of (m - i + 1) p_i, from the smallest p up
///
/// Either keeps the chance of any false alarm in the family at the error rate; Holm's finds at least
/// as much.
///
/// - Sources: Holm (1979), doi:10.2307/4615733.
/// - Checked against: R 4.2.2 `p.adjust`; see `FamilyCorrectionTests`.
public enum FamilyCorrection: String, Codable, Sendable, Hashable, CaseIterable {
  case holm
  case bonferroni
  case none

  /// The adjusted p values, in the order given; each is compared with the error rate.
  public func adjusted(_ pValues: [Double]) -> [Double] {
    let m = pValues.count
    switch self {
    case .none: return pValues
    case .bonferroni: return pValues.map { min(1, Double(m) * $0) }
    case .holm:
      var adjusted = pValues
      var largest = 0.0
      for (rank, index) in pValues.indices.sorted(by: { pValues[$0] < pValues[$1] }).enumerated() {
        largest = max(largest, min(1, Double(m - rank) * pValues[index]))
        adjusted[index] = largest
      }
      return adjusted
    }
  }
}
