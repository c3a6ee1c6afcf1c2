/// Draws a `ResponsePicture` as SVG: over each bar its name in full, so that it fits any width.
struct DivergingBars {
  /// Where a picture is to stand.
  enum Place {
    /// A file of its own, dark on white.
    case file
    /// A page with others, in the page's own colours; `name` is a name in that page.
    case page(name: String, isNarrow: Bool)
  }

  private let picture: ResponsePicture
  private let scale: DivergingScale
  /// Before the names of its parts, where several pictures stand on one page.
  private let prefix: String
  private let width: Double
  private let edge: Double
  private let isInPage: Bool

  private static let barHeight = 22.0
  private static let lineHeight = 18.0
  private static let gap = 12.0
  /// Of one letter at size 13, at the most usual.
  private static let letter = 7.2

  init(_ picture: ResponsePicture, in place: Place) {
    self.picture = picture
    scale = DivergingScale(picture)
    switch place {
    case .file: (prefix, width, edge, isInPage) = ("", 760, 16, false)
    case .page(let name, let isNarrow):
      (prefix, width, edge, isInPage) = (name + "-", isNarrow ? 350 : 760, 1, true)
    }
  }

  var svg: String {
    var y = edge + 16
    var body: [String] = []
    for line in lines(picture.title, size: 16) {
      body.append(text(line, x: edge, y: y, size: 16, more: " font-weight=\"bold\""))
      y += 22
    }
    body += legend(&y)
    y += 8
    for row in picture.rows { body.append(drawn(row, &y)) }
    y += 4
    for line in lines(Self.key) {
      body.append(text(line, x: edge, y: y + 4))
      y += Self.lineHeight
    }
    let height = y + edge
    let ink = isInPage ? "currentColor" : "#111111"
    return
      ([
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width.short) \(height.short)\" "
          + "width=\"\(width.short)\" height=\"\(height.short)\" role=\"img\" "
          + "aria-labelledby=\"\(prefix)title \(prefix)alternative\" font-family=\"sans-serif\" "
          + "font-size=\"13\" fill=\"\(ink)\">",
        "<title id=\"\(prefix)title\">\(picture.title.inHTML)</title>",
        "<desc id=\"\(prefix)alternative\">\(picture.alternative.inHTML)</desc>",
      ] + (isInPage ? [] : ["<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"]) + body
      + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  static let key = "Per cent of the answers given; the line is the middle of the scale."

  // MARK: What is drawn

  /// A square and a name for each answer, in their order, as many on a line as there is room for.
  private func legend(_ y: inout Double) -> [String] {
    var (x, parts) = (edge, [String]())
    for (index, answer) in picture.answers.enumerated() {
      let words = Double(answer.inert.displayWidth) * Self.letter
      let step = min(words, width - 2 * edge - 20) + 36
      if x > edge, x + step - 16 > width - edge {
        x = edge
        y += Self.lineHeight + 2
      }
      parts.append(
        "<rect x=\"\(x.short)\" y=\"\((y - 11).short)\" width=\"14\" height=\"14\" "
          + "fill=\"#\(colour(index).hex)\" stroke=\"currentColor\" stroke-width=\"0.75\"/>")
      for (number, line) in lines(answer, less: 20).enumerated() {
        if number > 0 { y += Self.lineHeight }
        parts.append(text(line, x: x + 20, y: y + 0.5))
      }
      x += step
    }
    y += Self.lineHeight
    return parts
  }

  private func drawn(_ row: ResponsePicture.Row, _ y: inout Double) -> String {
    var parts: [String] = []
    for line in lines("\(row.label) (n = \(row.total))") {
      parts.append(text(line, x: edge, y: y + 12))
      y += Self.lineHeight
    }
    defer { y += Self.barHeight + Self.gap }
    let room = width - 2 * edge
    let middle = edge + scale.middle * room
    let base = y + Self.barHeight / 2 + 4.5
    guard row.total > 0 else {
      return (parts + [text("no answers", x: middle + 6, y: base)]).joined(separator: "\n")
    }
    // Under the bar, so that it does not strike the number in the middle through.
    parts.append(
      "<line x1=\"\(middle.short)\" y1=\"\((y - 4).short)\" x2=\"\(middle.short)\" "
        + "y2=\"\((y + Self.barHeight + 4).short)\" stroke=\"currentColor\" stroke-width=\"1.5\"/>")
    var x = edge + scale.start(of: row) * room
    for (answer, share) in row.shares.enumerated() where share > 0 {
      let width = scale.width(of: share) * room
      parts.append(
        "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" "
          + "height=\"\(Self.barHeight.short)\" fill=\"#\(colour(answer).hex)\" "
          + "stroke=\"currentColor\" stroke-width=\"0.75\">"
          + "<title>\((picture.answers[answer] + ": " + share.percent).inHTML)</title></rect>")
      if width > 34 {
        parts.append(
          text(
            share.percent, x: x + width / 2, y: base, size: 12,
            more: " text-anchor=\"middle\" fill=\"#\(colour(answer).ink)\""))
      }
      x += width
    }
    return parts.joined(separator: "\n")
  }

  private func colour(_ answer: Int) -> AnswerColour {
    AnswerColour(at: answer, of: picture.answers.count)
  }

  // MARK: Words

  private func lines(_ words: String, size: Int = 13, less indent: Double = 0) -> [String] {
    let room = width - 2 * edge - indent
    return words.inert.wrapped(to: Int(room / (Self.letter * Double(size) / 13)))
      .split(separator: "\n").map(String.init)
  }

  private func text(
    _ words: String, x: Double, y: Double, size: Int = 13, more: String = ""
  ) -> String {
    "<text x=\"\(x.short)\" y=\"\(y.short)\" font-size=\"\(size)\"\(more)>\(words.inHTML)</text>"
  }
}
