extension Table {
  /// The same table for several subjects, as one: each row tells in its first cell whose it is.
  ///
  /// Subjects without a table get one row in which every cell says why. Notes that differ are kept
  /// apart by their subject's name.
  ///
  /// - Returns: `nil` where no subject has a table.
  public static func stacked(
    _ parts: [(subject: String, table: Result<Table, Unavailable>)], under column: Column
  ) -> Table? {
    let tables = parts.compactMap { try? $0.table.get() }
    guard let first = tables.first else { return nil }
    precondition(tables.allSatisfy { $0.columns == first.columns }, "only like tables are stacked")
    var notes: [String] = []
    let rows = parts.flatMap { subject, table -> [[Cell]] in
      switch table {
      case .success(let table):
        for note in table.notes {
          let isShared = tables.allSatisfy { $0.notes.contains(note) }
          let isNamed = isShared || note.hasPrefix("\(subject): ")
          let note = isNamed ? note : "\(subject): \(note)"
          if !notes.contains(note) { notes.append(note) }
        }
        return table.rows.map { [.text(subject)] + $0 }
      case .failure(let reason):
        return [[.text(subject)] + first.columns.map { _ in .unavailable(reason.description) }]
      }
    }
    return Table(
      first.id, title: first.title, columns: [column] + first.columns, rows: rows, notes: notes)
  }

  /// The table with more to know below it.
  public func adding(notes more: [String]) -> Table {
    Table(id, title: title, columns: columns, rows: rows, notes: notes + more)
  }
}

extension [Table] {
  /// With more to know below the first.
  public func noting(_ notes: [String]) -> [Table] {
    enumerated().map { $0 == 0 && !notes.isEmpty ? $1.adding(notes: notes) : $1 }
  }
}

/// Why a whole table cannot be had; completes "not available because …".
public struct Unavailable: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  public init(_ reason: String) { description = reason }
}
