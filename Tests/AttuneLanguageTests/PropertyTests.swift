import AttuneDiagnostics
import AttuneInstrument
import Testing

@testable import AttuneLanguage

/// What holds for every file, tried on made-up ones; the number in a failure makes the file again.
@Suite struct PropertyTests {
  private static let instruments: [GeneratedFile] = (1...80).map { .instrument(seed: $0) }
  private static let studies: [GeneratedFile] = (1...40).map { .study(seed: $0) }

  private func source(_ content: String, of kind: FileKind) -> SourceText {
    SourceText(name: kind == .study ? "a.study" : "a.instrument", content: content)
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

  @Test func mostOfTheFilesAreInstruments() {
    let count = Self.instruments.count { meaning($0.plain).0 != nil }
    #expect(
      count > 60, "files with findings say less: \(count) of \(Self.instruments.count) have none")
  }

  /// The fuzzer's dictionary has every word, so that it need not find them letter by letter.
  @Test func theFuzzerKnowsEveryWord() throws {
    let words = Set(
      try Repository.text("Fuzz/words.dict").content.split(separator: "\n").map(String.init))
    func check<Block: BlockSyntax>(_ type: Block.Type) {
      for spelling in type.vocabulary.spellings { #expect(words.contains("\"\(spelling)\"")) }
    }
    for kind in BlockKind.allCases {
      #expect(words.contains("\"\(kind.rawValue)\""))
      check(kind.syntax)
    }
  }

  /// The files would prove nothing about a word that stands in none of them.
  @Test func everyWordOfTheLanguageIsTried() {
    var seen: [BlockKind: Set<String>] = [:]
    for block in (Self.instruments + Self.studies).flatMap(\.blocks) {
      let word = block.heading.split(separator: " ").first.map(String.init) ?? ""
      guard let kind = BlockKind(rawValue: word) else { continue }
      seen[kind, default: []].formUnion(block.lines.map(\.word))
    }
    func check<Block: BlockSyntax>(_ type: Block.Type, _ kind: BlockKind) {
      let missing = Set(type.vocabulary.spellings).subtracting(seen[kind] ?? [])
      #expect(missing.isEmpty, "\(kind.rawValue): \(missing.sorted())")
    }
    for kind in BlockKind.allCases { check(kind.syntax, kind) }
  }
}
