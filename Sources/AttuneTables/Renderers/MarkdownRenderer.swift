/// Writes results as Markdown with pipe tables, for readers: rounded, with notes below.
public struct MarkdownRenderer: Sendable {
  public init() {}

  public func render(_ results: Results) -> String {
    var blocks = results.tables.map(render)
    if !results.cautions.isEmpty {
      let lines = results.cautions.map { "- \($0.text.inMarkdown)\n" }
      blocks.append("**Please note**\n\n" + lines.joined())
    }
    return blocks.joined(separator: "\n")
  }

  public func render(_ table: Table) -> String {
    let shown = ShownTable(table)
    let header = table.columns.map { $0.label.inMarkdown }
    let rule = table.columns.map { $0.style == .text ? "---" : "---:" }
    let rows = shown.rows.map { $0.map(\.inMarkdown) }
    let lines = ([header, rule] + rows).map { "| \($0.joined(separator: " | ")) |\n" }
    let notes = shown.notes.map { "\n\($0.inMarkdown)\n" }
    return "**\(table.title.inMarkdown)**\n\n" + lines.joined() + notes.joined()
  }
}
