public import AttuneDiagnostics
public import AttuneInstrument

/// A `.translation` file to be filled in, or one brought up to date with its instrument.
///
/// Every text that people read stands there, in the order of the instrument, with the translation
/// that the file had or a blank line. Nothing that somebody wrote is lost: comments stay, a line that
/// is out of date is kept and marked, and what the instrument no longer has is set aside below.
/// Bringing a file up to date twice changes nothing more.
public struct TranslationDraft: Sendable {
  /// The lines of the file so far that could not be read.
  public let findings: [Finding]
  /// The file; `nil` where a line could not be read, because it would be lost.
  public let text: String?
  /// Lines to be written.
  public private(set) var blankCount = 0
  /// Lines to be looked at, because the instrument says something else by now.
  public private(set) var outOfDateCount = 0
  /// Translations that were set aside, because the instrument has no such words any more.
  public private(set) var setAsideCount = 0

  public init(of instrument: Instrument, into language: String, updating source: SourceText? = nil)
  {
    guard let source else {
      findings = []
      var writer = TranslationWriter(instrument, language, updating: nil)
      text = writer.written()
      blankCount = writer.blankCount
      return
    }
    var parser = Parser(source.content, kinds: BlockKind.ofTranslations)
    let scope = TranslationScope(
      parser.parseTranslation(), named: source.name, for: instrument)
    findings = parser.findings.sorted { $0.range < $1.range }
    guard findings.isEmpty else {
      text = nil
      return
    }
    var writer = TranslationWriter(instrument, language, updating: scope)
    text = writer.written()
    blankCount = writer.blankCount
    outOfDateCount = writer.outOfDateCount
    setAsideCount = writer.setAsideCount
  }
}

/// Writes a translation block by block, taking over what the file had.
private struct TranslationWriter {
  private static let outOfDate = "# Out of date. The words are now:"
  private static let setAside = "# No longer in the instrument; kept in case the words are of use."

  let instrument: Instrument
  let language: String
  let scope: TranslationScope?
  var blankCount = 0
  var outOfDateCount = 0
  var setAsideCount = 0
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
    for (index, block) in scope.file.blocks.enumerated()
    where !takenBlocks.contains(index) {
      last += block.comments
    }
    if !last.isEmpty { lines += [""] + last }
  }
}

extension TranslationScope.Entry {
  /// Whether the line translates, or once translated, what stands there now.
  fileprivate func fits(_ text: PlacedText) -> Bool {
    let place = block.place(of: line)
    switch state {
    case .current: return PlacedText(line.was.value, at: place).says(text)
    case .changed(let now): return place == text.place && now == text.words
    case .gone: return false
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
