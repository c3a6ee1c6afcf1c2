import AttuneDiagnostics
import Testing

@Suite struct LineChangeTests {
  private func change(_ old: String, _ new: String) -> LineChange {
    LineChange(from: SourceText(name: "a", content: old), to: SourceText(name: "a", content: new))
  }

  @Test func showsOnlyTheLinesThatChange() {
    let change = change("one\ntwo\nthree\n", "one\n2\u{1B}\nthree\n")
    #expect(change.line == 2)
    #expect(change.picture == "  - two\n  + 2?")
  }

  @Test func showsLinesThatComeAndGo() {
    #expect(change("one\nthree", "one\ntwo\nthree").picture == "  + two")
    #expect(change("one\none\n", "one\n").picture == "  - one")
  }
}
