import AttuneTables

/// Writes a report as a LaTeX document for LuaLaTeX: tables stand where they are told of, pictures
/// are bars of colour.
public struct LaTeXReport: Sendable {
  public init() {}

  public func render(_ report: StudyReport) -> String {
    var blocks = [
      #"""
      \documentclass[11pt,a4paper]{article}
      \usepackage[margin=25mm]{geometry}
      \usepackage{fontspec}
      \usepackage{array}
      \usepackage{booktabs}
      \usepackage{longtable}
      \usepackage{xcolor}
      \setlength{\parindent}{0pt}
      \setlength{\parskip}{0.6em}
      \setlength{\LTpre}{0.6em}
      \setlength{\LTpost}{0.2em}
      \setlength{\fboxrule}{0.8pt}
      \sloppy
      % Ends a page that has no room for a heading and the start of what follows, even a table.
      \newcommand{\room}{\par\penalty-100\dimen0=\pagegoal\advance\dimen0-\pagetotal
        \ifdim\dimen0<9\baselineskip\ifdim\dimen0>0pt\vfil\fi\break\fi}
      \begin{document}

      """# + "{\\LARGE \(report.title.inLaTeX)\\par}\n\n\(report.subtitle.inLaTeX)\n"
    ]
    blocks += report.banners.map {
      "\\fbox{\\parbox{\\dimexpr\\linewidth-2\\fboxsep-2\\fboxrule}"
        + "{\\bfseries \($0.inLaTeX)}}\n"
    }
    for part in report.parts {
      let command = part.level == 2 ? "section" : "subsection"
      blocks.append("\\room\\\(command)*{\(part.title.inLaTeX)}\n")
      blocks += part.blocks.map { block in
        switch block {
        case .paragraph(let text): text.inLines + "\n"
        case .list(let lines):
          "\\begin{itemize}\n\\setlength{\\itemsep}{0pt}\\setlength{\\parskip}{0pt}\n"
            + lines.map { "  \\item \($0.inLines)\n" }.joined() + "\\end{itemize}\n"
        case .table(let table): LaTeXFlow().render(table)
        case .picture(let picture): LaTeXBars(picture).paragraphs
        }
      }
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n") + "\n\\end{document}\n"
  }
}

extension String {
  /// For LaTeX, with places in a long name of bytes where a line may end.
  fileprivate var inLines: String {
    inLaTeX.replacing(/[0-9a-f]{64}/) { name in
      name.output.enumerated().map { offset, digit in
        offset % 8 == 7 ? "\(digit)\\allowbreak{}" : "\(digit)"
      }.joined()
    }
  }
}
