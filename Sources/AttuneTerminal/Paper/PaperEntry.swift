public import AttuneSession

/// Lets a member of the team type in paper forms, by the small names and codes at their edge.
///
/// The same engine asks as on the screen, so that a question that a person had no reason to answer
/// is not typed, and a number outside the usual range is asked about once.
public struct PaperEntry<Reader: LineReader, Writer: LineWriter> {
  public var reader: Reader
  public var writer: Writer

  public init(reader: Reader, writer: Writer) {
    self.reader = reader
    self.writer = writer
  }

  /// One form, typed once; `nil` where the typing was given up.
  public mutating func type(_ setting: SessionSetting) -> PaperTyping? {
    walk(setting) { entry, session in entry.ask(session) }
  }

  /// The form as it is after every place where two typings differ was settled by looking at it;
  /// `nil` where that was given up.
  ///
  /// `settled` is how many places differed, of `compared`.
  public mutating func settle(
    _ first: PaperTyping, _ second: PaperTyping
  ) -> (typing: PaperTyping, settled: Int, compared: Int)? {
    var settled: Set<Step> = []
    let typing = walk(first.session.setting) { entry, session in
      let one = first.typed[session.step]
      let two = second.typed[session.step]
      if let one, one == two, !session.isAtInterlude { return one }
      settled.insert(session.step)
      return entry.ask(session, between: one, two)
    }
    return typing.map { ($0, settled.count, $0.typed.count) }
  }

  private mutating func walk(
    _ setting: SessionSetting, _ next: (inout Self, Session) -> Event?
  ) -> PaperTyping? {
    var typing = PaperTyping(setting)
    while !typing.session.isOver {
      if let passing = typing.session.onPaper {
        typing.take(passing)
        continue
      }
      guard let event = next(&self, typing.session) else { return nil }
      switch event {
      case .opened(.stop), .opened(.pause), .leave: return nil
      case .wentBack: typing.goBack(by: event)
      default: typing.take(event)
      }
    }
    return typing
  }

  // MARK: Asking

  private mutating func ask(_ session: Session) -> Event? {
    show(session)
    while true {
      guard let line = line(in: session) else { return nil }
      if let event = event(for: line, in: session) { return event }
    }
  }

  private mutating func ask(_ session: Session, between one: Event?, _ two: Event?) -> Event? {
    show(session)
    for (words, event) in [("first", one), ("second", two)] where !session.isAtInterlude {
      let said = event.map(session.words) ?? "(not typed)"
      say("  \(words): \(said)")
    }
    if !session.isAtInterlude {
      say("These differ. Type first, second, or what the paper says.")
    }
    while true {
      guard let line = line(in: session) else { return nil }
      if line == "first", let one { return one }
      if line == "second", let two { return two }
      if let event = event(for: line, in: session) { return event }
    }
  }

  /// What a line means; `nil` where it means nothing, which is then said.
  private mutating func event(for line: String, in session: Session) -> Event? {
    switch session.reading(of: line) {
    case .event(.opened(.skip)): return session.leftBlank
    case .event(let event): return event
    case .notUnderstood(let words):
      say(words)
      return nil
    }
  }

  private mutating func line(in session: Session) -> String? {
    while true {
      writer.write("> ")
      switch reader.next() {
      case .line(let line):
        if !reader.isEchoed { writer.write(line.plain + "\n") }
        return line
      case .unreadable: say(session.setting.catalogue[.notText])
      case .left:
        writer.write("\n")
        return nil
      }
    }
  }

  private mutating func show(_ session: Session) {
    let transcript = Transcript(
      session.screen, width: writer.width, after: session.screen.heading,
      catalogue: session.setting.catalogue)
    writer.write("\n")
    if let name = session.itemName { writer.write("[\(name)]\n") }
    writer.write(transcript.lines.map { $0 + "\n" }.joined())
  }

  private mutating func say(_ words: String) {
    let width = min(max(writer.width, 40), 200)
    writer.write(words.plain.wrapped(to: width).map { $0 + "\n" }.joined())
  }
}
