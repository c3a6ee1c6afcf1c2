import AttuneDiagnostics
import AttuneInstrument
import Testing

@testable import AttuneLanguage

/// What holds for every file, tried on made-up ones; the number in a failure makes the file again.
@Suite struct PropertyTests {
  private static let instruments: [GeneratedFile] = (1...80).map { .instrument(seed: $0) }
  private static let studies: [GeneratedFile] = (1...40).map { .study(seed: $0) }
  private static let designs: [GeneratedFile] = (1...60).map { .design(seed: $0) }

  /// Instruments in which nothing must be fixed, with what stands beside each.
  private static let translated: [(instrument: Instrument, translation: GeneratedFile)] =
    instruments.compactMap { file in
      instrument(file.plain).map { ($0, .translation(of: $0, seed: file.seed)) }
    }
  private static let frozen: [(lock: InstrumentLock, file: GeneratedFile)] =
    translated.compactMap { instrument, file in
      let lock = try? InstrumentLock(freezing: instrument, on: "2026-11-24")
      return lock.map { ($0, .lock($0, seed: file.seed)) }
    }

  private static func instrument(_ content: String) -> Instrument? {
    Compilation(of: SourceText(name: "a.instrument", content: content)).instrument
  }

  private func source(_ content: String, of kind: FileKind) -> SourceText {
    let name =
      switch kind {
      case .instrument: "a.instrument"
      case .study: "a.study"
      case .lock: "a.lock"
      case .translation: "a.cy.translation"
      case .design: "a.design"
      }
    return SourceText(name: name, content: content)
  }

  private func meaning(_ content: String) -> (Instrument?, [String]) {
    let compilation = Compilation(of: source(content, of: .instrument))
    let all = compilation.findings + compilation.advice
    return (compilation.instrument, all.map { "\($0.code) \($0.title)" }.sorted())
  }

  private func comments(of content: String) -> [String] {
    let bytes = ByteText(content)
    return Lexer(bytes, headings: []).lines().filter { $0.kind == .comment }
      .map { bytes.words($0.body) }.sorted()
  }

  @Test(arguments: instruments.indices) func layoutMeansNothing(_ index: Int) throws {
    let file = Self.instruments[index]
    let (instrument, findings) = meaning(file.plain)
    let unread = Formatting(of: source(file.plain, of: .instrument)).findings
    #expect(unread.isEmpty, "seed \(file.seed): \(unread.map(\.title))")
    for content in [file.odd(seed: file.seed), file.odd(seed: file.seed + 1_000)] {
      let (oddInstrument, oddFindings) = meaning(content)
      #expect(oddInstrument == instrument, "seed \(file.seed)")
      #expect(oddFindings == findings, "seed \(file.seed)")
      let text = try #require(Formatting(of: source(content, of: .instrument)).text)
      let (laidOutInstrument, laidOutFindings) = meaning(text)
      #expect(laidOutInstrument == instrument, "seed \(file.seed)")
      #expect(laidOutFindings == findings, "seed \(file.seed)")
      #expect(Formatting(of: source(text, of: .instrument)).text == text, "seed \(file.seed)")
      #expect(comments(of: text) == comments(of: content), "seed \(file.seed)")
    }
  }

  /// Without comments to keep apart, whoever typed it, the one form is one.
  @Test(arguments: instruments.indices) func twoLayoutsHaveOneForm(_ index: Int) {
    let file = Self.instruments[index]
    let plain = Formatting(of: source(file.plain, of: .instrument)).text
    let bare = file.plain.split(separator: "\n").map { $0.drop { $0 == " " } }
      .joined(separator: "\r\n")
    #expect(plain != nil)
    #expect(Formatting(of: source(bare, of: .instrument)).text == plain, "seed \(file.seed)")
    #expect(meaning(bare).0 == meaning(file.plain).0, "seed \(file.seed)")
  }

  @Test(arguments: studies.indices) func layoutOfAStudyMeansNothing(_ index: Int) throws {
    let file = Self.studies[index]
    let study = try #require(StudyCompilation(of: source(file.plain, of: .study)).study)
    let content = file.odd(seed: file.seed)
    #expect(StudyCompilation(of: source(content, of: .study)).study == study, "seed \(file.seed)")
    let text = try #require(Formatting(of: source(content, of: .study)).text)
    #expect(StudyCompilation(of: source(text, of: .study)).study == study, "seed \(file.seed)")
    #expect(Formatting(of: source(text, of: .study)).text == text, "seed \(file.seed)")
    let again = source(studyText(for: study), of: .study)
    #expect(StudyCompilation(of: again).study == study, "seed \(file.seed)")
  }

  @Test func layoutOfATranslationMeansNothing() throws {
    for (instrument, file) in Self.translated.prefix(40) {
      func meaning(_ content: String) -> (Translation?, [String]) {
        let compilation = TranslationCompilation(
          of: source(content, of: .translation), for: instrument)
        return (
          compilation.translation, compilation.findings.map { "\($0.code) \($0.title)" }.sorted()
        )
      }
      let (translation, findings) = meaning(file.plain)
      #expect(translation?.untranslated(in: instrument) == [], "seed \(file.seed): \(findings)")
      let odd = file.odd(seed: file.seed)
      #expect(meaning(odd) == (translation, findings), "seed \(file.seed)")
      let text = try #require(Formatting(of: source(odd, of: .translation)).text)
      #expect(meaning(text) == (translation, findings), "seed \(file.seed)")
      #expect(Formatting(of: source(text, of: .translation)).text == text, "seed \(file.seed)")
      #expect(comments(of: text) == comments(of: odd), "seed \(file.seed)")
    }
  }

  /// Bringing a whole translation up to date finds nothing to write, to look at or to set aside.
  @Test func aDraftKeepsEveryTranslation() throws {
    for (instrument, file) in Self.translated.prefix(40) {
      let whole = source(file.odd(seed: file.seed), of: .translation)
      let draft = TranslationDraft(of: instrument, into: "cy", updating: whole)
      #expect([draft.blankCount, draft.outOfDateCount, draft.setAsideCount] == [0, 0, 0])
      let text = source(try #require(draft.text), of: .translation)
      #expect(
        TranslationCompilation(of: text, for: instrument).translation
          == TranslationCompilation(of: whole, for: instrument).translation, "seed \(file.seed)")
      #expect(TranslationDraft(of: instrument, into: "cy", updating: text).text == text.content)
    }
  }

  /// A draft of nothing has a blank line for every text, and can be read.
  @Test func aNewDraftHasEveryText() throws {
    for (instrument, file) in Self.translated.prefix(40) {
      let draft = TranslationDraft(of: instrument, into: "cy")
      let text = source(try #require(draft.text), of: .translation)
      let compilation = TranslationCompilation(of: text, for: instrument)
      let unlike = compilation.findings.filter { !["A321", "A327"].contains($0.code) }
      #expect(unlike.isEmpty, "seed \(file.seed): \(unlike.map(\.title))")
      #expect(draft.blankCount == Set(instrument.texts).count, "seed \(file.seed)")
      #expect(Formatting(of: text).findings.isEmpty, "seed \(file.seed)")
    }
  }

  @Test func layoutOfALockMeansNothing() throws {
    for (lock, file) in Self.frozen {
      let odd = file.odd(seed: file.seed)
      for content in [file.plain, odd, lockText(for: lock)] {
        let source = source(content, of: .lock)
        let text = try #require(Formatting(of: source).text, "seed \(file.seed)")
        #expect(LockCompilation(of: source).lock == lock, "seed \(file.seed)")
        let laidOut = SourceText(name: source.name, content: text)
        #expect(LockCompilation(of: laidOut).lock == lock, "seed \(file.seed)")
        #expect(Formatting(of: laidOut).text == text, "seed \(file.seed)")
      }
      // attune freeze writes the one form.
      #expect(Formatting(of: source(lockText(for: lock), of: .lock)).text == lockText(for: lock))
    }
  }

  @Test func layoutOfADesignMeansNothing() throws {
    let instrument = try Case.simulatedInstrument()
    func compile(_ content: String) -> DesignCompilation {
      DesignCompilation(
        of: source(content, of: .design), for: instrument, canBe: isPositiveDefinite)
    }
    for file in Self.designs {
      let compilation = compile(file.plain)
      let found = compilation.findings.map { "\($0.code) \($0.title)" }
      let design = try #require(compilation.design, "seed \(file.seed): \(found)")
      for content in [file.plain, file.odd(seed: file.seed), file.odd(seed: file.seed + 1_000)] {
        #expect(compile(content).design == design, "seed \(file.seed)")
        let text = try #require(Formatting(of: source(content, of: .design)).text)
        #expect(compile(text).design == design, "seed \(file.seed)")
        #expect(Formatting(of: source(text, of: .design)).text == text, "seed \(file.seed)")
        #expect(comments(of: text) == comments(of: content), "seed \(file.seed)")
      }
    }
  }

  @Test func mostOfTheFilesAreInstruments() {
    let count = Self.translated.count
    #expect(
      count > 60, "files with findings say less: \(count) of \(Self.instruments.count) have none")
  }

  /// The fuzzer's dictionary has every word, so that it need not find them letter by letter.
  @Test func theFuzzerKnowsEveryWord() throws {
    let words = Set(
      try Repository.text("Fuzz/words.dict").content.split(separator: "\n").map(String.init))
    func check<Block: BlockSyntax>(_ type: Block.Type) {
      for spelling in type.vocabulary.spellings {
        #expect(words.contains("\"\(spelling)\""), "\(spelling) is missing")
      }
    }
    for line in ["was"] + TextPlace.Line.allCases.map(\.rawValue) where line != "=" {
      #expect(words.contains("\"\(line)\""), "\(line) is missing")
    }
    for kind in BlockKind.allCases {
      #expect(words.contains("\"\(kind.rawValue)\""), "\(kind) is missing")
      check(kind.syntax)
    }
  }

  /// The files would prove nothing about a word that stands in none of them.
  @Test func everyWordOfTheLanguageIsTried() {
    var seen: [BlockKind: Set<String>] = [:]
    // The other blocks of a translation mirror those of its instrument.
    let heads = Self.translated.compactMap(\.translation.blocks.first)
    let files = Self.instruments + Self.studies + Self.designs + Self.frozen.map(\.file)
    for block in files.flatMap(\.blocks) + heads {
      let word = block.heading.split(separator: " ").first.map(String.init) ?? ""
      guard let kind = BlockKind(rawValue: word) else { continue }
      seen[kind, default: []].formUnion(block.lines.map(\.word))
    }
    func check<Block: BlockSyntax>(_ type: Block.Type, _ kind: BlockKind) {
      let missing = Set(type.vocabulary.spellings).subtracting(seen[kind] ?? [])
      #expect(missing.isEmpty, "\(kind.rawValue): \(missing.sorted())")
    }
    for kind in BlockKind.allCases { check(kind.syntax, kind) }
    let places = Self.translated.flatMap { $0.instrument.texts.map(\.place) }
    for block in TextPlace.Block.allCases {
      let lines = Set(places.filter { $0.block == block }.map(\.line))
      #expect(lines == Set(block.lines), "a translation of \(block.rawValue)")
    }
  }
}
