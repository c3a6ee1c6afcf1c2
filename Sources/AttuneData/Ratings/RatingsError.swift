import AttuneTables

/// Why columns cannot be read as ratings.
public enum RatingsError: Error, Sendable, Hashable {
  /// A rating that is none of the categories that were given.
  case unknownCategory(String, rater: String, categories: [String])
}

extension RatingsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownCategory(let name, let rater, let categories):
      """
      column '\(rater.inert)' holds '\(name.inert)', which is none of the categories \
      \(categories.map(\.inert).joined(separator: ", "))
      """
    }
  }
}
