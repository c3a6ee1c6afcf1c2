import AttuneDiagnostics
import Testing

@Suite struct MendingTests {
  /// Finds every `a`, and is certain that it should be a `b`.
  private func findings(
    in text: SourceText, _ confidence: Fix.Confidence = .certain, with replacement: String = "b"
  ) -> [Finding] {
    text.content.utf8.enumerated().filter { $0.element == UInt8(ascii: "a") }.map { offset, _ in
      let range = SourceRange(offset, offset + 1)
      return Finding(
        "A100", .mustFix, "an a", at: range,
        fixes: [Fix(confidence, "use b", edits: [.init(range, with: replacement)])])
    }
  }

  @Test func makesEveryCertainFix() {
    let mending = Mending(SourceText(name: "t", content: "a\nca")) { findings(in: $0) }
    #expect(mending.text.content == "b\ncb")
    #expect(mending.changes.map(\.line) == [1, 2])
    #expect(mending.findings.isEmpty)
  }

  @Test func leavesWhatIsOnlyLikely() {
    let mending = Mending(SourceText(name: "t", content: "a")) { findings(in: $0, .likely) }
    #expect(mending.text.content == "a")
    #expect(mending.changes.isEmpty)
    #expect(mending.findings.count == 1)
  }

  @Test func stopsWhereAFixDoesNotHelp() {
    let mending = Mending(SourceText(name: "t", content: "a")) { findings(in: $0, with: "a") }
    #expect(mending.text.content == "a")
    #expect(!mending.changes.isEmpty)
  }
}
