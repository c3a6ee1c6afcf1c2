import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

@Suite struct StarterTextTests {
  private let source = SourceText(
    name: "a.instrument", content: starterText(name: "my_own", title: "My own"))

  /// Nothing is wrong with it, and no advice is left out, but for what only a team can write.
  @Test func isSoundButForWhatIsToBeWritten() {
    let findings = source.findings(withAdvice: true)
    #expect(findings.map(\.code) == ["A315", "A315", "A315"])
    for finding in findings {
      let said = source[finding.range]
      #expect(said.hasPrefix("[write here: ") && said.hasSuffix("]"), "\(said)")
    }
  }

  @Test func hasNothingLeftToWriteOnceItIsWritten() throws {
    let written = source.content.replacing(/\[write here: [^\]]*\]/, with: "something")
    #expect(SourceText(name: "a.instrument", content: written).findings(withAdvice: true) == [])
  }

  @Test func isLaidOut() { #expect(Formatting(of: source).text == source.content) }

  @Test func isAWholeInstrument() throws {
    let instrument = try #require(Compilation(of: source).instrument)
    #expect(instrument.name == "my_own")
    #expect(instrument.title == "My own")
    #expect(instrument.status == .draft)
    #expect(instrument.items.count == 4)
    #expect(instrument.constructs.first?.uses.count { $0.isReversed } == 1)
    #expect(instrument.plans.map(\.question) == [.reliability(scores: ["listened_to"], by: nil)])
    #expect(instrument.consent.statements.contains { $0.isNeeded })
  }

  @Test func teachesWithACommentAboveEveryBlock() {
    let lines = source.content.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, above) in zip(lines.dropFirst(), lines) {
      let word = line.prefix { $0.isLetter }
      guard
        [
          "instrument", "information", "consent", "support", "scale", "section", "construct",
          "plan",
        ]
        .contains(word)
      else { continue }
      #expect(above.hasPrefix("#"), "\(line)")
    }
  }

  @Test(arguments: [
    ("  author: ", "  author: 1️⃣[write here: who]"), ("  > We want", "  > 1️⃣[write here] We want"),
    ("contact: ", "contact: 1️⃣[write here: a line] "), ("item more: ", "item more: 1️⃣[write here] "),
    ("section listening: ", "section listening: 1️⃣[write here: a title] "),
  ])
  func namesEveryPlace(_ old: String, _ new: String) {
    Example.check(Example.prelude.replacing(old, with: new), ["1️⃣": "A315"])
  }

  @Test func findsEveryMarkOnce() {
    Example.check(Example.prelude + "item last: 1️⃣[write here\n", ["1️⃣": "A315"])
    Example.check(
      Example.prelude + "# [write here: a comment]\nitem b: Brackets [here]?\n",
      [:])
  }
}
