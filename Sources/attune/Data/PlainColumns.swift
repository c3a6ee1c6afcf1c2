import AttuneData
import AttuneTables

/// The columns that a list names, for a command that takes them as they are.
///
/// - Throws: `ColumnSelectionError`, or words about a column that is to be reversed.
func plainColumns(_ list: String, among columns: [String], for command: String) throws -> [String] {
  do {
    return try ColumnSelection(items: list, among: columns).columns
  } catch ColumnSelectionError.reversedWithoutRange(let column, _) {
    throw failure(
      "\(command) takes '\(column.inert)' as it is; leave the '-' after it out. Reversing would "
        + "only turn a sign.")
  }
}
