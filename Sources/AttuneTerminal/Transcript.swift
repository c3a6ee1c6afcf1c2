import AttuneSession

/// A screen as plain lines, in the order in which a screen reader should say them.
///
/// No colour, no boxes, no control bytes: whatever stands in an instrument or an answer, only
/// text reaches the terminal.
struct Transcript {
  /// The lines to read, a blank one between kinds of thing.
  let lines: [String]
  /// What stands before the place where the person types; empty on the last page.
  let prompt: String

  /// A heading is shown where it differs from `heading`, the one shown last.
  init(_ screen: Screen, width: Int, after heading: String?, catalogue: Catalogue) {
    let width = min(max(width, 40), 200)
    let isPage = screen.options.isEmpty && screen.offScale.isEmpty && screen.field == .none
    var blocks: [[String]] = []
    func add(_ text: String?) {
      if let text { blocks.append(text.plain.wrapped(to: width)) }
    }
    if screen.heading != heading { add(screen.heading) }
    add(screen.notice)
    add(screen.title)
    screen.paragraphs.forEach { add($0) }
    blocks.append(Self.lines(of: screen.entries, width: width))
    if !isPage || screen.isLast { add(screen.prompt) }
    blocks.append(Self.lines(of: screen.options + screen.offScale, width: width))
    add(screen.hint)
    add(screen.currentAnswer)
    lines = Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
    if screen.isLast {
      prompt = ""
    } else {
      let words = isPage ? screen.prompt ?? "" : catalogue[.yourAnswer]
      prompt = words.plain.wrapped(to: width - 1).joined(separator: "\n") + " "
    }
  }

  private static func lines(of options: [Screen.Option], width: Int) -> [String] {
    let keyed = options.filter { $0.keys.first != $0.label }
    let column = keyed.compactMap { $0.keys.first?.displayWidth }.max() ?? 0
    let indent = String(repeating: " ", count: column + 4)
    return options.flatMap { option in
      let key = option.keys.first.flatMap { $0 == option.label ? nil : $0 } ?? ""
      let padding = String(repeating: " ", count: column - key.displayWidth)
      let first = keyed.isEmpty ? "  " : "  \(padding)\(key)  "
      return option.label.plain.wrapped(
        to: width, first: first, rest: keyed.isEmpty ? "  " : indent)
    }
  }

  private static func lines(of entries: [Screen.Entry], width: Int) -> [String] {
    let column = entries.last.map { "\($0.number)".count } ?? 0
    let indent = String(repeating: " ", count: column + 4)
    return entries.flatMap { entry in
      let number = "\(entry.number)"
      let padding = String(repeating: " ", count: column - number.count)
      return entry.question.plain.wrapped(
        to: width, first: "  \(padding)\(number)  ", rest: indent)
        + entry.answer.plain.wrapped(to: width, first: indent + "- ", rest: indent + "  ")
    }
  }
}
