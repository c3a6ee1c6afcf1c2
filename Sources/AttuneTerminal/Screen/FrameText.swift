import AttuneSession

/// The text of a screen in lines of one width, however many there are.
///
/// What is read from right to left ends at the right edge, and what stands before a line otherwise
/// stands after it.
struct FrameText {
  private(set) var lines: [Frame.Line] = []
  /// The lines that the arrow keys point at.
  private(set) var pointed: Range<Int>?

  private let width: Int

  init(_ screen: Screen, _ view: ScreenView, width: Int, isSpaced: Bool) {
    self.width = width
    add([screen.heading].compactMap { $0 })
    add([screen.notice].compactMap { $0 })
    add([screen.title].compactMap { $0 }, .strong)
    screen.paragraphs.forEach { add([$0]) }
    var index = 0
    begin(screen.entries.isEmpty)
    for entry in screen.entries {
      let isPointed = entry.event != nil && view.selected == index
      if entry.event != nil { index += 1 }
      let number = Self.padded("\(entry.number)", to: "\(screen.entries.count)".count)
      point(isPointed) {
        $0.put(entry.question, after: [isPointed ? ">" : " ", " ", number, "  "], isPointed)
        $0.put(entry.answer, after: ["     ", "- "], isPointed)
      }
    }
    if screen.takesAnswer || screen.isLast { add([screen.prompt].compactMap { $0 }, .strong) }
    let options = screen.options + screen.offScale
    let column = options.map { $0.shownKey.displayWidth }.max() ?? 0
    begin(options.isEmpty)
    for (number, option) in options.enumerated() {
      if isSpaced, number > 0 { lines.append(Frame.Line("")) }
      let isPointed = view.selected == index
      index += 1
      var before = [isPointed ? ">" : " ", " "]
      if screen.field == .several, number < screen.options.count {
        before += [view.marked.contains(option.keys.first ?? "") ? "[x]" : "[ ]", " "]
      }
      if column > 0 { before += [Self.padded(option.shownKey, to: column), "  "] }
      point(isPointed) { $0.put(option.label, after: before, isPointed) }
    }
    add([screen.hint].compactMap { $0 })
    add([screen.currentAnswer].compactMap { $0 })
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.displayWidth)) + text
  }

  /// A blank line between kinds of thing.
  private mutating func begin(_ isEmpty: Bool) {
    if !isEmpty, !lines.isEmpty { lines.append(Frame.Line("")) }
  }

  private mutating func add(_ paragraphs: [String], _ weight: Frame.Weight = .plain) {
    begin(paragraphs.isEmpty)
    for paragraph in paragraphs {
      put(paragraph, after: [], weight)
    }
  }

  private mutating func put(_ text: String, after pieces: [String], _ isPointed: Bool) {
    put(text, after: pieces, isPointed ? .pointed : .plain)
  }

  /// Puts down `text` in lines, with `pieces` before the first of them.
  private mutating func put(_ text: String, after pieces: [String], _ weight: Frame.Weight) {
    let text = text.plain
    let first = pieces.joined()
    let rest = String(repeating: " ", count: first.displayWidth)
    lines +=
      (text.isRightToLeft
      ? Self.mirrored(text, pieces, rest, width)
      : text.wrapped(to: width, first: first, rest: rest)).map {
        Frame.Line(text: $0, weight: weight)
      }
  }

  /// The lines of a right-to-left text at the right edge, with `pieces` in turn after the first.
  private static func mirrored(
    _ text: String, _ pieces: [String], _ rest: String, _ width: Int
  ) -> [String] {
    let room = max(1, width - rest.count)
    let first = pieces.reversed().map { $0 == ">" ? "<" : $0 }.joined()
    return text.wrapped(to: room).enumerated().map { index, line in
      let space = String(repeating: " ", count: max(0, room - line.displayWidth))
      return line.isEmpty ? "" : space + line.isolated + (index == 0 ? first : rest)
    }
  }

  private mutating func point(_ isPointed: Bool, _ write: (inout Self) -> Void) {
    let start = lines.count
    write(&self)
    if isPointed { pointed = start..<lines.count }
  }
}

extension Screen {
  /// Whether something is chosen or typed here, so that more than Enter is awaited.
  var takesAnswer: Bool { !options.isEmpty || !offScale.isEmpty || field != .none }
}

extension Screen.Option {
  /// The key as shown; nothing where the label is what is typed.
  fileprivate var shownKey: String { keys.first == label ? "" : keys.first ?? "" }
}
