public import AttuneData
public import AttuneTables

/// Shows for each cell of a table how many people are in it, what part of its row and column they
/// are, how many chance would put there, and how far that is off.
///
///     adjusted residual = (n_ij - e_ij) / sqrt(e_ij (1 - row share) (1 - column share))
///
/// Adjusted residuals are about standard normal where rows and columns have nothing to do with each
/// other: they tell which cells a large chi-square comes from. A cell beyond 2 or 3 in size stands
/// out, the more so the fewer cells there are.
///
/// - Input: A table of counts, also one that nobody is in.
/// - Sources: Haberman (1973).
/// - Checked against: R 4.2.2 `chisq.test(…)$stdres`; see `ChiSquareTestTests`.
public struct CellResiduals: Procedure {
  public static let about = Method("cells", "Cells", sources: ["doi:10.2307/2529686"])

  public init() {}

  public struct Cell: Sendable, Hashable {
    public let row: String
    public let column: String
    public let count: Int
    /// In percent of the row, the column and everybody.
    public let rowPercent: Quantity
    public let columnPercent: Quantity
    public let totalPercent: Quantity
    public let expected: Quantity
    public let adjustedResidual: Quantity
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// Row by row.
    public let cells: [Cell]
    public let account: CaseAccount
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let (rows, columns) = (table.rowTotals, table.columnTotals)
    let n = rows.reduce(0, +)
    func percent(_ part: Int, of whole: Int, _ what: String) -> Quantity {
      whole > 0
        ? .value(100 * Double(part) / Double(whole)) : .unavailable("nobody is in \(what)")
    }
    let cells = rows.indices.flatMap { i in
      columns.indices.map { j in
        let count = table.counts[i][j]
        let expected = n > 0 ? Double(rows[i]) * Double(columns[j]) / Double(n) : 0
        let (outside, beside) = (Double(n - rows[i]), Double(n - columns[j]))
        let variance = n > 0 ? expected * outside / Double(n) * beside / Double(n) : 0
        return Cell(
          row: table.categories.first[i], column: table.categories.second[j], count: count,
          rowPercent: percent(count, of: rows[i], "this row"),
          columnPercent: percent(count, of: columns[j], "this column"),
          totalPercent: percent(count, of: n, "the table"),
          expected: n > 0 ? .value(expected) : .unavailable("nobody is in the table"),
          adjustedResidual: variance > 0
            ? .value((Double(count) - expected) / variance.squareRoot())
            : .unavailable("its row or its column holds everybody or nobody"))
      }
    }
    return Outcome(names: table.names, cells: cells, account: table.account)
  }
}

extension CellResiduals.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        CellResiduals.about.id, title: CellResiduals.about.title,
        columns: [
          Column("row", names.first, .text), Column("column", names.second, .text), .cases,
          .rowPercent, .columnPercent, .totalPercent, .expected, .adjustedResidual,
        ],
        rows: cells.map { cell in
          [
            .text(cell.row), .text(cell.column), .count(cell.count), cell.rowPercent.cell,
            cell.columnPercent.cell, cell.totalPercent.cell, cell.expected.cell,
            cell.adjustedResidual.cell,
          ]
        },
        notes: [
          """
          Expected: if '\(names.first)' and '\(names.second)' had nothing to do with each other. \
          Residual: adjusted, in standard errors.
          """
        ])
    ]
  }
}

extension Column {
  fileprivate static let rowPercent = Column("row_percent", "row %", .number)
  fileprivate static let columnPercent = Column("column_percent", "column %", .number)
  fileprivate static let totalPercent = Column("total_percent", "total %", .number)
  fileprivate static let expected = Column("expected", "expected", .number)
  fileprivate static let adjustedResidual = Column("adjusted_residual", "residual", .number)
}
