import AttuneTables

/// Why data cannot be used for an analysis.
public enum DataError: Error, Sendable, Hashable {
  /// Values are missing and the policy forbids it; `item` is the first that lacks any.
  case missingValues(item: String, count: Int)
  /// Two items have too few cases in common, or one of them is the same on all of these.
  case fewPairs(String, String, count: Int)
  /// A comparison of two groups found another number of them; each with its cases.
  case notTwoGroups(column: String, found: [Level])
  /// A column that was to hold a few different answers holds very many.
  case tooManyAnswers(column: String, count: Int)
  /// A weight that is no whole number of people; `row` counts from 1, `value` is `nil` for a blank.
  case badWeight(column: String, row: Int, value: Double?)
  /// Weights that add up to more people than are taken.
  case tooManyPeople(column: String, most: Int)
  /// Weights that are all 0.
  case nobodyWeighted(column: String)

  /// Two rows of one person on one occasion; `rows` count from 1.
  case twiceOnOneOccasion(column: String, rows: ClosedRange<Int>)
  /// An occasion that no row is of.
  case unknownOccasion(String, column: String, known: [String])

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
    case .fewPairs(let item, let same, let count) where item == same:
      """
      '\(item.inert)' has \(count) \(count == 1 ? "value" : "values"), and at least 2 are needed; \
      leave it out
      """
    case .fewPairs(let first, let second, let count) where count > 1:
      """
      '\(first.inert)' or '\(second.inert)' is the same for all \(count) cases that have a value on \
      both; leave one of them out, or use listwise
      """
    case .fewPairs(let first, let second, let count):
      """
      '\(first.inert)' and '\(second.inert)' have \(count) \(count == 1 ? "case" : "cases") in \
      common, and at least 2 are needed; leave one of them out
      """
    case .badWeight(let column, let row, let value):
      """
      in row \(row) of the data '\(column.inert)' \(value.map { "is \($0.shortest)" } ?? "is blank"), \
      and a weight says how many people a row stands for: 0, 1, 2 and so on
      """
    case .tooManyPeople(let column, let most):
      "the weights in '\(column.inert)' add up to more than \(most) people"
    case .nobodyWeighted(let column): "every weight in '\(column.inert)' is 0"
    case .twiceOnOneOccasion(let column, let rows):
      """
      rows \(rows.lowerBound) and \(rows.upperBound) of the data are of the same person and have the \
      same '\(column.inert)'; each person has one row for each occasion
      """
    case .unknownOccasion(let name, let column, let known):
      """
      no row has '\(name.inert)' in '\(column.inert)'; there is \
      \(known.prefix(8).map(\.inert).joined(separator: ", "))
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

extension Double {
  /// Without needless decimals.
  fileprivate var shortest: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
