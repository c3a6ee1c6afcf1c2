import AttuneDiagnostics

extension InstrumentSyntax {
  /// Every text in which something can be filled in and is.
  var textsWithInserts: [Words] {
    let prose =
      (information + debriefs).flatMap(\.prose) + consents.flatMap(\.prose)
      + sections.flatMap(\.prose)
    let ofSections = sections.flatMap { [$0.stem, $0.contentNote, $0.askFirst] }
    let ofItems = items.flatMap { item in
      item.wordings.map(\.words)
        + [item.askAgain, item.why, item.help, item.contentNote].compactMap { $0 }
    }
    let texts =
      prose.map(\.words) + ofSections.compactMap { $0 } + ofItems
      + consents.flatMap(\.statements).map(\.words) + supports.flatMap(\.lines).map(\.words)
    return texts.filter(\.hasInserts)
  }
}

extension Written<String> {
  /// Whether a brace stands in the words.
  var hasInserts: Bool { value.utf8.contains(UInt8(ascii: "{")) }
}

/// Finds the places of inserts from the left to the right of some words.
struct InsertPlaces {
  private let words: Words
  private let bytes: [UInt8]
  private var start = 0

  init(in words: Words) {
    self.words = words
    bytes = Array(words.value.utf8)
  }

  /// Where `{name` next stands; all of the words where blanks hide it.
  mutating func next(_ name: String) -> SourceRange {
    let wanted = Array(name.utf8)
    var index = start
    while index + wanted.count < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "{"),
        bytes[(index + 1)...].starts(with: wanted)
      else { continue }
      start = index + 1
      let lower = words.range.lower + index
      return SourceRange(lower, min(lower + wanted.count + 2, words.range.upper))
    }
    return words.range
  }
}
