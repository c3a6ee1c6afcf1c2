import AttuneDiagnostics
import Testing

@testable import AttuneLanguageServer

@Suite struct LineEditsTests {
  @Test(arguments: [
    ("", ""), ("", "a\n"), ("a\n", ""), ("a\nb\nc\n", "a\nc\n"), ("a\nc", "a\nb\nc"),
    ("a\nb\na\nb\n", "b\na\nb\na\n"), ("one\r\ntwo\r\n", "one\ntwo\n"), ("é\nz", "e\u{301}\nz"),
  ])
  func theEditsMakeTheOtherText(old: String, new: String) throws {
    let text = SourceText(name: "a", content: old)
    let edited = try #require(text.applying(text.edits(to: new)))
    // Swift takes both ways of writing é for the same; a file does not.
    #expect(Array(edited.content.utf8) == Array(new.utf8))
  }

  @Test func linesThatStayAreNotTouched() {
    let text = SourceText(name: "a", content: "a\nb\nc\nd\ne\n")
    let edits = text.edits(to: "a\nB\nc\nd\nE\n")
    #expect(
      edits == [
        Fix.Edit(SourceRange(2, 4), with: "B\n"), Fix.Edit(SourceRange(8, 10), with: "E\n"),
      ])
  }

  @Test func aFileThatChangedThroughoutIsReplacedAtOnce() throws {
    let text = SourceText(name: "a", content: (0..<3_000).map { "old \($0)\n" }.joined())
    let new = (0..<3_000).map { "new \($0)\n" }.joined()
    let edits = text.edits(to: new)
    #expect(edits.count == 1)
    #expect(text.applying(edits)?.content == new)
  }
}
