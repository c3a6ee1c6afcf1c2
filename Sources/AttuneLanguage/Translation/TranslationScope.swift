import AttuneDiagnostics
import AttuneInstrument

/// A translation as written, set against the instrument that it translates.
struct TranslationScope {
  /// What became of the words that a line translates.
  enum State: Equatable {
    /// The instrument says the same.
    case current
    /// The instrument says something else at that place.
    case changed(now: String)
    /// The instrument has no such place.
    case gone
  }

  /// A line with its block and what became of its words.
  struct Entry {
    let block: TranslationBlock
    let line: TranslatedLine
    let state: State
  }

  let file: TranslationSyntax
  let instrument: Instrument
  /// The language in the file's name, `cy` in `keep.cy.translation`; `nil` where there is none.
  let languageOfName: String?
  /// What people read, by place.
  let texts: [TextPlace: [PlacedText]]
  /// Every line of every block, in the order of the file.
  let entries: [Entry]
  /// What the instrument says and the file does not mention.
  let absent: [PlacedText]
  /// The names that the instrument's blocks have, by kind.
  let names: [TextPlace.Block: [String]]

  init(_ file: TranslationSyntax, named name: String, for instrument: Instrument) {
    self.file = file
    self.instrument = instrument
    let parts = name.split(separator: "/").last?.split(separator: ".") ?? []
    languageOfName = parts.count == 3 && parts[2] == "translation" ? String(parts[1]) : nil
    let all = instrument.texts
    let texts = Dictionary(grouping: all, by: \.place)
    self.texts = texts
    var waiting = texts
    names = Dictionary(grouping: all, by: \.place.block).mapValues { texts in
      texts.compactMap(\.place.name).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
    let lines = file.blocks.flatMap { block in block.lines.map { (block, $0) } }
    // First the lines that still say the same, so that a changed one is paired with what is left.
    var states = lines.map { block, line -> State? in
      let place = block.place(of: line)
      let said = PlacedText(line.was.value, at: place)
      guard let index = waiting[place]?.firstIndex(where: said.says) else {
        return texts[place]?.contains(where: said.says) == true ? .current : nil
      }
      waiting[place]?.remove(at: index)
      return .current
    }
    for (index, (block, line)) in lines.enumerated() where states[index] == nil {
      let place = block.place(of: line)
      let next = waiting[place].flatMap { $0.isEmpty ? nil : $0[0] }
      if next != nil { waiting[place]?.removeFirst() }
      states[index] = next.map { .changed(now: $0.words) } ?? .gone
    }
    entries = zip(lines, states).map { pair, state in
      Entry(block: pair.0, line: pair.1, state: state ?? .gone)
    }
    absent = all.filter { text in waiting[text.place]?.contains(text) ?? false }
  }

  /// Whether the instrument has the block that `block` mirrors.
  func knows(_ block: TranslationBlock) -> Bool {
    block.heading.kind == .translation
      || names[block.kind].map { names in
        names.isEmpty || block.heading.name.map { names.contains($0.value) } ?? true
      } ?? false
  }

  /// The translation that a checked file means; `nil` only where a finding has said why.
  func translation() -> Translation? {
    guard let block = file.translation, let name = block.heading.name,
      let language = block.details.language, let version = block.details.fromVersion
    else { return nil }
    var translation = Translation(
      of: name.value, into: language.value, fromVersion: version.value,
      translator: block.details.translator?.value)
    for entry in entries where entry.state == .current {
      guard let words = entry.line.words else { continue }
      let place = entry.block.place(of: entry.line)
      translation[PlacedText(entry.line.was.value, at: place)] = words.value
    }
    return translation
  }
}
