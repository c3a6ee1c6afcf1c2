import AttuneSession

/// The text of a screen in lines of one width, however many there are.
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
        $0.put(entry.question, first: "\($0.mark(isPointed)) \(number)  ", isPointed)
        $0.put(entry.answer, first: "     - ", isPointed)
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
      var first = mark(isPointed) + " "
      if screen.field == .several, number < screen.options.count {
        first += view.marked.contains(option.keys.first ?? "") ? "[x] " : "[ ] "
      }
      if column > 0 { first += Self.padded(option.shownKey, to: column) + "  " }
      point(isPointed) { $0.put(option.label, first: first, isPointed) }
    }
    add([screen.hint].compactMap { $0 })
    add([screen.currentAnswer].compactMap { $0 })
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.displayWidth)) + text
  }

  private func mark(_ isPointed: Bool) -> String { isPointed ? ">" : " " }

  /// A blank line between kinds of thing.
  private mutating func begin(_ isEmpty: Bool) {
    if !isEmpty, !lines.isEmpty { lines.append(Frame.Line("")) }
  }

  private mutating func add(_ paragraphs: [String], _ weight: Frame.Weight = .plain) {
    begin(paragraphs.isEmpty)
    for paragraph in paragraphs {
      lines += paragraph.plain.wrapped(to: width).map { Frame.Line(text: $0, weight: weight) }
    }
  }

  private mutating func put(_ text: String, first: String, _ isPointed: Bool) {
    let rest = String(repeating: " ", count: first.displayWidth)
    lines += text.plain.wrapped(to: width, first: first, rest: rest).map {
      Frame.Line(text: $0, weight: isPointed ? .pointed : .plain)
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
