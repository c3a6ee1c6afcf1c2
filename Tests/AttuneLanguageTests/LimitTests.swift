import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

/// A file may be large, and no larger than any questionnaire needs.
@Suite struct LimitTests {
  private func compile(_ more: String) -> Compilation {
    Compilation(of: SourceText(name: "a.instrument", content: Example.prelude + more))
  }

  private func items(_ count: Int) -> String {
    (1...count).map { "item q\($0): A question.\n" }.joined()
  }

  @Test func takesTwoThousandItemsAndNoMore() {
    // Six stand in the prelude.
    #expect(compile(items(1_994)).instrument?.items.count == 2_000)
    let findings = compile(items(1_995)).findings
    #expect(findings.map(\.code) == ["A112"])
    #expect(findings[0].title == "There are more items than I can take in")
    #expect(findings[0].explanation.contains("I count 2,001, and 2,000 is the most"))
  }

  @Test func takesAMebibyte() throws {
    let line = "  # " + String(repeating: "a comment ", count: 12) + "\n"
    let count = (SourceText.mostBytes - Example.prelude.utf8.count) / line.utf8.count
    let content = Example.prelude + String(repeating: line, count: count)
    #expect(content.utf8.count > 1_048_000)
    let source = try SourceText(name: "a.instrument", bytes: content.utf8)
    #expect(Compilation(of: source).instrument != nil)
    #expect(Formatting(of: source).text != nil)
  }

  @Test func refusesLinesThatNobodyWrote() {
    let findings = compile("item a: " + String(repeating: "word ", count: 4_000)).findings
    #expect(findings.map(\.title) == ["This line is longer than I can take in"])
    #expect(findings[0].explanation == "A line may have 16,384 bytes.")
  }

  @Test func refusesAnswersThatNobodyReads() {
    let choices = (1...1_001).map { "  \($0) = Answer \($0)\n" }.joined()
    #expect(compile("item a: A\n" + choices).findings.map(\.code) == ["A112"])
    let fewer = choices.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(compile("item a: A\n" + fewer).instrument != nil)
  }

  @Test func refusesListsThatStandForTooMuch() {
    let runs = (1...30).map { _ in "  uses: q1 to q1900\n" }.joined()
    let findings = compile(items(1_900) + "construct c: C\n" + runs).findings
    #expect(findings.map(\.title) == ["There are more names in all lists than I can take in"])
  }

  /// Brackets are the only thing that goes down into itself.
  @Test func neverRunsOutOfStack() {
    for count in [65, 1_000, 16_000] {
      let condition = String(repeating: "(", count: count)
      let codes = compile("item a: A\n  show when: \(condition)").findings.map(\.code)
      #expect(codes == ["A230"], "\(count)")
      let negated = String(repeating: "not (", count: count / 5)
      #expect(!compile("item a: A\n  show when: \(negated)").findings.isEmpty)
    }
  }

  /// Where very much is unknown, the first few are still guessed; the others are found all the same.
  @Test func guessesAsLongAsSpellingMayBeIt() {
    let construct =
      "construct c: C\n" + (1...400).map { _ in "  uses: herd\n" }.joined()
      + "  score: mean, all answered\n"
    let findings = compile(construct).findings.filter { $0.code == "A272" }
    #expect(findings.count == 400)
    #expect(findings[0].fixes.map(\.confidence) == [.likely])
    #expect(findings[399].fixes.map(\.confidence) == [.possible])
  }

  /// Trying is bounded for the whole file: what could not be tried is said.
  @Test func triesOnlyForAWhile() {
    let items = (1...1_200).map { number in
      "item c\(number): A question.\n" + (number > 1 ? "  show when: c\(number - 1) is 2\n" : "")
    }.joined()
    let compilation = compile(items)
    #expect(compilation.instrument != nil)
    let untried = compilation.advice.filter { $0.code == "A239" }
    #expect(!untried.isEmpty && untried.count < 1_199)
  }
}
