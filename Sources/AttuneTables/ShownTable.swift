/// A table in the words and rounded numbers that readers see, shared by the readable formats.
///
/// A value that cannot be had shows as `n/a` with a number; the reason stands below under it.
struct ShownTable {
  let rows: [[String]]
  /// The reasons first, then the table's own notes.
  let notes: [String]

  init(_ table: Table) {
    var reasons: [String] = []
    rows = table.rows.map { row in
      zip(table.columns, row).map { column, cell in
        switch cell.content {
        case .text(let text): return text.inert
        case .count(let count): return APAStyle.show(count)
        case .real(let number):
          return APAStyle.show(number, as: column.style, decimals: cell.decimals)
        case .unavailable(let reason):
          let number = reasons.firstIndex(of: reason) ?? reasons.count
          if number == reasons.count { reasons.append(reason) }
          return "n/a (\(number + 1))"
        }
      }
    }
    notes =
      reasons.enumerated().map { "(\($0 + 1)) Not available because \($1.inert)." }
      + table.notes.map(\.inert)
  }
}
