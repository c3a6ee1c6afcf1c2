/// What a test holds against the hypothesis of no difference: the first less the second is …
public enum Alternative: String, Sendable, Hashable, Codable, CaseIterable {
  /// … not the stated difference, in either direction.
  case twoSided = "two-sided"
  /// … less than it.
  case less
  /// … greater than it.
  case greater
}
