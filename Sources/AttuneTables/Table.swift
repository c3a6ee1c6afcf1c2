/// Rows of values under named columns, at full precision, with what a reader should know below.
///
/// A table knows nothing of statistics, rounding or layout: renderers draw it.
public struct Table: Sendable, Hashable {
  /// What programs call it: `item-statistics`.
  public let id: String
  public let title: String
  public let columns: [Column]
  /// One cell for each column.
  public let rows: [[Cell]]
  /// Sentences.
  public let notes: [String]

  public init(
    _ id: String, title: String, columns: [Column], rows: [[Cell]], notes: [String] = []
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

/// A result that knows its tables.
public protocol Tabular {
  var tables: [Table] { get }
}
