/// Draws a `GroupPicture` as SVG.
struct GroupDots {
  private let picture: GroupPicture

  private static let width = 760.0
  private static let rowHeight = 96.0
  private static let top = 52.0
  private static let right = 28.0
  private static let radius = 3.0

  init(_ picture: GroupPicture) { self.picture = picture }

  var svg: String {
    let height = Self.top + Double(picture.groups.count) * Self.rowHeight + 56
    let parts =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.width.short) \(height.short)\" "
          + "width=\"\(Self.width.short)\" height=\"\(height.short)\" role=\"img\" "
          + "aria-labelledby=\"title alternative\" font-family=\"sans-serif\" font-size=\"13\">",
        "<title id=\"title\">\(picture.title.inHTML)</title>",
        "<desc id=\"alternative\">\(picture.alternative.inHTML)</desc>",
        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
        text(picture.title, x: 16, y: 26, size: 16, more: " font-weight=\"bold\""),
      ] + picture.groups.indices.map { row($0) } + axis(height) + ["</svg>"]
    return parts.joined(separator: "\n") + "\n"
  }

  /// Room for the names, within reason; longer ones are shortened.
  private var margin: Double {
    min(220, Double(picture.groups.map { label($0).count }.max() ?? 0) * 7.4 + 30)
  }

  private func label(_ group: GroupPicture.Group) -> String {
    let name = group.name.count > 20 ? group.name.prefix(19) + "…" : group.name[...]
    return "\(name) (\(group.values.count))"
  }

  private func x(_ value: Double) -> Double {
    let (low, high) = (picture.range.lowerBound, picture.range.upperBound)
    return margin + (value - low) / (high - low) * (Self.width - margin - Self.right)
  }

  private func row(_ index: Int) -> String {
    let group = picture.groups[index]
    let floor = Self.top + Double(index + 1) * Self.rowHeight - 26
    var parts = [
      text(label(group), x: margin - 14, y: floor - 4, more: " text-anchor=\"end\"")
    ]
    // Dots that would cover each other stand in a pile, as near as the row allows.
    var piles: [Int: Int] = [:]
    for value in group.values { piles[pile(value), default: 0] += 1 }
    let tallest = Double(piles.values.max() ?? 1)
    let step = min(2 * Self.radius, (Self.rowHeight - 40) / tallest)
    var heights: [Int: Int] = [:]
    for value in group.values.sorted() {
      let height = heights[pile(value), default: 0]
      heights[pile(value)] = height + 1
      parts.append(
        "<circle cx=\"\(x(value).short)\" cy=\"\((floor - 8 - Double(height) * step).short)\" "
          + "r=\"\(Self.radius.short)\" fill=\"#998ec3\" fill-opacity=\"0.8\"/>")
    }
    if let interval = group.interval {
      parts.append(
        "<line x1=\"\(x(interval.lowerBound).short)\" y1=\"\((floor + 8).short)\" "
          + "x2=\"\(x(interval.upperBound).short)\" y2=\"\((floor + 8).short)\" "
          + "stroke=\"#b35806\" stroke-width=\"3\"/>")
    }
    parts.append(
      "<circle cx=\"\(x(group.mean).short)\" cy=\"\((floor + 8).short)\" r=\"5\" "
        + "fill=\"#b35806\" stroke=\"#ffffff\"/>")
    return parts.joined(separator: "\n")
  }

  private func pile(_ value: Double) -> Int { Int((x(value) / (2 * Self.radius)).rounded()) }

  private func axis(_ height: Double) -> [String] {
    let y = height - 44
    let (low, high) = (picture.range.lowerBound, picture.range.upperBound)
    return [
      "<line x1=\"\(margin.short)\" y1=\"\(y.short)\" x2=\"\((Self.width - Self.right).short)\" "
        + "y2=\"\(y.short)\" stroke=\"#111111\" stroke-width=\"1\"/>",
      text(APAStyle.show(low, as: .number), x: margin, y: y + 16, size: 12),
      text(
        APAStyle.show(high, as: .number), x: Self.width - Self.right, y: y + 16, size: 12,
        more: " text-anchor=\"end\""),
      text(
        "A dot for each person; below, the mean and its \(picture.level) interval.", x: 16,
        y: height - 10, size: 12, more: " fill=\"#444444\""),
    ]
  }

  private func text(
    _ words: String, x: Double, y: Double, size: Int = 13, more: String = ""
  ) -> String {
    "<text x=\"\(x.short)\" y=\"\(y.short)\" font-size=\"\(size)\"\(more)>\(words.inHTML)</text>"
  }
}
