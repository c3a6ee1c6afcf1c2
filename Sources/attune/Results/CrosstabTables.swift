import AttuneData
import AttuneStatistics
import AttuneTables

/// A table of counts as people read it: how many, what percent, and what its cells say.
struct CrosstabTables {
  enum Percent: String, CaseIterable {
    case row, column, total
  }

  let counted: ContingencyTable
  let percent: Percent

  /// How many, with totals; how many in percent; every cell with all that is known of it.
  var tables: [Table] { [counts, percents] + cells }

  private var names: GroupPair<String> { counted.names }
  private var row: Column { Column("row", names.first, .text) }

  /// A column for each category: `n_yes`, under its own name for readers.
  private func columns(_ prefix: String, _ style: Column.Style) -> [Column] {
    counted.categories.second.map { Column("\(prefix)_\($0)", $0, style) }
  }

  private var counts: Table {
    let lines = zip(counted.categories.first, counted.counts).map { name, counts in
      [Cell.text(name)] + counts.map { .count($0) } + [.count(counts.reduce(0, +))]
    }
    let totals =
      [Cell.text("total")] + counted.columnTotals.map { .count($0) } + [
        .count(counted.account.used)
      ]
    return Table(
      "counts", title: "'\(names.first)' by '\(names.second)'",
      columns: [row] + columns("n", .count) + [.cases.labelled("total")],
      rows: lines + [totals], notes: [missing])
  }

  /// Who is in the table, and which answer the others lack.
  private var missing: String {
    let account = counted.account
    let lacking = account.missing.map { "'\($0.column)' \($0.count)" }.joined(separator: ", ")
    return account.note + (lacking.isEmpty ? "." : ": without \(lacking).")
  }

  private var percents: Table {
    let (rows, columns) = (counted.rowTotals, counted.columnTotals)
    let n = counted.account.used
    func cell(_ count: Int, _ i: Int?, _ j: Int?) -> Cell {
      let (whole, what) =
        switch percent {
        case .row: (i.map { rows[$0] } ?? n, "this row")
        case .column: (j.map { columns[$0] } ?? n, "this column")
        case .total: (n, "the table")
        }
      return whole > 0
        ? .real(100 * Double(count) / Double(whole)) : .unavailable("nobody is in \(what)")
    }
    let lines = counted.categories.first.indices.map { i in
      [Cell.text(counted.categories.first[i])]
        + counted.counts[i].indices.map { cell(counted.counts[i][$0], i, $0) }
        + [cell(rows[i], i, nil)]
    }
    let totals = columns.indices.map { cell(columns[$0], nil, $0) }
    return Table(
      "percent", title: "Percent of \(percent == .total ? "all" : "each \(percent.rawValue)")",
      columns: [row] + self.columns("percent", .number) + [Column("percent", "total", .number)],
      rows: lines + [[.text("total")] + totals + [cell(n, nil, nil)]])
  }

  private var cells: [Table] { (try? CellResiduals().apply(to: counted).tables) ?? [] }
}
