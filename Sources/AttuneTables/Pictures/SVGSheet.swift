/// The sheet that a picture is drawn on: its frame, its colours and its words.
///
/// In a page it takes the page's colours. A file of its own is dark on white, and light on dark where
/// the reader's screen is; on paper, and for programs that know no styles, it stays dark on white.
struct SVGSheet {
  /// Where a picture is to stand.
  enum Place {
    case file
    /// A page with others; `name` is a name in that page.
    case page(name: String)
  }

  let place: Place
  let width: Double
  /// Left free on every side.
  let edge: Double

  /// Of one line of words.
  static let lineHeight = 18.0
  /// Of one letter at size 13, at the most usual.
  static let letter = 7.2

  /// What the words and lines of the whole picture are drawn with.
  private static let style = """
    <style>
    svg { max-width: 100%; height: auto; }
    @media screen and (prefers-color-scheme: dark) {
      svg { color: #f0f0f0; fill: #f0f0f0; background: #161616; }
      .paper { fill: #161616; }
    }
    </style>
    """

  /// The whole picture; `alternative` is what it shows, in words.
  func picture(_ title: String, alternative: String, height: Double, body: [String]) -> String {
    let (prefix, ink, ground) =
      switch place {
      case .file:
        (
          "", "#111111\" color=\"#111111",
          [Self.style, "<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"]
        )
      case .page(let name): (name + "-", "currentColor", [String]())
      }
    return
      ([
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width.short) \(height.short)\" "
          + "width=\"\(width.short)\" height=\"\(height.short)\" role=\"img\" "
          + "aria-labelledby=\"\(prefix)title \(prefix)alternative\" font-family=\"sans-serif\" "
          + "font-size=\"13\" fill=\"\(ink)\">",
        "<title id=\"\(prefix)title\">\(title.inHTML)</title>",
        "<desc id=\"\(prefix)alternative\">\(alternative.inHTML)</desc>",
      ] + ground + body + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Words below one another, as many as fit into each line; `y` ends below the last.
  func paragraph(
    _ words: String, _ y: inout Double, size: Int = 13, more: String = ""
  ) -> [String] {
    lines(words, size: size).map { line in
      defer { y += Self.lineHeight * Double(size) / 13 }
      return text(line, x: edge, y: y, size: size, more: more)
    }
  }

  /// Words in lines that fit the sheet.
  func lines(_ words: String, size: Int = 13, less indent: Double = 0) -> [String] {
    let room = width - 2 * edge - indent
    return words.inert.wrapped(to: Int(room / (Self.letter * Double(size) / 13)))
      .split(separator: "\n").map(String.init)
  }

  func text(
    _ words: String, x: Double, y: Double, size: Int = 13, more: String = ""
  ) -> String {
    "<text x=\"\(x.short)\" y=\"\(y.short)\" font-size=\"\(size)\"\(more)>\(words.inHTML)</text>"
  }
}
