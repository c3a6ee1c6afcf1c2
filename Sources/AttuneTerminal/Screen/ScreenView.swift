import AttuneSession

/// What a person has done on one screen before it becomes an event: typed, pointed, scrolled.
struct ScreenView: Sendable, Hashable {
  /// What a key came to.
  enum Action: Sendable, Hashable {
    case none
    case event(Event)
    case line(String)
    case leave
    case hide
    case notText
    case tooManyLines
  }

  var editor = LineEditor()
  /// What the arrow keys point at, among what can be chosen; nothing before they are used.
  private(set) var selected: Int?
  /// The keys of what is marked where several can be chosen.
  private(set) var marked: Set<String> = []
  /// The first line of the screen that shows, where it is longer than the window.
  var top = 0
  /// Words for the person about what they just did.
  var message: String?

  mutating func take(_ key: Key, on screen: Screen, frame: Frame) -> Action {
    message = nil
    switch key {
    case .interrupt: return .leave
    case .endOfInput where editor.isEmpty: return .leave
    case .escape: return .hide
    case .unreadable: return .notText
    case .enter: return enter(on: screen, frame: frame)
    case .up, .backTab: move(by: -1, on: screen)
    case .down: move(by: 1, on: screen)
    case .tab where !screen.isForText: move(by: 1, on: screen)
    case .pageUp: scroll(by: -frame.window, in: frame)
    case .pageDown: scroll(by: frame.window, in: frame)
    case .character(" ") where editor.isEmpty && screen.field == .several && selected != nil:
      mark(on: screen)
    case .pasted(let text) where text.contains(where: \.isLineEnd): return paste(text, on: screen)
    default:
      if editor.take(key) { selected = nil }
    }
    return .none
  }

  // MARK: Choosing

  private mutating func enter(on screen: Screen, frame: Frame) -> Action {
    if !editor.isEmpty { return .line(editor.text) }
    if !marked.isEmpty {
      return .line(
        screen.options.compactMap(\.keys.first).filter(marked.contains).joined(separator: ", "))
    }
    if let selected { return .event(screen.choosable[selected].event) }
    // What has not been seen yet is shown before it is gone past.
    guard frame.hasMoreBelow else { return .line("") }
    scroll(by: frame.window, in: frame)
    return .none
  }

  private mutating func move(by step: Int, on screen: Screen) {
    let count = screen.choosable.count
    guard count > 0 else {
      top = max(0, top + step)
      return
    }
    guard let here = selected else {
      selected = step > 0 ? 0 : count - 1
      return
    }
    selected = (here + step + count) % count
  }

  private mutating func mark(on screen: Screen) {
    guard let selected, screen.options.indices.contains(selected),
      let key = screen.options[selected].keys.first
    else { return }
    marked.formSymmetricDifference([key])
  }

  private mutating func scroll(by lines: Int, in frame: Frame) {
    selected = nil
    top = max(0, frame.top + lines)
  }

  // MARK: Pasting

  /// Several lines at once are an answer only where several lines are asked for.
  private mutating func paste(_ text: String, on screen: Screen) -> Action {
    guard screen.field == .lines else { return .tooManyLines }
    _ = editor.take(.pasted(text))
    return .none
  }
}

extension Screen {
  /// Something to point at, in the order of reading.
  struct Choosable {
    let event: Event
  }

  var choosable: [Choosable] {
    entries.compactMap { $0.event.map(Choosable.init) }
      + (options + offScale).map { Choosable(event: $0.event) }
  }

  /// Whether words of the person's own are awaited.
  var isForText: Bool { field == .line || field == .lines }
}
