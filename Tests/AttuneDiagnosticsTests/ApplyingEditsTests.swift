import AttuneDiagnostics
import Testing

@Suite struct ApplyingEditsTests {
  private let source = SourceText(name: "a", content: "one två three")

  private func apply(_ edits: [(Int, Int, String)]) -> String? {
    source.applying(edits.map { Fix.Edit(SourceRange($0.0, $0.1), with: $0.2) })?.content
  }

  @Test func makesEveryEditInItsPlace() {
    #expect(apply([(0, 3, "1"), (9, 14, "drei"), (4, 8, "2")]) == "1 2 drei")
    #expect(apply([(3, 3, ","), (0, 3, "")]) == ", två three")
    #expect(apply([]) == "one två three")
  }

  @Test func refusesEditsThatTouchTheSameBytes() {
    #expect(apply([(0, 5, "x"), (4, 8, "y")]) == nil)
    #expect(apply([(3, 3, "x"), (3, 3, "y")]) == nil)
    #expect(apply([(0, 99, "x")]) == nil)
  }
}
