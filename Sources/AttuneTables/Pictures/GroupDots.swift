/// Draws a `GroupPicture` as SVG: over each group its name and mean in full, so that any name fits.
struct GroupDots {
  private let picture: GroupPicture
  private let axis: PictureAxis
  private let sheet: SVGSheet
  /// From one dot of a pile to the next: the same in all groups, so that heights compare.
  private let step: Double

  private static let radius = 3.0
  /// How high piles of people may be.
  private static let tallest = 66.0
  /// Dots nearer to each other than this are no longer seen as dots.
  private static let nearest = 1.2
  /// Both at least 3 to 1 on white and on the dark ground (WCAG 2.2, 1.4.11), after PuOr.
  private static let (people, mean) = ("#8073ac", "#b35806")

  init(_ picture: GroupPicture) {
    self.picture = picture
    let (axis, sheet) = (
      PictureAxis(around: picture.range), SVGSheet(place: .file, width: 560, edge: 20)
    )
    (self.axis, self.sheet) = (axis, sheet)
    let most = picture.groups.map { group in
      Dictionary(grouping: group.values) { Self.pile(Self.x($0, axis, sheet)) }
        .values.map(\.count).max() ?? 1
    }.max()
    step = min(2 * Self.radius, Self.tallest / Double(most ?? 1))
  }

  var svg: String {
    var y = sheet.edge + 14
    var body = sheet.paragraph(picture.title, &y, size: 16, more: " font-weight=\"bold\"")
    for group in picture.groups {
      y += 16
      body += sheet.paragraph(picture.words(group), &y)
      body += row(group, &y)
    }
    body += scale(&y)
    y += 26
    body += sheet.paragraph(key, &y, size: 12)
    return sheet.picture(
      picture.title, alternative: picture.alternative, height: y - 12 + sheet.edge, body: body)
  }

  private var key: String {
    let people = isOfDots ? "Each dot is one person" : "The higher, the more people"
    return "\(people); below, the mean and its \(picture.level) interval."
  }

  private func x(_ value: Double) -> Double { Self.x(value, axis, sheet) }

  private static func x(_ value: Double, _ axis: PictureAxis, _ sheet: SVGSheet) -> Double {
    let start = sheet.edge + radius
    return start + axis.place(of: value) * (sheet.width - 2 * start)
  }

  /// Dots that would cover each other stand in a pile, as near as there is room for.
  private static func pile(_ x: Double) -> Int { Int((x / (2 * radius)).rounded()) }

  private var isOfDots: Bool { step >= Self.nearest }

  // MARK: One group

  private func row(_ group: GroupPicture.Group, _ y: inout Double) -> [String] {
    let piles = Dictionary(grouping: group.values) { Self.pile(x($0)) }
      .sorted { $0.key < $1.key }.map(\.value)
    // Near to its own name, as people read a name and what stands below it.
    y -= 8
    let top = y - 2
    y += Double(piles.map(\.count).max() ?? 1) * step + Self.radius
    let floor = y
    y += 22
    let grid = axis.marks.map { mark in
      "<line x1=\"\(x(mark.value).short)\" y1=\"\(top.short)\" x2=\"\(x(mark.value).short)\" "
        + "y2=\"\(y.short)\" stroke=\"currentColor\" stroke-opacity=\"0.2\"/>"
    }
    return grid + piles.flatMap { isOfDots ? dots($0, floor) : [bar($0, floor)] }
      + summary(group, floor + 11)
  }

  private func dots(_ pile: [Double], _ floor: Double) -> [String] {
    pile.sorted().enumerated().map { height, value in
      let y = floor - Self.radius - Double(height) * step
      return "<circle cx=\"\(x(value).short)\" cy=\"\(y.short)\" r=\"\(Self.radius.short)\" "
        + "fill=\"\(Self.people)\"/>"
    }
  }

  private func bar(_ pile: [Double], _ floor: Double) -> String {
    let (middle, height) = (
      Double(Self.pile(x(pile[0]))) * 2 * Self.radius, Double(pile.count) * step
    )
    return "<rect x=\"\((middle - Self.radius).short)\" y=\"\((floor - height).short)\" "
      + "width=\"\((2 * Self.radius).short)\" height=\"\(max(height, 0.5).short)\" "
      + "fill=\"\(Self.people)\"/>"
  }

  private func summary(_ group: GroupPicture.Group, _ y: Double) -> [String] {
    let interval = group.interval.map { interval in
      "<line x1=\"\(x(interval.lowerBound).short)\" y1=\"\(y.short)\" "
        + "x2=\"\(x(interval.upperBound).short)\" y2=\"\(y.short)\" "
        + "stroke=\"\(Self.mean)\" stroke-width=\"3\"/>"
    }
    return [
      interval,
      "<circle cx=\"\(x(group.mean).short)\" cy=\"\(y.short)\" r=\"5\" fill=\"\(Self.mean)\"/>",
    ].compactMap { $0 }
  }

  // MARK: The axis

  private func scale(_ y: inout Double) -> [String] {
    let line =
      "<line x1=\"\(x(axis.low).short)\" y1=\"\(y.short)\" x2=\"\(x(axis.high).short)\" "
      + "y2=\"\(y.short)\" stroke=\"currentColor\"/>"
    y += 16
    return [line]
      + axis.marks.enumerated().map { index, mark in
        let anchor = index == 0 ? "start" : index == axis.marks.count - 1 ? "end" : "middle"
        let shift = index == 0 ? -Self.radius : index == axis.marks.count - 1 ? Self.radius : 0
        return sheet.text(
          mark.words, x: x(mark.value) + shift, y: y, size: 12,
          more: " text-anchor=\"\(anchor)\"")
      }
  }
}
