import AttuneTables

/// Why data cannot be used for an analysis.
public enum DataError: Error, Sendable, Hashable {
  /// Values are missing and the policy forbids it; `item` is the first that lacks any.
  case missingValues(item: String, count: Int)
  /// A comparison of two groups found another number of them; each with its cases.
  case notTwoGroups(column: String, found: [Level])
  /// A column that was to hold a few different answers holds very many.
  case tooManyAnswers(column: String, count: Int)

  /// A group with the number of its cases.
  public struct Level: Sendable, Hashable {
    public let name: String
    public let count: Int
  }
}

extension DataError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingValues(let item, let count):
      """
      '\(item.inert)' has \(count) missing \(count == 1 ? "value" : "values"), and none may be missing
      """
    case .tooManyAnswers(let column, let count):
      """
      '\(column.inert)' has \(count) different values, and this method is for a few ordered answers
      """
    case .notTwoGroups(let column, let found) where found.isEmpty:
      "'\(column.inert)' names no group with a score; two groups are compared"
    case .notTwoGroups(let column, let found):
      """
      '\(column.inert)' names \(found.count) \(found.count == 1 ? "group" : "groups") with scores \
      (\(found.summary)); two groups are compared
      """
    }
  }
}

extension [DataError.Level] {
  /// `a: 12, b: 9, …`, at most six of them.
  fileprivate var summary: String {
    let shown = prefix(6).map { "\($0.name.inert): \($0.count)" }
    return (shown + (count > 6 ? ["…"] : [])).joined(separator: ", ")
  }
}
