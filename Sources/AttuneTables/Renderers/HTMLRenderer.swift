/// Writes results as one HTML page that opens anywhere and pastes into a word processor.
///
/// Tables have the three rules of APA style, headers with their scope, and notes below. The page
/// needs nothing from elsewhere and runs no script.
public struct HTMLRenderer: Sendable {
  public init() {}

  public func render(_ results: Results) -> String {
    let cautions = results.cautions.map { "<li>\($0.text.inHTML)</li>\n" }
    let title = "attune \(results.command)".inHTML
    return """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(Self.style)</style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(results.tables.map(render).joined())\
      \(cautions.isEmpty ? "" : "<h2>Please note</h2>\n<ul>\n\(cautions.joined())</ul>\n")\
      </main>
      <footer><p class="note">\(results.origin.inHTML)</p></footer>
      </body>
      </html>

      """
  }

  /// One table with its notes, for a place in a page.
  ///
  /// Each cell knows its column and every part says what it is, so that a page may stack the cells
  /// of a table of the class `wide` where there is little room, and it stays a table to those who
  /// hear it.
  public func render(_ table: Table) -> String {
    let shown = ShownTable(table)
    let alignment = table.columns.map { $0.style == .text ? "left" : "right" }
    let head = zip(table.columns, alignment).map { column, side in
      cell(
        "th scope=\"col\" role=\"columnheader\"", column.label, side,
        "border-top: 2px solid; border-bottom: 1px solid; ")
    }
    let rows = shown.rows.enumerated().map { number, row in
      let cells = row.indices.map { index in
        cell(
          index == 0
            ? "th scope=\"row\" role=\"rowheader\""
            : "td role=\"cell\" data-label=\"\(table.columns[index].label.inHTML)\"",
          row[index], alignment[index],
          number == shown.rows.count - 1 ? "border-bottom: 2px solid; " : "")
      }
      return "<tr role=\"row\">\(cells.joined())</tr>\n"
    }
    let width = table.columns.indices.map { index in
      (shown.rows.map { $0[index].displayWidth } + [table.columns[index].label.count]).max() ?? 0
    }.reduce(0) { $0 + $1 + 2 }
    let notes = shown.notes.map { "<p class=\"note\">\($0.inHTML)</p>\n" }
    return """
      <div class="table" role="group" aria-label="\(table.title.inHTML)" tabindex="0">
      <table role="table"\(width > Self.narrow ? " class=\"wide\"" : "") style="border-collapse: collapse">
      <caption style="text-align: left"><p style="text-align: left; margin: 0"><i>\(table.title.inHTML)</i></p></caption>
      <thead role="rowgroup">
      <tr role="row">\(head.joined())</tr>
      </thead>
      <tbody role="rowgroup">
      \(rows.joined())</tbody>
      </table>
      </div>
      \(notes.joined())
      """
  }

  /// About how many letters stand side by side on a phone.
  private static let narrow = 46

  /// Alignment and rules stand on each cell, and the title in a paragraph, because word processors
  /// keep only those on pasting.
  private func cell(_ tag: String, _ text: String, _ side: String, _ more: String = "") -> String {
    let name = tag.prefix { $0 != " " }
    // A number that is broken in two is no number.
    let isNumber = side == "right" && name == "td"
    return
      "<\(tag) style=\"\(more)text-align: \(side); padding: 0.2em 0.7em; font-weight: normal"
      + "\(isNumber ? "; white-space: nowrap" : "")\">"
      + "\(text.inHTML)</\(name)>"
  }

  /// How a page stacks tables of the class `wide` where there is little room.
  ///
  /// Each row is a card and each cell stands behind its heading, so that nothing is beyond the edge.
  /// Rules are of the page's colour `--line`.
  public static let narrowTables = """
    @media (max-width: 40rem) {
      .table th, .table td { padding: 0.2em 0.35em !important; }
      .wide, .wide caption, .wide tbody, .wide tr, .wide th, .wide td { display: block; text-align: left !important; }
      .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .wide tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
      .wide th, .wide td { border: 0 !important; }
      .wide th { font-weight: bold !important; }
      .wide td::before { content: attr(data-label) ": "; color: var(--line); }
      .wide td[style*="right"] { display: inline-block; }
      .wide td:empty { display: none; }
    }
    """

  /// Plain on paper and on the screen, light or dark as the reader has it.
  private static let style = """
    :root { color-scheme: light dark; --line: #595959; }
    @media (prefers-color-scheme: dark) { :root { --line: #a6a6a6; } }
    body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 sans-serif; }
    .table { overflow-x: auto; margin-top: 1.5rem; }
    caption { padding-bottom: 0.3em; }
    th, td { overflow-wrap: break-word; vertical-align: top; }
    .note { margin: 0.3rem 0; font-size: 0.9rem; }
    li { margin: 0.25rem 0; }
    \(narrowTables)
    @media print { body { max-width: none; } .table { overflow: visible; } }

    """
}
