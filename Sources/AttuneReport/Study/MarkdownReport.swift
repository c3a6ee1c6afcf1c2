import AttuneTables

/// Writes a report as Markdown; pictures as tables.
public struct MarkdownReport: Sendable {
  public init() {}

  public func render(_ report: StudyReport) -> String {
    var blocks = ["# \(report.title.inMarkdown)\n", report.subtitle.inMarkdown + "\n"]
    blocks += report.banners.map { "**\($0.inMarkdown)**\n" }
    for part in report.parts {
      blocks.append(String(repeating: "#", count: part.level) + " \(part.title.inMarkdown)\n")
      blocks += part.blocks.map { block in
        switch block {
        case .paragraph(let text): text.inMarkdown + "\n"
        case .list(let lines): lines.map { "- \($0.inMarkdown)\n" }.joined()
        case .table(let table): MarkdownRenderer().render(table)
        case .picture(let picture):
          MarkdownRenderer().render(picture.table)
        }
      }
    }
    return blocks.joined(separator: "\n")
  }
}
