import AttuneInstrument

/// A line as typed, read against the screen it was typed on.
struct Entry {
  let session: Session
  let screen: Screen
  /// Exactly as typed.
  let line: String
  /// Without spaces around it, case and apostrophes folded.
  let folded: String

  init(_ line: String, in session: Session) {
    self.session = session
    self.line = line
    screen = session.screen
    folded = Self.fold(line)
  }

  static func fold(_ text: String) -> String {
    let straight = text.map { $0 == "\u{2019}" || $0 == "\u{2018}" ? "'" : $0 }
    return String(straight).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  var catalogue: Catalogue { session.script.setting.catalogue }

  var reading: Reading {
    if screen.field == .line || screen.field == .lines { return textReading }
    if folded.isEmpty { return screen.onEnter.map(Reading.event) ?? notUnderstood }
    if let event = event(ofKey: folded) { return .event(event) }
    if let word { return reading(of: word) }
    if let reading = fieldReading { return reading }
    if let option = labelled { return .event(option.event) }
    return notUnderstood
  }

  // MARK: Options

  private var choices: [Screen.Option] { screen.options + screen.offScale }

  private func event(ofKey key: String) -> Event? {
    choices.first { $0.keys.contains { Self.fold($0) == key } }?.event
  }

  /// The one option whose label begins with what was typed, two letters or more.
  private var labelled: Screen.Option? {
    let typed = folded.trimming { $0 == "." }
    guard typed.count >= 2 else { return nil }
    if let exact = choices.first(where: { Self.fold($0.label) == typed }) { return exact }
    let begun = choices.filter { Self.fold($0.label).hasPrefix(typed) }
    return begun.count == 1 ? begun.first : nil
  }

  // MARK: Words

  private var word: Word? {
    if let word = Word(rawValue: folded) { return word }
    return screen.takesLetters ? Word.letters[folded] : nil
  }

  private func reading(of word: Word) -> Reading {
    if let event = screen.words[word] { return .event(event) }
    switch word {
    case .back: return .notUnderstood(catalogue[.firstQuestion])
    case .skip: return .notUnderstood(catalogue[.nothingToSkip, ["what": whatCanBeTyped]])
    case .pause, .stop, .why, .support, .again, .help, .hide: return notUnderstood
    }
  }

  // MARK: Texts

  private var textReading: Reading {
    guard !line.unicodeScalars.contains(where: Self.isControl) else {
      return .notUnderstood(catalogue[.controlCharacters])
    }
    if let word = Word(rawValue: folded) { return .event(.opened(.word(word, asTyped: line))) }
    if folded.isEmpty, let event = screen.onEnter {
      return .event(session.draft.isEmpty ? event : .wroteLine(line))
    }
    if folded == ".", screen.field == .lines { return .event(session.endOfText) }
    if session.draft.isEmpty, let event = event(ofKey: folded) { return .event(event) }
    return session.event(forText: line).map(Reading.event) ?? notUnderstood
  }

  /// Tabs are kept; every other control character could drive a terminal or break a file.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t"
  }

  var notUnderstood: Reading {
    .notUnderstood(catalogue[.notUnderstood, ["what": whatCanBeTyped]])
  }
}

extension Word {
  /// The keys that stand for words wherever no text is awaited.
  static let letters: [String: Word] = [
    "b": .back, "p": .pause, "x": .stop, "h": .support, "?": .why, "r": .again,
  ]
}

extension String {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(self[...last])
  }
}

extension Session {
  /// What `line`, exactly as typed, means on the current screen.
  public func reading(of line: String) -> Reading { Entry(line, in: self).reading }

  /// What `text` means as an answer in words; `nil` where none is awaited.
  func event(forText text: String) -> Event? {
    guard let item else { return nil }
    for interlude in interludes.reversed() {
      if case .ownWords(let code) = interlude {
        return .answered(item: item.name, .value(.choice(code, inOwnWords: text)))
      }
    }
    guard case .text(let severalLines) = item.format else { return nil }
    return severalLines ? .wroteLine(text) : .answered(item: item.name, .value(.text(text)))
  }

  /// What ending an answer of several lines means.
  var endOfText: Event {
    guard let item, !draft.isEmpty else { return .opened(.skip) }
    return .answered(item: item.name, .value(.text(draft.joined(separator: "\n"))))
  }
}
