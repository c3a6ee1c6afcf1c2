import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct LaTeXRendererTests {
  @Test func drawsABooktabsTable() {
    #expect(
      LaTeXRenderer().render(Samples.plain) == #"""
        \begin{table}[htbp]
          \raggedright
          \captionsetup{position=top,justification=raggedright,singlelinecheck=off,labelfont=bf,textfont=it,labelsep=newline}
          \caption{Two groups}\label{tab:welch}
          \resizebox{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%
          \begin{tabular}{@{}lrrrr@{}}
            \toprule
            group & n & mean & r & p \\
            \midrule
            a & 12 & \textminus{}1.86 & .50 & \textless{} .001 \\
            b, c & 9 & 1234.50 & \textminus{}.13 & n/a (1) \\
            \bottomrule
          \end{tabular}}
          \par\smallskip\footnotesize (1) Not available because it has one case.
          \par\smallskip\footnotesize 12 cases, all used.
        \end{table}

        """#)
  }

  private func table(rows: Int, columns: Int) -> Table {
    Table(
      "t", title: "T",
      columns: [.scale, .item] + (0..<columns).map { Column("c\($0)", "column \($0)", .number) },
      rows: (0..<rows).map { row in
        [.text("s"), .text("q\(row)")] + (0..<columns).map { _ in .real(1.5) }
      })
  }

  @Test func aTableThatIsFarTooWideContinuesBelow() {
    let text = LaTeXRenderer().render(table(rows: 2, columns: 30))
    let heads = text.ranges(of: "scale & item & ").count
    #expect(heads > 1 && text.ranges(of: "\\begin{tabular}").count == heads)
    #expect(text.ranges(of: "\\caption{").count == 1)
    for number in 0..<30 { #expect(text.ranges(of: "column \(number) ").count == 1) }
  }

  @Test func aLongTableBreaksAcrossPages() {
    let text = LaTeXRenderer().render(table(rows: 200, columns: 3))
    #expect(text.contains("\\begin{longtable}[l]{@{}llrrr@{}}") && !text.contains("tabular}"))
    #expect(text.ranges(of: "s & q").count == 200)
  }

  /// What is left of a payload, once our own commands and braces are taken out, is plain text.
  @Test(arguments: HostileText.payloads)
  func noTextIsACommand(payload: String) throws {
    var rest = payload.inLaTeX
    for command in [
      "textbackslash", "textasciitilde", "textasciicircum", "textless", "textgreater", "textbar",
      "textquotedbl", "textasciigrave", "textquotesingle", "textminus",
    ] { rest = rest.replacing("\\\(command){}", with: "") }
    for special in ["{", "}", "$", "&", "#", "%", "_"] {
      rest = rest.replacing("\\\(special)", with: "")
    }
    for kept in ["[", "]", "*", "-"] { rest = rest.replacing("{\(kept)}", with: "") }
    let specials: Set<Character> = [
      "\\", "{", "}", "$", "&", "#", "%", "_", "^", "~", "<", ">", "|",
    ]
    #expect(!rest.contains { specials.contains($0) || "\"`'[]*-".contains($0) }, "\(rest)")
    #expect(!payload.inLaTeX.unicodeScalars.contains { $0.value < 0x20 })
  }
}
