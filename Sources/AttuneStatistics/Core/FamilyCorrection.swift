package import AttuneTables

/// The correction for making several tests of one family at once.
///
///     Bonferroni:   m p
///     Holm:         the largest so far of (m - i + 1) p_i, from the smallest p up
///     Hochberg:     the smallest so far of (m - i + 1) p_i, from the largest p down
///     Benjamini-Hochberg: the smallest so far of m p_i / i, from the largest p down
///
/// The first three keep the chance of any false alarm in the family at the error rate; Holm's finds
/// at least as much as Bonferroni's, and Hochberg's at least as much as Holm's, where the tests are
/// independent or lean the same way. Benjamini and Hochberg's keeps the expected share of false
/// alarms among what is found.
///
/// - Sources: Holm (1979), doi:10.2307/4615733; Hochberg (1988), doi:10.1093/biomet/75.4.800;
///   Benjamini & Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x.
/// - Checked against: R 4.2.2 `p.adjust`; see `FamilyCorrectionTests`.
public enum FamilyCorrection: String, Codable, Sendable, Hashable, CaseIterable {
  case holm
  case hochberg
  case benjaminiHochberg = "benjamini-hochberg"
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
    case .hochberg: return fallingFromTheTop(pValues) { Double(m - $0 + 1) }
    case .benjaminiHochberg: return fallingFromTheTop(pValues) { Double(m) / Double($0) }
    }
  }

  /// From the largest p down, the smallest so far of each times the factor of its place, from 1.
  private func fallingFromTheTop(_ pValues: [Double], factor: (Int) -> Double) -> [Double] {
    var adjusted = pValues
    var smallest = 1.0
    let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
    for (rank, index) in order.enumerated().reversed() {
      smallest = min(smallest, factor(rank + 1) * pValues[index])
      adjusted[index] = smallest
    }
    return adjusted
  }
}

extension FamilyCorrection {
  /// The name for readers.
  package var title: String {
    switch self {
    case .holm: "Holm"
    case .hochberg: "Hochberg"
    case .benjaminiHochberg: "Benjamini-Hochberg"
    case .bonferroni: "Bonferroni"
    case .none: "none"
    }
  }

  /// The adjusted p in a table, the correction in its heading.
  package var column: Column {
    Column("p_adjusted", self == .none ? "p" : "p \(title)", .pValue)
  }
}
