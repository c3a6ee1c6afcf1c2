import AttuneDiagnostics
import AttuneInstrument

/// Writes a translation block by block, taking over what the file had.
struct TranslationWriter {
  private static let outOfDate = "# Out of date. The words are now:"
  private static let setAside = "# No longer in the instrument; kept in case the words are of use."

  let instrument: Instrument
  let language: String
  let scope: TranslationScope?
  private(set) var blankCount = 0
  private(set) var outOfDateCount = 0
  private(set) var setAsideCount = 0
  private var lines: [String] = []
  /// Entries and blocks of the file that have been taken over, by their place in it.
  private var takenEntries: Set<Int> = []
  private var takenBlocks: Set<Int> = []

  init(_ instrument: Instrument, _ language: String, updating scope: TranslationScope?) {
    self.instrument = instrument
    self.language = language
    self.scope = scope
  }

  mutating func written() -> String {
    writeFirstHeading()
    var previous = TextPlace(.instrument, nil, .title)
    for text in instrument.texts {
      let place = text.place
      // A title begins the next of several blocks without names.
      let isNext = place.name == nil && place.line == .title && place.block != .instrument
      if isNext || place.withoutLine != previous.withoutLine { writeHeading(of: place, previous) }
      previous = place
      write(text)
    }
    writeWhatIsLeft()
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Headings

  private mutating func writeFirstHeading() {
    let block = scope?.file.translation
    let index = scope?.file.blocks.firstIndex { $0.heading.kind == .translation }
    if let index { takenBlocks.insert(index) }
    let fresh = [
      "# Below each line that begins with \"was\", write what it is in the other language. Names,",
      "# codes and what stands between braces stay as they are. Lines that are left blank are",
      "# shown in the instrument's own words.",
    ]
    let translator =
      block?.details.translator?.value
      ?? "Draft, not yet checked by somebody who speaks the language"
    lines += block?.comments ?? fresh
    lines += [
      "translation of \(instrument.name)",
      "  language: \(block?.details.language?.value ?? language)",
      "  from version: \(instrument.version)", "  translator: \(translator)",
    ]
    lines += (block?.details.notes ?? []).map { "  note: \($0.value)" }
    write(block?.details.accepted ?? [])
  }

  private mutating func writeHeading(of place: TextPlace, _ previous: TextPlace) {
    let isNextItem = place.block == .item && [.section, .item].contains(previous.block)
    if !isNextItem { lines.append("") }
    let blocks = scope?.file.blocks ?? []
    let index = blocks.indices.first { index in
      !takenBlocks.contains(index) && blocks[index].heading.kind != .translation
        && blocks[index].kind == place.block && blocks[index].placeName == place.name
    }
    if let index {
      takenBlocks.insert(index)
      lines += blocks[index].comments
    }
    lines.append([place.block.rawValue, place.name].compactMap { $0 }.joined(separator: " "))
    if let index { write(blocks[index].details.accepted) }
  }

  private mutating func write(_ accepted: [Written<Acceptance>]) {
    lines += accepted.map { "  accept: \($0.value.code) because \($0.value.reason)" }
  }

  // MARK: Lines

  private mutating func write(_ text: PlacedText) {
    let entries = scope?.entries ?? []
    let fitting = entries.indices.filter { !takenEntries.contains($0) && entries[$0].fits(text) }
    guard let index = fitting.first(where: { entries[$0].line.words != nil }) ?? fitting.first
    else { return writeBlank(text) }
    takenEntries.insert(index)
    let entry = entries[index]
    write(comments: entry.line.comments.filter { !$0.hasPrefix(Self.outOfDate) })
    guard entry.line.words != nil else { return writeBlank(text) }
    if entry.state != .current {
      outOfDateCount += 1
      write(comments: ["\(Self.outOfDate) \(text.words)"])
    }
    write(text.place, was: entry.line.was.value, entry.line.words?.value)
  }

  private mutating func writeBlank(_ text: PlacedText) {
    blankCount += 1
    write(text.place, was: text.words, nil)
  }

  private mutating func write(_ place: TextPlace, was: String, _ words: String?) {
    lines.append("  was \(place.spelling) \(was)")
    lines.append(["  \(place.spelling)", words].compactMap { $0 }.joined(separator: " "))
  }

  private mutating func write(comments: [String]) { lines += comments.map { "  \($0)" } }

  // MARK: What the instrument no longer has

  private mutating func writeWhatIsLeft() {
    guard let scope else { return }
    var last = scope.file.lastComments
    for (index, entry) in scope.entries.enumerated() where !takenEntries.contains(index) {
      guard let words = entry.line.words else {
        last += entry.line.comments.filter { !$0.hasPrefix(Self.outOfDate) }
        continue
      }
      if !last.contains(Self.setAside) { last.append(Self.setAside) }
      setAsideCount += 1
      let place = entry.block.place(of: entry.line)
      last += entry.line.comments.filter { !$0.hasPrefix(Self.outOfDate) }
      last += [
        "# \(place.block.rawValue) \(place.name ?? "")".trimmingEnd,
        "#   was \(place.spelling) \(entry.line.was.value)", "#   \(place.spelling) \(words.value)",
      ]
    }
    for (index, block) in scope.file.blocks.enumerated() where !takenBlocks.contains(index) {
      last += block.comments
      last += block.details.accepted.map { "# accept: \($0.value.code) because \($0.value.reason)" }
    }
    if !last.isEmpty { lines += [""] + last }
  }
}

extension TranslationScope.Entry {
  /// Whether the line translates, or once translated, what stands there now.
  fileprivate func fits(_ text: PlacedText) -> Bool {
    let place = block.place(of: line)
    guard place == text.place else { return false }
    switch state {
    case .current: return PlacedText(line.was.value, at: place).says(text)
    case .changed(let now): return now == text.words
    case .gone: return false
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
