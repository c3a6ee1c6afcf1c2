import AttuneDiagnostics

/// Reads the text of one detail from left to right.
///
/// `parseX` may find nothing, `expectX` reports a finding when nothing is there, `maybeX` looks
/// ahead and takes the word when it stands there.
struct Reader {
  let source: ByteText
  let text: SourceRange
  private(set) var findings: [Finding] = []
  /// The names that were read, and what they may stand for.
  private(set) var uses: [NameUse] = []
  /// What could stand at the end of the text, for a reader that watches.
  private(set) var expected: [Expectation] = []
  let isWatching: Bool
  private let tokens: [Token]
  private var index = 0

  init(_ source: ByteText, _ text: SourceRange, isWatching: Bool = false) {
    self.source = source
    self.text = text
    self.isWatching = isWatching
    tokens = source.tokens(text)
  }

  var isAtEnd: Bool { index == tokens.count }

  /// The next token, without taking it.
  var next: Token? { isAtEnd ? nil : tokens[index] }

  /// The place of the next token, or of the end of the text.
  var place: SourceRange { next?.range ?? SourceRange(text.upper, text.upper) }

  /// From the next token to the end of the text.
  var remainder: SourceRange { SourceRange(min(place.lower, text.upper), text.upper) }

  mutating func report(_ finding: Finding) { findings.append(finding) }

  /// Takes over what another reader of the same line found.
  mutating func absorb(_ other: Reader) {
    findings += other.findings
    uses += other.uses
    expected += other.expected
  }

  mutating func note(_ name: Name, as referent: Referent) {
    uses.append(NameUse(name: name, referent: referent))
  }

  mutating func expect(_ expectation: Expectation) {
    if isWatching { expected.append(expectation) }
  }

  /// Notes which of `names` the words that are left may become.
  mutating func expect(oneOf names: [String]) {
    guard isWatching else { return }
    let left = tokens[index...].map(\.folded)
    for name in names {
      let words = name.split(separator: " ").map(String.init)
      guard left.count < words.count, words.prefix(left.count).map({ $0.lowercased() }) == left
      else { continue }
      expected.append(.words(words.dropFirst(left.count).joined(separator: " ")))
    }
  }

  mutating func take() -> Token? {
    guard let token = next else { return nil }
    index += 1
    return token
  }

  /// Takes `words` if they stand next.
  mutating func maybe(_ words: String) -> Bool {
    var end = index
    for word in words.utf8.split(separator: UInt8(ascii: " ")) {
      guard end < tokens.count, tokens[end].folded.utf8.elementsEqual(word) else {
        expect(oneOf: [words])
        return false
      }
      end += 1
    }
    index = end
    return true
  }

  /// Everything that is left, as words that people read.
  mutating func rest() -> Words {
    let range = remainder
    index = tokens.count
    return Words(source.words(range), at: range)
  }

  /// A name as it is looked up, in small letters; whether there is such a thing is asked later.
  mutating func parseName(_ referent: Referent?) -> Name? {
    if let referent, isAtEnd { expect(.name(referent)) }
    guard let token = next, !["(", ")", ","].contains(token.folded) else { return nil }
    index += 1
    let name = Name(token.folded, at: token.range)
    if let referent { note(name, as: referent) }
    return name
  }

  mutating func parseNumber() -> Written<Double>? {
    guard let token = next, let number = plainNumber(token.folded) else { return nil }
    index += 1
    return Written(number, at: token.range)
  }

  mutating func parseWholeNumber() -> Written<Int>? {
    guard let token = next, let number = wholeNumber(token.folded) else { return nil }
    index += 1
    return Written(number, at: token.range)
  }

  mutating func expectName(_ what: String, _ referent: Referent? = nil) -> Name? {
    if let name = parseName(referent) { return name }
    report(.expected(what, at: place))
    return nil
  }

  mutating func expectNumber() -> Written<Double>? {
    if let number = parseNumber() { return number }
    report(.expected("a number", at: place))
    return nil
  }

  mutating func expectWholeNumber() -> Written<Int>? {
    if let number = parseWholeNumber() { return number }
    report(.expected("a whole number", at: place))
    return nil
  }

  /// Nothing more may follow.
  ///
  /// Returns whether that is so.
  mutating func expectEnd() -> Bool {
    guard !isAtEnd else { return true }
    report(.unexpected(source[remainder], at: remainder))
    index = tokens.count
    return false
  }

  /// What is left as one of a few values; `others` are forms that are read elsewhere, for the list
  /// of what would be understood.
  mutating func expectOne<Value>(
    of known: [(name: String, value: Value)], or others: [String] = []
  ) -> Written<Value>? {
    let range = remainder
    let said = source.folded(range)
    expect(oneOf: known.map(\.name))
    index = tokens.count
    if let match = known.first(where: { $0.name.lowercased() == said }) {
      return Written(match.value, at: range)
    }
    report(.unknownValue(source[range], known: known.map(\.name) + others, at: range))
    return nil
  }
}

/// Digits with an optional sign and decimal point; a typeset minus counts as a sign.
func plainNumber(_ text: String) -> Double? {
  guard let first = text.utf8.first, isNumberByte(first) || first == 0xE2 else { return nil }
  let text = first == 0xE2 ? text.replacing("\u{2212}", with: "-") : text
  guard text.utf8.count <= 24, text.utf8.allSatisfy(isNumberByte) else { return nil }
  return Double(text)
}

func wholeNumber(_ text: String) -> Int? {
  guard let number = plainNumber(text), abs(number) <= 1e9 else { return nil }
  return Int(exactly: number)
}

private func isNumberByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}

extension Finding {
  /// What stands after the colon has a form of its own for each detail.
  ///
  /// The finding says what was understood and what was expected next. A day, for example, is
  /// written year, month, day: 2026-11-22.
  static func expected(_ what: String, at range: SourceRange) -> Finding {
    Finding(
      "A105", .mustFix, "Here I expected \(what)", at: range,
      explanation: "Without it I cannot tell what the line means.")
  }

  fileprivate static func unexpected(_ words: String, at range: SourceRange) -> Finding {
    Finding(
      "A105", .mustFix, "I do not know what to do with \"\(words)\"", at: range,
      explanation: "I understood what stands before it.",
      fixes: [Fix(.possible, "take it out", edits: [.init(range, with: "")])])
  }

  fileprivate static func unknownValue(
    _ said: String, known: [String], at range: SourceRange
  ) -> Finding {
    let nearest = nearestName(to: said, among: known)
    return Finding(
      "A105", .mustFix, "I do not know \"\(said)\" here", at: range,
      explanation: "What I know here: \(known.joined(separator: "; ")).",
      fixes: nearest.map {
        [Fix(.likely, "did you mean \"\($0)\"?", edits: [.init(range, with: $0)])]
      } ?? [Fix(.possible, "use one of these")])
  }
}
