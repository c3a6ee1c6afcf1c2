/// Draws results for a terminal or a plain text file: aligned, rounded, within a width.
///
/// A table that is too wide continues below under the columns that say what its rows are about; it is
/// never cut off.
public struct TextRenderer: Sendable {
  /// In columns of a terminal.
  public let width: Int

  public init(width: Int = 80) {
    self.width = max(width, 20)
  }

  public func render(_ results: Results) -> String {
    var blocks = results.tables.map(render)
    if !results.cautions.isEmpty {
      let lines = results.cautions.map { $0.text.inert.wrapped(to: width, bullet: "- ") }
      blocks.append("Please note\n" + lines.joined())
    }
    return blocks.joined(separator: "\n")
  }

  public func render(_ table: Table) -> String {
    let shown = ShownTable(table)
    let columns = table.columns.enumerated().map { index, column in
      TextColumn(
        cells: [column.label.inert] + shown.rows.map { $0[index] }, isRight: column.style != .text)
    }
    let runs = ColumnRuns.of(table.columns, columns.map(\.width), within: width)
    let blocks = runs.map { run -> String in
      let block = run.map { columns[$0] }
      let lines = (0...table.rows.count).map { line in
        block.map { $0.cell(line) }.joined(separator: "  ").withoutTrailingSpaces
      }
      let rule = String(repeating: "\u{2500}", count: block.totalWidth)
      return ([lines[0], rule] + lines.dropFirst()).map { $0 + "\n" }.joined()
    }
    let notes = shown.notes.map { $0.wrapped(to: width) }
    return table.title.inert + "\n\n" + blocks.joined(separator: "\n")
      + (notes.isEmpty ? "" : "\n" + notes.joined())
  }
}

/// A column with its heading as first cell, as wide as its widest cell.
private struct TextColumn {
  let cells: [String]
  let isRight: Bool
  let width: Int

  init(cells: [String], isRight: Bool) {
    self.cells = cells
    self.isRight = isRight
    width = cells.map(\.displayWidth).max() ?? 0
  }

  func cell(_ line: Int) -> String {
    let space = String(repeating: " ", count: width - cells[line].displayWidth)
    return isRight ? space + cells[line] : cells[line] + space
  }
}

extension [TextColumn] {
  fileprivate var totalWidth: Int { map(\.width).reduce(0, +) + 2 * Swift.max(0, count - 1) }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
