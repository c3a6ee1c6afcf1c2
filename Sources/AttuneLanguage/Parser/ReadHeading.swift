import AttuneDiagnostics

extension Parser {
  /// The heading on this line, or the one that it was meant to be.
  mutating func expectHeading(_ kind: BlockKind) -> Heading {
    var words = source.split(line.head)
    if words.count > 1, source.folded(words[1]) == kind.preposition { words.remove(at: 1) }
    let headWords = kind.takesName ? 2 : 1
    var heading = Heading(kind: kind, range: line.body)
    var after = words.count > 1 ? SourceRange(words[1].lower, line.head.upper) : nil
    if let text = line.text {
      if text.lower < text.upper { heading.title = Words(source.words(text), at: text) }
    } else if words.count > headWords {
      // The title stands there, and the colon before it does not.
      let title = SourceRange(words[headWords].lower, line.head.upper)
      heading.title = Words(source.words(title), at: title)
      after = kind.takesName ? words[1] : nil
      report(.colonIsMissing(after: words[headWords - 1], at: line.body))
    }
    if !kind.takesName {
      if let after { report(.headingTakesNoName(kind, at: after)) }
    } else if let after {
      heading.name = Name(check(Name(source[after], at: after)), at: after)
    } else {
      report(.nameIsMissing(kind, at: line.head))
    }
    return heading
  }

  /// The kind that this detail line would begin, had its first word been spelt right and were it
  /// not nearer to one of `details`.
  func maybeMisspeltHeading(besides details: [String] = []) -> BlockKind? {
    let words = source.split(line.head)
    // The headings of a translation end without a colon.
    let isCandidate =
      line.kind == .detail || line.kind == .unreadable && kinds == BlockKind.ofTranslations
    guard isCandidate, let first = words.first, words.count == 2 else { return nil }
    let word = source.folded(first)
    let known = details.compactMap { $0.split(separator: " ").first.map(String.init) }
    guard word.utf8.count > 3, nearestName(to: word, among: known) == nil else { return nil }
    return nearestName(to: word, among: kinds.filter(\.takesName).map(\.rawValue))
      .flatMap(BlockKind.init(rawValue:))
  }

  /// Reports a name that will not do, and gives the name to go on with.
  mutating func check(_ name: Name) -> String {
    guard !isName(name.value) else { return name.value }
    let corrected = correctedName(name.value)
    report(.nameWillNotWork(name, corrected))
    return corrected ?? name.value
  }
}

/// Whether `text` is `a-z`, digits and `_`, starts with a letter and has at most 32 characters.
func isName(_ text: String) -> Bool {
  guard let first = text.utf8.first, text.utf8.count <= 32 else { return false }
  return isLetter(first)
    && text.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
}

/// The nearest name that will do: small letters, `_` for everything else.
private func correctedName(_ text: String) -> String? {
  var bytes = text.lowercased().utf8.map {
    isLetter($0) || (0x30...0x39).contains($0) ? $0 : UInt8(ascii: "_")
  }.drop { !isLetter($0) }
  while bytes.last == UInt8(ascii: "_") { bytes.removeLast() }
  let name = String(decoding: bytes.prefix(32), as: UTF8.self)
  return isName(name) ? name : nil
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
