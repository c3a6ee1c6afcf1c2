/// Draws results for a terminal or a plain text file: aligned, rounded, within a width.
///
/// A table that is too wide continues below under the columns that name its rows; it is never cut off.
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
    let blocks = blocks(of: columns).map { block in
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

  /// The columns in runs that fit the width, each run led by what tells the rows apart.
  private func blocks(of columns: [TextColumn]) -> [[TextColumn]] {
    let lead = leading(columns)
    var blocks = [lead]
    for column in columns.dropFirst(lead.count) {
      let run = blocks[blocks.count - 1]
      if run.count > lead.count, (run + [column]).totalWidth > width {
        blocks.append(lead + [column])
      } else {
        blocks[blocks.count - 1].append(column)
      }
    }
    return blocks
  }

  /// The first column, and as many columns of words after it as it takes to tell the rows apart, in
  /// three quarters of the width.
  private func leading(_ columns: [TextColumn]) -> [TextColumn] {
    var lead = Array(columns.prefix(1))
    for column in columns.dropFirst() {
      let rows = lead[0].cells.indices.dropFirst().map { row in lead.map { $0.cells[row] } }
      guard Set(rows).count < rows.count, !column.isRight,
        (lead + [column]).totalWidth <= 3 * width / 4
      else { break }
      lead.append(column)
    }
    return lead
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
