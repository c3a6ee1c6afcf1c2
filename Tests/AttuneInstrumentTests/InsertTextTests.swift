import AttuneInstrument
import Testing

@Suite struct InsertTextTests {
  private func filled(_ source: String) -> String {
    InsertText(source).filled { ["team": "North team", "contact": "01 234"][$0] }
  }

  @Test func fillsInWhatIsKnown() {
    #expect(filled("{team} asks: {contact}.") == "North team asks: 01 234.")
  }

  @Test func fallsBackWhereNothingIsKnown() {
    #expect(filled("Ask {worker or your worker}.") == "Ask your worker.")
    #expect(filled("Ask {worker}.") == "Ask .")
  }

  @Test func keepsDoubledAndLoneBraces() {
    #expect(filled("{{team}} and } and {open") == "{team} and } and {open")
  }

  @Test func namesItsInserts() {
    #expect(
      InsertText("a {x or y z} b").segments == [
        .words("a "), .insert(name: "x", fallback: "y z"), .words(" b"),
      ])
  }
}
