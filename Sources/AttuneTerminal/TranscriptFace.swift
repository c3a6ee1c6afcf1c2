public import AttuneSession

/// Asks as plain lines: the same in a terminal, in a pipe and read aloud.
public struct TranscriptFace<Reader: LineReader, Writer: LineWriter> {
  public var reader: Reader
  public var writer: Writer
  private var heading: String?
  private var prompt = ""

  public init(reader: Reader, writer: Writer) {
    self.reader = reader
    self.writer = writer
  }

  /// Asks until the session is over and says how it ended.
  ///
  /// `commit` carries out the effects of one event, all or none, before the screen that follows is
  /// shown. When it throws, the person is told gently, support is shown, and the failure is thrown
  /// on; `session` is then as it was when last committed.
  public mutating func run(
    _ session: inout Session, commit: ([Effect]) throws -> Void
  ) throws -> Outcome {
    show(session)
    while !session.isOver {
      switch reading(in: session) {
      case .event(let event):
        let wasHidden = session.isHidden
        try take(event, in: &session, commit: commit)
        if session.isHidden != wasHidden { writer.clear() }
        if event == .reread || session.isHidden { heading = nil }
        if case .wroteLine = event { ask() } else { show(session) }
      case .notUnderstood(let words):
        say(["", words])
        ask()
      }
    }
    leaveNothing(of: session)
    return session.outcome ?? .setAside
  }

  /// On a terminal, which the next person may use too, the last page stays until Enter; then nothing
  /// is left to scroll back to.
  private mutating func leaveNothing(of session: Session) {
    guard reader.isEchoed, writer.canClear else { return }
    writer.write("\n" + session.setting.catalogue[.pressEnterToClose] + " ")
    _ = reader.next()
    writer.clear()
  }

  private mutating func reading(in session: Session) -> Reading {
    switch reader.next() {
    case .line(let line):
      if !reader.isEchoed { writer.write(line.plain + "\n") }
      return session.reading(of: line)
    case .unreadable:
      if !reader.isEchoed { writer.write("\n") }
      return .notUnderstood(session.setting.catalogue[.notText])
    case .left:
      writer.write("\n")
      return .event(.leave)
    }
  }

  private mutating func take(
    _ event: Event, in session: inout Session, commit: ([Effect]) throws -> Void
  ) throws {
    do {
      try session.take(event, commit: commit)
    } catch {
      tellOfFailure(in: session)
      throw error
    }
  }

  // MARK: Drawing

  private mutating func show(_ session: Session) {
    let screen = session.screen
    let transcript = Transcript(
      screen, width: writer.width, after: heading, catalogue: session.setting.catalogue)
    heading = screen.heading ?? heading
    prompt = transcript.prompt
    writer.write("\n" + transcript.lines.map { $0 + "\n" }.joined())
    if !transcript.lines.isEmpty, !screen.isLast { writer.write("\n") }
    ask()
  }

  private mutating func ask() { writer.write(prompt) }

  private mutating func say(_ paragraphs: [String]) {
    let width = min(max(writer.width, 40), 200)
    for paragraph in paragraphs {
      writer.write(
        paragraph.plain.wrapped(to: width).map { $0 + "\n" }.joined())
    }
  }

  /// Says gently that an answer could not be saved, and where to find support.
  mutating func tellOfFailure(in session: Session) {
    var supported = session
    _ = supported.handle(.opened(.support))
    let support = supported.screen
    say(["", session.setting.catalogue[.savingFailed], ""])
    say([support.title].compactMap { $0 } + support.paragraphs)
  }
}
