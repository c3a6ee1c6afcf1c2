import AttuneDiagnostics

extension InstrumentSyntax {
  /// Visits every text that people read while they are asked, in no order.
  func visitTexts(_ visit: (Words) -> Void) {
    for block in information + debriefs { block.prose.forEach { visit($0.words) } }
    for block in consents {
      block.prose.forEach { visit($0.words) }
      block.statements.forEach { visit($0.words) }
    }
    for block in supports { block.lines.forEach { visit($0.words) } }
    for block in sections {
      block.prose.forEach { visit($0.words) }
      for words in [block.stem, block.contentNote, block.askFirst] { words.map(visit) }
    }
    for block in items {
      block.heading.title.map(visit)
      block.asks.forEach { visit($0.words) }
      for words in [block.askAgain, block.why, block.help, block.contentNote] { words.map(visit) }
    }
  }

  /// Every text in which something can be filled in and is.
  var textsWithInserts: [Words] {
    var texts: [Words] = []
    visitTexts { if $0.hasInserts { texts.append($0) } }
    return texts
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
