import AttuneSession

/// The foot of a screen: what was just said, the place to type, the words that always work.
struct Foot {
  private(set) var lines: [Frame.Line] = []
  /// Counted from the first line of the foot.
  private(set) var cursor = Frame.Place(row: 0, column: 0)

  init(_ screen: Screen, _ view: ScreenView, width: Int, rows: Int, words: FrameWords) {
    lines.append(Frame.Line(""))
    if let message = view.message {
      lines += message.plain.wrapped(to: width).map { Frame.Line(text: $0, weight: .strong) }
      lines.append(Frame.Line(""))
    }
    let ask = screen.takesAnswer ? words.yourAnswer : screen.prompt ?? ""
    let typing = Self.typing(
      after: screen.isLast ? words.yourAnswer : ask, view.editor, width: width,
      rows: max(1, rows / 3))
    cursor = Frame.Place(row: lines.count + typing.row, column: typing.column)
    lines += typing.lines.map { Frame.Line($0) }
    let foot = words.foot.flatMap { $0.wrapped(to: width) }
    // In a low window the question comes before the list of words.
    if lines.count + foot.count + 1 <= max(3, rows / 2) {
      lines.append(Frame.Line(""))
      lines += foot.map { Frame.Line($0) }
    }
  }

  /// The typed line after its prompt, broken wherever it is full; the end that holds the cursor.
  private static func typing(
    after prompt: String, _ editor: LineEditor, width: Int, rows: Int
  ) -> (lines: [String], row: Int, column: Int) {
    var lines = prompt.plain.wrapped(to: max(1, width - 1))
    if !lines.isEmpty { lines[lines.count - 1] += " " }
    var used = lines.last?.displayWidth ?? 0
    var place = (row: lines.count - 1, column: used)
    for (index, character) in editor.text.enumerated() {
      // A line end within a paste starts a line here as well.
      let shown = character.isLineEnd ? "" : String(character).plain
      if character.isLineEnd || used + shown.displayWidth > width {
        lines.append("")
        used = 0
      }
      if index == editor.cursor { place = (lines.count - 1, used) }
      lines[lines.count - 1] += shown
      used += shown.displayWidth
    }
    if editor.cursor >= editor.text.count { place = (lines.count - 1, used) }
    let first = max(0, min(place.row - rows + 1, lines.count - 1))
    let visible = Array(lines[first..<min(lines.count, first + rows)])
    return (visible, place.row - first, place.column)
  }
}
