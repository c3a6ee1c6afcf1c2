public import AttuneDiagnostics

/// Something that could be written next.
public struct Completion: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A word of the language: it begins a block, begins a line, or stands after a colon.
    case heading, detail, value
    case name(Definition.Kind)
    /// A detail of the study, between braces.
    case insert
    /// The code of a finding.
    case code
  }

  public let kind: Kind
  /// As it is listed.
  public let label: String
  /// What it is, in one line; empty where there is nothing to say.
  public let summary: String
  /// What to write in the place of `range`.
  public let text: String
  /// What was typed of it so far.
  public let range: SourceRange
}

extension Outline {
  /// What could be written at `offset`, in the order in which it is taught or stands in the file.
  public func completions(at offset: Int) -> [Completion] {
    guard let kinds = readableKinds else { return [] }
    let line = source.range(ofLine: source.position(of: min(offset, bytes.bytes.count)).line)
    let offset = max(line.lower, min(offset, line.upper))
    let typed = SourceRange(line.lower, offset)
    if let brace = openBrace(in: typed) { return inserts(from: brace, to: offset) }
    let word = SourceRange(startOfWord(before: offset, in: typed), offset)
    // What comes later can be named too: the outline knows it, the parser reads to here.
    let before = bytes[SourceRange(0, word.lower)]
    let (expected, heading) = Parser.expectations(atEndOf: before, kinds: kinds)
    let head = bytes.trimmed(SourceRange(line.lower, word.lower))
    let isColonThere =
      bytes.firstIndex(of: UInt8(ascii: ":"), in: SourceRange(offset, line.upper))
      .map { bytes.trimmed(SourceRange(offset, $0)).lower == $0 } ?? false
    let place = CompletionPlace(
      word: SourceRange(word.lower, endOfWord(after: offset, in: line)),
      head: SourceRange(min(head.lower, word.lower), offset), hasColon: isColonThere,
      detail: bytes.folded(head).split(separator: ":").first.map(String.init) ?? "",
      heading: heading)
    var seen: Set<String> = []
    return expected.flatMap { completions(for: $0, place) }
      .filter { seen.insert($0.label).inserted }
  }

  /// The blocks of the file; `nil` for a kind of file that is read in another way.
  private var readableKinds: [BlockKind]? {
    [FileKind.instrument, .study].contains(kind) ? kind.blocks : nil
  }

  // MARK: Where the cursor stands

  /// Where the name of an insert begins that is not closed yet.
  private func openBrace(in typed: SourceRange) -> Int? {
    var open: Int?
    var index = typed.lower
    while index < typed.upper {
      switch bytes.bytes[index] {
      case UInt8(ascii: "{"):
        let isDouble = index + 1 < typed.upper && bytes.bytes[index + 1] == UInt8(ascii: "{")
        open = isDouble ? nil : index + 1
        if isDouble { index += 1 }
      case UInt8(ascii: "}"), UInt8(ascii: " "): open = nil
      default: break
      }
      index += 1
    }
    return open
  }

  private func startOfWord(before offset: Int, in line: SourceRange) -> Int {
    var start = offset
    while start > line.lower, isWordByte(bytes.bytes[start - 1]) { start -= 1 }
    return start
  }

  private func endOfWord(after offset: Int, in line: SourceRange) -> Int {
    var end = offset
    while end < line.upper, isWordByte(bytes.bytes[end]) { end += 1 }
    return end
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "'"), 0x80...:
      true
    default: false
    }
  }

  // MARK: What could stand there

  private func inserts(from brace: Int, to offset: Int) -> [Completion] {
    let range = SourceRange(brace, offset)
    let words = Keyword.inserts.map {
      Completion(
        kind: .insert, label: $0.spelling, summary: $0.summary, text: $0.spelling, range: range)
    }
    return names(directory.candidates(for: .insert, in: 0), range) + words
  }

  private func names(_ definitions: [Definition], _ range: SourceRange) -> [Completion] {
    definitions.map {
      Completion(
        kind: .name($0.kind), label: $0.name, summary: $0.title, text: $0.name, range: range)
    }
  }

  private func completions(
    for expectation: Expectation, _ place: CompletionPlace
  ) -> [Completion] {
    switch expectation {
    case .heading(let kind):
      let text = kind.takesName ? "\(kind.rawValue) " : "\(kind.rawValue): "
      return [
        Completion(
          kind: .heading, label: kind.rawValue, summary: kind.keyword.summary, text: text,
          range: place.head)
      ]
    case .detail(let spelling, let takesArgument):
      let end = takesArgument ? " " : place.hasColon ? "" : ": "
      return [
        Completion(
          kind: .detail, label: spelling, summary: place.summary(ofDetail: spelling),
          text: spelling + end, range: place.head)
      ]
    case .words(let words):
      guard words.contains(where: \.isLetter) else { return [] }
      return [
        Completion(
          kind: .value, label: words, summary: place.summary(ofValue: words), text: words,
          range: place.word)
      ]
    case .name(let referent): return names(for: referent, place)
    }
  }

  private func names(for referent: Referent, _ place: CompletionPlace) -> [Completion] {
    let block = place.heading?.range.lower ?? 0
    let found = names(directory.candidates(for: referent, in: block), place.word)
    switch referent {
    case .subject:
      return found
        + Keyword.subjects.map {
          Completion(
            kind: .value, label: $0.spelling, summary: $0.summary, text: $0.spelling,
            range: place.word)
        }
    case .answer(let subject) where ["both_roles", "help_given"].contains(subject):
      return ["yes", "no"].map {
        Completion(kind: .value, label: $0, summary: "", text: $0, range: place.word)
      }
    case .code:
      return Explanation.all.filter { !$0.levels.contains(.mustFix) }.map {
        Completion(
          kind: .code, label: $0.code, summary: $0.title, text: "\($0.code) because ",
          range: place.word)
      }
    default: return found
    }
  }
}

/// Where a completion is asked for.
struct CompletionPlace {
  /// The word that is being typed, to its last letter.
  let word: SourceRange
  /// From the first letter of the line to the cursor.
  let head: SourceRange
  /// Whether a colon follows already.
  let hasColon: Bool
  /// The words before the colon.
  let detail: String
  let heading: Heading?

  func summary(ofDetail spelling: String) -> String {
    guard let heading else { return "" }
    return Keyword.details(of: heading.kind.rawValue).first { $0.spelling == spelling }?.summary
      ?? ""
  }

  func summary(ofValue words: String) -> String {
    guard let heading else { return "" }
    let values = Keyword.values(of: detail, in: heading.kind.rawValue) + Keyword.relations
    return values.first { $0.spelling.lowercased() == words.lowercased() }?.summary ?? ""
  }
}
