import AttuneDiagnostics
import Foundation
import Testing

@Suite struct FindingFormatTests {
  private let source = SourceText(
    name: "route.instrument", content: "item contact: How?\n\tshow when: contact is fone\nend\n")
  private let finding = Finding(
    "A233", .mustFix, "\"fone\" is not one of the choices", at: SourceRange(42, 46),
    explanation: "The choices are: phone, video.",
    notes: [.init("contact is asked here", at: SourceRange(5, 12))],
    fixes: [
      Fix(.likely, "did you mean \"phone\"?", edits: [.init(SourceRange(42, 46), with: "phone")])
    ])
  private let later = Finding("A100", .pleaseCheck, "Later", at: SourceRange(47, 50))

  @Test func showsPeopleThePlaceTheReasonAndTheStep() {
    #expect(
      FindingFormat.text.render([later, finding], of: source) == """
        "fone" is not one of the choices  [A233, must fix]
        route.instrument, line 2

            2:  show when: contact is fone
                                      ^^^^
            1: item contact: How?    (contact is asked here)

        The choices are: phone, video.
          Fix (likely): did you mean "phone"?

        Later  [A100, please check]
        route.instrument, line 3

            3: end
               ^^^

        """)
  }

  @Test func tellsScreenReadersTheSameInSentences() {
    #expect(
      FindingFormat.spoken.render([later, finding, later], of: source, limit: 2) == """
        Finding 1 of 3, must fix, code A233.
        "fone" is not one of the choices.
        Line 2, the word fone.
        See also line 1, contact is asked here: item contact: How?
        The choices are: phone, video.
        A likely fix: did you mean "phone"?

        Finding 2 of 3, please check, code A100.
        Later.
        Line 3: end.

        And 1 more.

        """)
  }

  @Test func countsWhatItDoesNotShow() {
    let text = FindingFormat.text.render([finding, later, later], of: source, limit: 1)
    #expect(text.hasSuffix("\nand 2 more\n"))
    #expect(!text.contains("Later"))
  }

  @Test func pointsIntoAnEmptyFileAndPastALine() {
    let empty = SourceText(name: "e", content: "")
    let text = FindingFormat.text.render(
      [Finding("A110", .mustFix, "T", at: SourceRange(0, 0))], of: empty)
    #expect(text == "T  [A110, must fix]\ne, line 1\n\n    1: \n       ^\n")
    let wide = Finding("A100", .mustFix, "T", at: SourceRange(47, 51))
    #expect(FindingFormat.text.render([wide], of: source).contains("    3: end\n       ^^^\n"))
  }

  @Test func givesEditorsOneLineEach() {
    #expect(
      FindingFormat.lines.render([later, finding], of: source) == """
        route.instrument:2:24: must fix: "fone" is not one of the choices [A233]
        route.instrument:3:1: please check: Later [A100]

        """)
  }

  @Test func givesProgramsOffsetsAndEdits() throws {
    let json = FindingFormat.json.render([finding], of: source)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let entry = try #require((document["findings"] as? [[String: Any]])?.first)
    #expect(entry["code"] as? String == "A233")
    #expect(entry["level"] as? String == "must fix")
    let place = try #require(entry["place"] as? [String: Int])
    #expect(
      place == [
        "lower": 42, "upper": 46, "line": 2, "column": 24, "endLine": 2, "endColumn": 28,
      ])
    let fix = try #require((entry["fixes"] as? [[String: Any]])?.first)
    #expect(fix["confidence"] as? String == "likely")
    let edit = try #require((fix["edits"] as? [[String: Any]])?.first)
    #expect(edit["replacement"] as? String == "phone")
  }

  @Test func neverLetsTheSourceActOnTheTerminal() {
    let hostile = SourceText(
      name: "a\u{1B}[2J.instrument", content: "x \u{1B}[31mred\u{202E}abc\u{9B}0m y\n")
    let finding = Finding(
      "A100", .mustFix, "About \"\u{1B}]0;title\u{07}\"", at: SourceRange(0, 1),
      explanation: "\u{202E}txet", notes: [.init("\u{1B}c", at: SourceRange(0, 1))],
      fixes: [Fix(.possible, "\u{1B}[0m")])
    for format in FindingFormat.allCases {
      let scalars = format.render([finding], of: hostile).unicodeScalars
      let acting = scalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
      #expect(acting.isEmpty)
      if format != .json { #expect(!scalars.contains("\u{202E}")) }
    }
  }
}
