/// What a test holds against the hypothesis of no difference between two groups.
public enum Alternative: String, Sendable, Hashable, Codable, CaseIterable {
  /// One is higher, either of them.
  case twoSided = "two-sided"
  /// The first is lower than the second.
  case less
  /// The first is higher than the second.
  case greater
}
