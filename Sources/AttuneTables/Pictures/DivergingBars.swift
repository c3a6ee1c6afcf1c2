/// Draws a `ResponsePicture` as SVG: over each bar its name in full, so that it fits any width.
struct DivergingBars {
  private let picture: ResponsePicture
  private let scale: DivergingScale
  private let sheet: SVGSheet

  private static let barHeight = 22.0
  private static let gap = 12.0

  init(_ picture: ResponsePicture, in place: SVGSheet.Place, isNarrow: Bool = false) {
    self.picture = picture
    scale = DivergingScale(picture)
    let isFile = if case .file = place { true } else { false }
    sheet = SVGSheet(place: place, width: isNarrow ? 350 : 760, edge: isFile ? 16 : 1)
  }

  private var width: Double { sheet.width }
  private var edge: Double { sheet.edge }

  var svg: String {
    var y = edge + 16
    var body: [String] = []
    for line in sheet.lines(picture.title, size: 16) {
      body.append(sheet.text(line, x: edge, y: y, size: 16, more: " font-weight=\"bold\""))
      y += 22
    }
    body += legend(&y)
    y += 8
    for row in picture.rows { body.append(drawn(row, &y)) }
    y += 8
    body += sheet.paragraph(Self.key, &y)
    return sheet.picture(
      picture.title, alternative: picture.alternative, height: y - 4 + edge, body: body)
  }

  static let key = "Per cent of the answers given; the line is the middle of the scale."

  // MARK: What is drawn

  /// A square and a name for each answer, in their order, as many on a line as there is room for.
  private func legend(_ y: inout Double) -> [String] {
    var (x, parts) = (edge, [String]())
    for (index, answer) in picture.answers.enumerated() {
      let words = Double(answer.inert.displayWidth) * SVGSheet.letter
      let step = min(words, width - 2 * edge - 20) + 36
      if x > edge, x + step - 16 > width - edge {
        x = edge
        y += SVGSheet.lineHeight + 2
      }
      parts.append(
        "<rect x=\"\(x.short)\" y=\"\((y - 11).short)\" width=\"14\" height=\"14\" "
          + "fill=\"#\(colour(index).hex)\" stroke=\"currentColor\" stroke-width=\"0.75\"/>")
      for (number, line) in sheet.lines(answer, less: 20).enumerated() {
        if number > 0 { y += SVGSheet.lineHeight }
        parts.append(sheet.text(line, x: x + 20, y: y + 0.5))
      }
      x += step
    }
    y += SVGSheet.lineHeight
    return parts
  }

  private func drawn(_ row: ResponsePicture.Row, _ y: inout Double) -> String {
    var parts: [String] = []
    for line in sheet.lines("\(row.label) (n = \(row.total))") {
      parts.append(sheet.text(line, x: edge, y: y + 12))
      y += SVGSheet.lineHeight
    }
    defer { y += Self.barHeight + Self.gap }
    let room = width - 2 * edge
    let middle = edge + scale.middle * room
    let base = y + Self.barHeight / 2 + 4.5
    guard row.total > 0 else {
      return (parts + [sheet.text("no answers", x: middle + 6, y: base)]).joined(separator: "\n")
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
          sheet.text(
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
}
