/// Writes results as LaTeX tables in the booktabs style, to be put into a document with `\input`.
///
/// Number and title stand over each table in APA style. A table that is too wide is made smaller, or
/// continues below; a long one breaks across pages. Every word of the data and of the instrument is
/// inert. Text beyond Latin letters needs LuaLaTeX or XeLaTeX and a font that has it.
public struct LaTeXRenderer: Sendable {
  /// About how many letters stand on a line that is made smaller and can still be read.
  private static let room = 140
  /// About how many small letters stand on a line.
  private static let roomOnPages = 100
  /// As many rows as stand on a page.
  private static let longest = 38

  public init() {}

  public func render(_ results: Results) -> String {
    var blocks = ["% Needs \\usepackage{array,booktabs,caption,graphicx,longtable}.\n"]
    blocks += results.tables.map(render)
    if !results.cautions.isEmpty {
      let lines = results.cautions.map { "  \\item \($0.text.inLaTeX)\n" }
      blocks.append(
        "\\paragraph{Please note}\n\\begin{itemize}\n\(lines.joined())\\end{itemize}\n")
    }
    return blocks.joined(separator: "\n")
  }

  /// One table, never cut off.
  public func render(_ table: Table) -> String {
    let shown = ShownTable(table)
    let widths = table.columns.indices.map { index in
      (shown.rows.map { $0[index].displayWidth } + [table.columns[index].label.displayWidth])
        .max() ?? 0
    }
    func lines(_ run: [Int], _ indent: String) -> (head: String, body: String, columns: String) {
      func line(_ cells: [String]) -> String {
        "\(indent)\(cells.map(\.inLaTeX).joined(separator: " & ")) \\\\\n"
      }
      return (
        "\(indent)\\toprule\n\(line(run.map { table.columns[$0].label }))\(indent)\\midrule\n",
        shown.rows.map { row in line(run.map { row[$0] }) }.joined(),
        "@{}\(run.map { table.columns[$0].style == .text ? "l" : "r" }.joined())@{}"
      )
    }
    let notes = shown.notes.map { "  \\par\\smallskip\\footnotesize \($0.inLaTeX)\n" }.joined()
    if table.rows.count > Self.longest {
      let runs = ColumnRuns.of(table.columns, widths, within: Self.roomOnPages)
      let pages = runs.enumerated().map { index, run -> String in
        let (head, body, columns) = lines(run, "  ")
        // Every longtable counts as a table, and these are one.
        let counter = index == 0 ? "" : "\\addtocounter{table}{-1}\n"
        return """
          \(counter)\\begin{longtable}[l]{\(columns)}
          \(index == 0 ? "\(caption(of: table)) \\\\\n" : "")\(head)\\endfirsthead
          \(head)\\endhead
            \\bottomrule
          \\endlastfoot
          \(body)\\end{longtable}

          """
      }
      return """
        {\\footnotesize\\setlength{\\tabcolsep}{4pt}\\setlength{\\LTcapwidth}{\\linewidth}
        \(Self.style)
        \(pages.joined())\(notes)\\par}

        """
    }
    let tabulars = ColumnRuns.of(table.columns, widths, within: Self.room).map { run -> String in
      let (head, body, columns) = lines(run, "    ")
      return """
          \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%
          \\begin{tabular}{\(columns)}
        \(head)\(body)    \\bottomrule
          \\end{tabular}}

        """
    }
    return """
      \\begin{table}[htbp]
        \\raggedright
        \(Self.style)
        \(caption(of: table))
      \(tabulars.joined(separator: "  \\par\\medskip\n"))\(notes)\\end{table}

      """
  }

  /// As APA style has it: the number bold, the title slanted below it, the table below both.
  private static let style =
    "\\captionsetup{position=top,justification=raggedright,singlelinecheck=off,labelfont=bf,"
    + "textfont=it,labelsep=newline}"

  private func caption(of table: Table) -> String {
    let label = table.id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return "\\caption{\(table.title.inLaTeX)}\\label{tab:\(label)}"
  }
}
