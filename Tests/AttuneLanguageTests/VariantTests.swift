import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

/// The same file as other editors, phones and word processors leave it.
@Suite struct VariantTests {
  private let content: String
  private let keep: Instrument

  init() throws {
    let source = try Repository.text("instruments/keep.instrument")
    content = source.content
    keep = try #require(Compilation(of: source).instrument)
  }

  private func compile(_ content: String) -> Instrument? {
    Compilation(of: SourceText(name: "variant", content: content)).instrument
  }

  private func lines(_ change: (Substring) -> String) -> String {
    content.split(separator: "\n", omittingEmptySubsequences: false).map(change)
      .joined(separator: "\n")
  }

  @Test func meansTheSameWithoutIndentation() {
    #expect(compile(lines { String($0.drop { $0 == " " }) }) == keep)
  }

  @Test func meansTheSameWithTabsAndSpacesAfterLines() {
    #expect(compile(lines { "\t" + $0.replacing(": ", with: ":\t") + " \t" }) == keep)
  }

  @Test func meansTheSameWithNoBreakSpaces() {
    let variant = lines { line in
      let indented = line.hasPrefix("  ") ? "\u{A0}\u{A0}" + line.dropFirst(2) : String(line)
      return indented.replacing(" = ", with: "\u{A0}= ").replacing(
        "at least", with: "at\u{A0}least")
    }
    #expect(compile(variant) == keep)
  }

  @Test(arguments: ["\r\n", "\r"]) func meansTheSameWithOtherLineEnds(_ end: String) {
    #expect(compile(content.replacing("\n", with: end)) == keep)
  }

  @Test func meansTheSameWithAByteOrderMark() throws {
    #expect(compile("\u{FEFF}" + content) == keep)
    let bytes = [0xEF, 0xBB, 0xBF] + Array(content.utf8)
    #expect(Compilation(of: try SourceText(name: "variant", bytes: bytes)).instrument == keep)
  }

  @Test func differsOnlyInTheWordsWithCurlyApostrophes() throws {
    let curly = try #require(compile(content.replacing("'", with: "\u{2019}")))
    let meaning = String(decoding: try curly.meaning(), as: UTF8.self)
    let straight = String(decoding: try keep.meaning(), as: UTF8.self)
    #expect(meaning != straight)
    #expect(meaning.replacing("\u{2019}", with: "'") == straight)
  }

  @Test func meansTheSameWithCommentsAndBlankLines() {
    #expect(compile(lines { $0 + "\n\n  # a note for the team" }) == keep)
  }

  @Test func meansTheSameWithCapitalsInKeywords() {
    let variant = lines { line in
      let body = line.drop { $0 == " " }
      guard !body.hasPrefix("#"), !body.hasPrefix(">"), !body.contains(" ="),
        !body.contains(" when:")
      else { return String(line) }
      return body.prefix(1).uppercased() + body.dropFirst()
    }
    #expect(compile(variant) == keep)
  }
}
