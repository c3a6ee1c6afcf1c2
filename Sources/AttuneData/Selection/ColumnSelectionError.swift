import AttuneDiagnostics
import AttuneTables

/// Why a list of columns cannot be followed.
public enum ColumnSelectionError: Error, Sendable, Hashable {
  case nothingAsked
  case emptyPart(of: String)
  /// With the columns that there are, for what to do next.
  case unknownColumn(String, among: [String])
  case noMatch(pattern: String)
  case columnTwice(String)
  case bothWaysRound(String)
  case scaleWithoutName(String)
  case scaleTwice(String)
  case unknownScale(String, nearest: String?)
  case notARange(String)
  /// `nil` for the range that holds for every scale.
  case rangeTwice(scale: String?)
  case reversedWithoutRange(column: String, scale: String)
}

extension ColumnSelectionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingAsked:
      "no columns are named; say which, as in --items 'A1..A5' or --scale 'calm=A1,A2-,A3'"
    case .emptyPart(let list):
      "'\(list.inert)' has an empty part between commas"
    case .unknownColumn(let name, let columns):
      "there is no column '\(name.inert)'"
        + (nearestName(to: name, among: columns).map { suggestion($0) } ?? list(columns))
    case .noMatch(let pattern):
      "no column matches '\(pattern.inert)'"
    case .columnTwice(let column):
      "column '\(column.inert)' is named twice in one scale"
    case .bothWaysRound(let column):
      "column '\(column.inert)' is named both as it is and reversed"
    case .scaleWithoutName(let text):
      "'\(text.inert)' gives the scale no name; write NAME=COLUMNS, as in 'calm=A1,A2-,A3'"
    case .scaleTwice(let name):
      "two scales are called '\(name.inert)'"
    case .unknownScale(let name, let nearest):
      "a range is given for '\(name.inert)', which is no scale here" + suggestion(nearest)
    case .notARange(let text):
      "'\(text.inert)' is not a range; write the lowest and the highest value, as in 1..5"
    case .rangeTwice(nil):
      "two ranges are given for all scales"
    case .rangeTwice(.some(let scale)):
      "two ranges are given for scale '\(scale.inert)'"
    case .reversedWithoutRange(let column, let scale):
      """
      '\(column.inert)' in scale '\(scale.inert)' is to be reversed, which needs the values that \
      could be chosen; give them as in --range 1..5
      """
    }
  }

  /// The first twelve columns, which shows what kind of names there are.
  private func list(_ columns: [String]) -> String {
    if columns.isEmpty { return "" }
    let more = columns.count > 12 ? ", … (\(columns.count) in all)" : ""
    return "; the columns are " + columns.prefix(12).map(\.inert).joined(separator: ", ") + more
  }

  private func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0.inert)'?" } ?? ""
  }
}
