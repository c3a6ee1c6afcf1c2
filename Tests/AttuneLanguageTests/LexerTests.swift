import AttuneDiagnostics
import Testing

@testable import AttuneLanguage

@Suite struct LexerTests {
  private func kinds(_ content: String) -> [Line.Kind] {
    Lexer(ByteText(content), headings: ["item", "role"], details: ["role question"]).lines()
      .map(\.kind)
  }

  @Test(
    arguments: [
      ("", Line.Kind.blank), (" \t\u{A0}", .blank), ("# note", .comment), ("> words", .prose),
      ("3 = Agree", .choice), ("no_contact = No: none", .choice), ("item heard: A", .heading),
      ("ITEM heard", .heading), ("items: A", .detail), ("role question: Which?", .detail),
      ("role person: I use", .heading), ("ask: a = b", .detail), ("some words", .unreadable),
      ("a b c d = e", .unreadable),
    ])
  func tellsLinesApart(_ content: String, _ kind: Line.Kind) {
    #expect(kinds(content) == [kind])
  }

  @Test func knowsWhereThePartsOfALineAre() {
    let source = ByteText("# x\r\n\t ask worker :  I listen. \n")
    let lines = Lexer(source, headings: []).lines()
    #expect(lines.map(\.range) == [SourceRange(0, 3), SourceRange(5, 31), SourceRange(32, 32)])
    #expect(source[lines[1].head] == "ask worker")
    #expect(lines[1].text.map { source[$0] } == "I listen.")
  }

  @Test func foldsKeywords() {
    let source = ByteText("  Don\u{2019}t\u{A0} SAY\tit ")
    #expect(source.folded(SourceRange(0, source.bytes.count)).hasSuffix("don't say it"))
  }
}
