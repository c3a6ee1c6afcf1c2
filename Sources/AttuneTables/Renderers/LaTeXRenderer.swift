/// Writes results as LaTeX tables in the booktabs style, to be put into a document with `\input`.
///
/// Every word of the data and of the instrument is inert. Text beyond Latin letters needs LuaLaTeX
/// or XeLaTeX and a font that has it.
public struct LaTeXRenderer: Sendable {
  public init() {}

  public func render(_ results: Results) -> String {
    var blocks = ["% Needs \\usepackage{booktabs} and \\usepackage{graphicx}.\n"]
    blocks += results.tables.map(render)
    if !results.cautions.isEmpty {
      let lines = results.cautions.map { "  \\item \($0.text.inLaTeX)\n" }
      blocks.append(
        "\\paragraph{Please note}\n\\begin{itemize}\n\(lines.joined())\\end{itemize}\n")
    }
    return blocks.joined(separator: "\n")
  }

  /// One table; where it is wider than the line it is made smaller, never cut off.
  public func render(_ table: Table) -> String {
    let shown = ShownTable(table)
    let columns = table.columns.map { $0.style == .text ? "l" : "r" }.joined()
    func line(_ cells: [String]) -> String {
      "    \(cells.map(\.inLaTeX).joined(separator: " & ")) \\\\\n"
    }
    let notes = shown.notes.map { "  \\par\\smallskip\\footnotesize \($0.inLaTeX)\n" }
    return """
      \\begin{table}[htbp]
        \\raggedright
        \\caption{\(table.title.inLaTeX)}
        \\label{tab:\(table.id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })}
        \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%
        \\begin{tabular}{@{}\(columns)@{}}
          \\toprule
      \(line(table.columns.map(\.label)))\
          \\midrule
      \(shown.rows.map(line).joined())\
          \\bottomrule
        \\end{tabular}}
      \(notes.joined())\
      \\end{table}

      """
  }
}
