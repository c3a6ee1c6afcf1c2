import AttuneTables

/// Writes a report as Markdown; pictures in words.
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
          "**\(picture.title.inMarkdown)**\n\n\(picture.alternative.inMarkdown)\n"
        }
      }
    }
    return blocks.joined(separator: "\n")
  }
}

/// Writes a report as a LaTeX document for LuaLaTeX; pictures in words.
public struct LaTeXReport: Sendable {
  public init() {}

  public func render(_ report: StudyReport) -> String {
    var blocks = [
      #"""
      \documentclass[11pt,a4paper]{article}
      \usepackage[margin=25mm]{geometry}
      \usepackage{fontspec}
      \usepackage{booktabs}
      \usepackage{graphicx}
      \setlength{\parindent}{0pt}
      \setlength{\parskip}{0.6em}
      \sloppy
      \begin{document}

      """# + "{\\LARGE \(report.title.inLaTeX)\\par}\n\n\(report.subtitle.inLaTeX)\n"
    ]
    blocks += report.banners.map { "\\textbf{\($0.inLaTeX)}\n" }
    for part in report.parts {
      let command = part.level == 2 ? "section" : "subsection"
      blocks.append("\\\(command)*{\(part.title.inLaTeX)}\n")
      blocks += part.blocks.map { block in
        switch block {
        case .paragraph(let text): text.inLaTeX + "\n"
        case .list(let lines):
          "\\begin{itemize}\n\(lines.map { "  \\item \($0.inLaTeX)\n" }.joined())\\end{itemize}\n"
        case .table(let table): LaTeXRenderer().render(table).replacing("[htbp]", with: "[htb]")
        case .picture(let picture):
          "\\textit{\(picture.title.inLaTeX)}: \(picture.alternative.inLaTeX)\n"
        }
      }
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n") + "\n\\end{document}\n"
  }
}
