/// Draws a `ResponsePicture` as SVG.
struct DivergingBars {
  private let picture: ResponsePicture
  /// Before the names of its parts, where several pictures stand on one page.
  private let prefix: String

  private static let width = 760.0
  private static let rowHeight = 34.0
  private static let barHeight = 22.0
  private static let top = 84.0
  private static let right = 24.0

  init(_ picture: ResponsePicture, prefix: String) {
    self.picture = picture
    self.prefix = prefix
  }

  var svg: String {
    let height = Self.top + Double(picture.rows.count) * Self.rowHeight + 34
    let parts =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.width.short) \(height.short)\" "
          + "width=\"\(Self.width.short)\" height=\"\(height.short)\" role=\"img\" "
          + "aria-labelledby=\"\(prefix)title \(prefix)alternative\" font-family=\"sans-serif\" font-size=\"13\">",
        "<title id=\"\(prefix)title\">\(picture.title.inHTML)</title>",
        "<desc id=\"\(prefix)alternative\">\(picture.alternative.inHTML)</desc>",
        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
        text(picture.title, x: 16, y: 26, size: 16, more: " font-weight=\"bold\""),
      ] + legend + [axis(height)] + picture.rows.indices.map { row($0) } + ["</svg>"]
    return parts.joined(separator: "\n") + "\n"
  }

  // MARK: Where things are

  /// The share of a row's answers that lies left of the middle.
  private func left(_ row: ResponsePicture.Row) -> Double {
    let half = picture.answers.count / 2
    let below = row.shares[..<half].reduce(0, +)
    return picture.answers.count.isMultiple(of: 2) ? below : below + row.shares[half] / 2
  }

  private var reachLeft: Double { max(picture.rows.map { left($0) }.max() ?? 0, 0.05) }

  private var reachRight: Double {
    max(picture.rows.map { $0.total == 0 ? 0 : 1 - left($0) }.max() ?? 0, 0.05)
  }

  /// Room for the labels, within reason; longer ones are shortened.
  private var margin: Double {
    min(260, Double(picture.rows.map { labelled($0).count }.max() ?? 0) * 7.4 + 28)
  }

  private var unit: Double { (Self.width - margin - Self.right) / (reachLeft + reachRight) }

  private var middle: Double { margin + reachLeft * unit }

  // MARK: What is drawn

  private func labelled(_ row: ResponsePicture.Row) -> String {
    let label = row.label.count > 24 ? row.label.prefix(23) + "…" : row.label[...]
    return "\(label) (\(row.total))"
  }

  private func row(_ index: Int) -> String {
    let row = picture.rows[index]
    let y = Self.top + Double(index) * Self.rowHeight
    let base = y + Self.barHeight / 2 + 4.5
    var parts = [text(labelled(row), x: margin - 10, y: base, more: " text-anchor=\"end\"")]
    guard row.total > 0 else {
      parts.append(text("no answers", x: middle + 6, y: base, more: " fill=\"#555555\""))
      return parts.joined(separator: "\n")
    }
    var x = middle - left(row) * unit
    for (answer, share) in row.shares.enumerated() where share > 0 {
      let width = share * unit
      parts.append(
        "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" "
          + "height=\"\(Self.barHeight.short)\" fill=\"\(colour(answer).hex)\" stroke=\"#ffffff\" "
          + "stroke-width=\"1\"><title>\((picture.answers[answer] + ": " + share.percent).inHTML)"
          + "</title></rect>")
      if width > 34 {
        let ink = colour(answer).isDark ? "#ffffff" : "#111111"
        parts.append(
          text(
            share.percent, x: x + width / 2, y: base, size: 12,
            more: " text-anchor=\"middle\" fill=\"\(ink)\""))
      }
      x += width
    }
    return parts.joined(separator: "\n")
  }

  /// A square and a name for each answer, in their order.
  private var legend: [String] {
    let room = (Self.width - 32) / Double(picture.answers.count)
    return picture.answers.enumerated().map { index, answer in
      let x = 16 + Double(index) * room
      let letters = max(Int((room - 24) / 7), 2)
      let name = answer.count > letters ? answer.prefix(letters - 1) + "…" : answer[...]
      return "<rect x=\"\(x.short)\" y=\"44\" width=\"14\" height=\"14\" "
        + "fill=\"\(colour(index).hex)\" stroke=\"#777777\" stroke-width=\"0.5\"/>\n"
        + text(String(name), x: x + 20, y: 55.5)
    }
  }

  private func axis(_ height: Double) -> String {
    let end = height - 32
    return "<line x1=\"\(middle.short)\" y1=\"\((Self.top - 6).short)\" x2=\"\(middle.short)\" "
      + "y2=\"\(end.short)\" stroke=\"#111111\" stroke-width=\"1\"/>\n"
      + text(
        "Per cent of the answers given; the line is the middle of the scale.", x: 16,
        y: height - 12, size: 12, more: " fill=\"#444444\"")
  }

  private func text(
    _ words: String, x: Double, y: Double, size: Int = 13, more: String = ""
  ) -> String {
    "<text x=\"\(x.short)\" y=\"\(y.short)\" font-size=\"\(size)\"\(more)>\(words.inHTML)</text>"
  }

  // MARK: Colours

  private func colour(_ answer: Int) -> Colour {
    let last = picture.answers.count - 1
    let place = Double(2 * answer - last) / Double(last)
    if place == 0 { return Colour(217, 217, 217) }
    let stops =
      place < 0
      ? [Colour(254, 224, 182), Colour(241, 163, 64), Colour(179, 88, 6)]
      : [Colour(216, 218, 235), Colour(153, 142, 195), Colour(84, 39, 136)]
    let distance = abs(place) * 2
    let lower = min(Int(distance), 1)
    return stops[lower].mixed(with: stops[lower + 1], distance - Double(lower))
  }
}

private struct Colour {
  let red: Double
  let green: Double
  let blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  func mixed(with other: Colour, _ share: Double) -> Colour {
    Colour(
      red + (other.red - red) * share, green + (other.green - green) * share,
      blue + (other.blue - blue) * share)
  }

  var isDark: Bool { 0.299 * red + 0.587 * green + 0.114 * blue < 140 }

  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int(part.rounded()), radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }
}
