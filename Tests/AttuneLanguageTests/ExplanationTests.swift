import AttuneDiagnostics
import Testing

@testable import AttuneLanguage

@Suite struct ExplanationTests {
  @Test func explainsEveryRule() {
    let codes = Set(Explanation.all.map(\.code))
    #expect(allRules.allSatisfy { codes.contains($0.code) })
    #expect(codes.count == Explanation.all.count)
  }

  @Test func explainsWhatTheParserSays() {
    for content in ["", "instrument i\nitem: x\nq\n = \n> x\nanswer: a\nrequired", "item A-: x"] {
      let findings = Compilation(of: SourceText(name: "a", content: content)).findings
      #expect(!findings.isEmpty)
      #expect(findings.allSatisfy { Explanation.of($0.code) != nil })
    }
  }

  @Test func takesTheWordsFromBesideTheRule() {
    let explanation = Explanation.of("a210")
    #expect(explanation?.title == "Each answer has its own code")
    #expect(explanation?.levels == [.mustFix])
    #expect(
      explanation?.text == """
        If two answers shared a code, the data could not tell which of them a person
        chose.

            4 = Agree
            4 = Strongly agree     # must fix: A210
        """)
    #expect(Explanation.of("A274")?.levels == [.mustFix, .pleaseCheck])
    #expect(Explanation.of("A999") == nil)
  }

  @Test func fitsATerminal() {
    for explanation in Explanation.all {
      #expect(!explanation.title.isEmpty && !explanation.levels.isEmpty)
      #expect(explanation.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(!explanation.text.lowercased().contains("error"))
    }
  }
}
