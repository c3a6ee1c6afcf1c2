public import AttuneNumerics
import AttuneTables

/// Why a method gives no result for these data.
public enum StatisticsError: Error, Sendable, Hashable {
  public enum Counted: Sendable, Hashable {
    case cases
    case items
    case raters
    case groups
    case occasions
    case casesInGroup(String)
  }

  case tooFew(Counted, found: Int, needed: Int)
  /// Everybody has the same value: `in` names what does not vary.
  case noVariance(in: String)
  /// The data are there, but do not settle the number; completes "not available because …".
  case undetermined(String)
  case numerics(NumericsError)
}

extension StatisticsError: CustomStringConvertible {
  /// Completes "not available because …".
  public var description: String {
    switch self {
    case .tooFew(let counted, let found, let needed):
      """
      at least \(needed) \(counted.words(needed)) \(needed == 1 ? "is" : "are") needed and there \
      \(found == 1 ? "is" : "are") \(found)
      """
    case .noVariance(let place): "\(place) is the same for everyone"
    case .undetermined(let reason): reason
    case .numerics(let error): "the calculation failed: \(error)"
    }
  }
}

extension StatisticsError.Counted {
  fileprivate func words(_ count: Int) -> String {
    let plural = count == 1 ? "" : "s"
    return switch self {
    case .cases: "complete case\(plural)"
    case .items: "usable item\(plural)"
    case .groups: "group\(plural)"
    case .occasions: "occasion\(plural)"
    case .raters: "rater\(plural)"
    case .casesInGroup(let name): "case\(plural) in group '\(name.inert)'"
    }
  }
}
