import AttuneDiagnostics
import AttuneLanguage
import Testing

/// One run reports everything, each with its place and a next step.
@Suite struct TenFaultsTests {
  private let source = SourceText(
    name: "broken.instrument",
    content: Example.prelude + """
      section more_questions: More
      Here is a sentence without a mark
      item calm: I felt calm
        required: yes
      item again: Would you come again?
        answer: choose won
      item why: Why?
        show when: sied is north
      item later: Later?
        show when: side is nroth
      scale often
        1 = Never
        1 = Always
      construct met: Met
        uses: heard, rushd
        score: mean, at least 9 answered
      construct sums: Sums
        uses: heard, rushed, known
        score: sum, at least 2 answered
      analysis
        smallest difference that matters: 0.5 points
      plan first: First
        compare: sums by teem
        test: Welch
      plan second: Second
        family: important
      """)

  @Test func reportsAllTenInOrder() {
    let findings = Compilation(of: source).findings
    let places = findings.map { finding in
      let (line, column) = source.position(of: finding.range.lower)
      return "\(line):\(column) \(finding.code)"
    }
    #expect(
      places == [
        "32:1 A100", "34:3 A201", "36:11 A221", "38:14 A231", "40:22 A233", "43:3 A210",
        "45:16 A272", "49:10 A268", "53:20 A271", "56:11 A105",
      ])
    #expect(findings.allSatisfy { !$0.fixes.isEmpty })
  }

  @Test func showsThemBesideTheirLines() {
    let findings = Compilation(of: source).findings
    let text = FindingFormat.text.render(Array(findings.prefix(4)), of: source, limit: 3)
    #expect(
      text == """
        I could not read this line  [A100, must fix]
        broken.instrument, line 32

           32: Here is a sentence without a mark
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

        A line is a heading (item heard: ...), a detail (answer: agreement), an answer to choose \
        (1 = Disagree), text to read (> ...) or a comment (# ...).
          Fix (possible): start it with > if it is text to read

        Nobody can be made to answer  [A201, must fix]
        broken.instrument, line 34

           34:   required: yes
                 ^^^^^^^^

        Every question can be skipped, and skipping needs no reason.
          Fix (certain): take this line out

        I do not know the answer kind "choose won"  [A221, must fix]
        broken.instrument, line 36

           36:   answer: choose won
                         ^^^^^^^^^^

        I know: choose one, choose any, number, slider, text, date, agreement, often.
          Fix (likely): did you mean "choose one"?

        and 1 more

        """)
  }

  @Test func neverSaysTheWordThatBlames() {
    let text = FindingFormat.text.render(Compilation(of: source).findings, of: source)
    #expect(!text.lowercased().contains("error"))
    #expect(!text.lowercased().contains("invalid"))
  }

  @Test func isMendedByItsOwnFixes() {
    let findings = Compilation(of: source).findings
    let edits = findings.compactMap(\.fixes.first).flatMap(\.edits)
    var bytes = Array(source.content.utf8)
    for edit in edits.sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
    }
    let mended = SourceText(name: "mended", content: String(decoding: bytes, as: UTF8.self))
    let codes = Set(Compilation(of: mended).findings.map(\.code))
    #expect(codes.isDisjoint(with: ["A201", "A210", "A221", "A231", "A233", "A268"]))
  }
}
