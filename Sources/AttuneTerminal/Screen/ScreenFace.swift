import AttuneSession

/// Asks with one question a screen, on the same states as the transcript.
struct ScreenFace<Device: ScreenDevice> {
  var device: Device
  private var view = ScreenView()
  /// The view under a screen that was hidden.
  private var hiddenView = ScreenView()
  private var hasLeft = false
  /// Whether the person was told that the screen will hide itself.
  private var isHidingSoon = false

  init(device: Device) { self.device = device }

  /// Asks until the session is over, as the transcript does; `nil` where the person would rather
  /// go on with plain lines.
  mutating func run(
    _ session: inout Session, commit: ([Effect]) throws -> Void
  ) throws -> Outcome? {
    var frame = draw(session)
    while !session.isOver {
      switch device.next(within: secondsToWait(in: session)) {
      case .key(let key):
        isHidingSoon = false
        if try take(key, in: &session, frame, commit) { return nil }
      case .resized: break
      case .quiet: try hideSoon(&session, commit)
      case .left:
        hasLeft = true
        try take(.leave, in: &session, commit)
      }
      frame = draw(session)
    }
    showLast(session, frame)
    return session.outcome ?? .setAside
  }

  /// Whether the person asked for plain lines.
  private mutating func take(
    _ key: Key, in session: inout Session, _ frame: Frame, _ commit: ([Effect]) throws -> Void
  ) throws -> Bool {
    let catalogue = session.setting.catalogue
    switch view.take(key, on: session.screen, frame: frame) {
    case .none: break
    case .event(let event): try take(event, in: &session, commit)
    case .leave: try take(.leave, in: &session, commit)
    case .hide: try hide(&session, commit)
    case .notText: view.message = catalogue[.notText]
    case .tooManyLines: view.message = catalogue[.controlCharacters]
    case .line(let line):
      if line == "plain", !session.screen.isForText { return true }
      try answer(line, in: &session, commit)
    }
    return false
  }

  /// A pasted answer of several lines is taken line by line, as it would be if typed.
  private mutating func answer(
    _ text: String, in session: inout Session, _ commit: ([Effect]) throws -> Void
  ) throws {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    for line in lines.map(String.init) {
      switch session.reading(of: line) {
      case .event(let event): try take(event, in: &session, commit)
      case .notUnderstood(let words):
        view.editor.clear()
        view.message = words
        return
      }
    }
  }

  private mutating func take(
    _ event: Event, in session: inout Session, _ commit: ([Effect]) throws -> Void
  ) throws {
    let wasHidden = session.isHidden
    try session.take(event, commit: commit)
    view = wasHidden && event == .closed ? hiddenView : ScreenView()
    if case .wroteLine = event { view.top = .max / 2 }
    if session.isHidden != wasHidden { device.clear() }
  }

  // MARK: Time

  /// The minute of notice comes before the five minutes are over.
  private func secondsToWait(in session: Session) -> Int? {
    session.isHidden ? nil : isHidingSoon ? 60 : 240
  }

  private mutating func hideSoon(
    _ session: inout Session, _ commit: ([Effect]) throws -> Void
  ) throws {
    guard !session.isHidden else { return }
    guard isHidingSoon else {
      isHidingSoon = true
      view.message = session.setting.catalogue[.hiddenSoon]
      return
    }
    isHidingSoon = false
    try hide(&session, commit)
  }

  /// What was being typed is there again afterwards.
  private mutating func hide(
    _ session: inout Session, _ commit: ([Effect]) throws -> Void
  ) throws {
    guard !session.isHidden else { return }
    let typed = view
    try take(.opened(.hidden), in: &session, commit)
    hiddenView = typed
    hiddenView.message = nil
  }

  // MARK: Drawing

  private mutating func draw(_ session: Session) -> Frame {
    let frame = Frame(session.screen, view, in: device.size, words: FrameWords(session))
    view.top = frame.top
    device.draw(frame)
    return frame
  }

  /// The last page stays until the person closes it, or is gone for five minutes.
  private mutating func showLast(_ session: Session, _ shown: Frame) {
    var frame = shown
    while !hasLeft {
      switch device.next(within: 300) {
      case .key(.enter) where frame.hasMoreBelow: view.top += frame.window
      case .key(.enter), .key(.interrupt), .key(.escape), .quiet, .left: return
      case .key(.pageUp): view.top -= frame.window
      case .key(.pageDown): view.top += frame.window
      case .key, .resized: break
      }
      frame = draw(session)
    }
  }
}

extension FrameWords {
  init(_ session: Session) {
    let catalogue = session.setting.catalogue
    yourAnswer = catalogue[session.isOver ? .pressEnterToClose : .yourAnswer]
    moreAbove = catalogue[.moreAbove]
    moreBelow = catalogue[.moreBelow]
    foot = []
    guard !session.isOver, !session.isHidden else { return }
    foot = [Word.allCases.map(\.rawValue).joined(separator: "  "), catalogue[.keysThatWork]]
    if session.step == .welcome { foot.append(catalogue[.plainLines]) }
  }
}

extension Session {
  /// Carries out an event: its effects first, all or none; where that fails, nothing has happened.
  mutating func take(_ event: Event, commit: ([Effect]) throws -> Void) throws {
    var next = self
    let effects = next.handle(event)
    if !effects.isEmpty { try commit(effects) }
    self = next
  }
}
