/// Draws a `ResponsePicture` in LaTeX, with boxes of colour (`xcolor`), as wide as the line.
public struct LaTeXBars {
  private let picture: ResponsePicture
  private let scale: DivergingScale

  /// Of the width of the line, so that rounding never breaks it.
  private static let whole = 0.98

  public init(_ picture: ResponsePicture) {
    self.picture = picture
    scale = DivergingScale(picture)
  }

  /// Paragraphs; nothing in them floats away.
  public var paragraphs: String {
    let names = picture.answers.enumerated().map { index, answer in
      "\\mbox{\(box(index, "3mm", ""))~}\(answer.inLaTeX)"
    }
    return """
      \\medskip
      {\\setlength{\\fboxsep}{0pt}\\setlength{\\parskip}{1pt}\\interlinepenalty=10000\\raggedright\\small
      \\textbf{\(picture.title.inLaTeX)}\\par\\nopagebreak\\smallskip
      \(names.joined(separator: "\\quad\n"))\\par\\nopagebreak\\smallskip\\nopagebreak
      \(picture.rows.map(drawn).joined(separator: "\n"))
      \\footnotesize \(DivergingBars.key.inLaTeX)\\par}\\medskip

      """
  }

  private func drawn(_ row: ResponsePicture.Row) -> String {
    let name = "\(row.label) (n = \(row.total))".inLaTeX
    let label = "\(name)\\par\\nopagebreak"
    guard row.total > 0 else {
      return "\(label)\n\\hspace*{\(length(scale.middle))}no answers\\par"
    }
    let bars = row.shares.enumerated().filter { $0.element > 0 }.map { answer, share in
      let width = scale.width(of: share)
      return box(answer, length(width), width > 0.055 ? share.percent.inLaTeX : "")
    }
    // The line of the middle, a mark under the bar.
    return """
      \(label)
      \\hspace*{\(length(scale.start(of: row)))}\(bars.joined(separator: "%\n"))\\par\\nopagebreak
      \\vspace{-1.5mm}\\hspace*{\(length(scale.middle))}\\rule{0.8pt}{1.5mm}\\par
      """
  }

  private func length(_ share: Double) -> String {
    "\((share * Self.whole).tenThousandths)\\linewidth"
  }

  private func box(_ answer: Int, _ width: String, _ words: String) -> String {
    let colour = AnswerColour(at: answer, of: picture.answers.count)
    return "\\colorbox[HTML]{\(colour.hex.uppercased())}{\\makebox[\(width)][c]"
      + "{\\rule[-1mm]{0pt}{4mm}\\scriptsize"
      + "\\textcolor[HTML]{\(colour.ink.uppercased())}{\(words)}}}"
  }
}

extension Double {
  /// As TeX reads it.
  fileprivate var tenThousandths: String {
    let parts = Int((self * 10_000).rounded()).quotientAndRemainder(dividingBy: 10_000)
    return "\(parts.quotient)." + String("000\(parts.remainder)".suffix(4))
  }
}
