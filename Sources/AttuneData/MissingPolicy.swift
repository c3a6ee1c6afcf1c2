/// What is done about missing values before an analysis.
///
/// There is no way to ignore them.
public enum MissingPolicy: String, Sendable, Hashable, Codable, CaseIterable {
  /// A missing value is refused.
  case forbid
  /// A case with any missing value is left out.
  case listwise
  /// Each pair of items keeps the cases that have a value on both: only for methods that need no
  /// more than covariances.
  case pairwise
}
