import Testing

@Suite struct NameRuleTests {
  static let examples: [Example] = [
    Example(
      "two items of one name", ["1️⃣": "A120"],
      """
      item 1️⃣heard: I felt heard.
      """),
    Example(
      "an item and a construct of one name", ["1️⃣": "A120"],
      """
      construct 1️⃣heard: Heard
        uses: rushed, known
        score: mean, all answered
      """),
    Example(
      "a section and an item may share a name", [:],
      """
      section heard: Heard
      item heard2: I felt heard.
      """),
    Example(
      "names that differ only in _", ["1️⃣": "A121"],
      """
      item 1️⃣he_ard: I felt heard.
      """),
    Example(
      "a word of SPSS", ["1️⃣": "A104"],
      """
      item 1️⃣by: I was passed by.
      """),
    Example(
      "a word that is filled in from the study", ["1️⃣": "A104"],
      """
      item 1️⃣contact: How do you meet?
      """),
    Example(
      "a second consent", ["1️⃣": "A122"],
      """
      1️⃣consent: Again
        must agree again: I agree.
      """),
    Example(
      "capitals in a name", ["1️⃣": "A103"],
      """
      item 1️⃣Heard2: I felt heard.
      """),
    Example(
      "capitals in a name that is used", ["1️⃣": "A103"],
      """
      item 1️⃣Heard2: I felt heard.
      construct met: Met
        uses: Heard2, Heard
        score: mean, all answered
      """),
    Example(
      "blanks in a name", ["1️⃣": "A103"],
      """
      item 1️⃣felt heard: I felt heard.
      """),
    Example(
      "no name", ["1️⃣": "A102"],
      """
      1️⃣item: I felt heard.
      """),
    Example(
      "a name of 33 letters", ["1️⃣": "A103"],
      """
      item 1️⃣aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: I felt heard.
      """),
    Example(
      "an answer that conditions could not name", ["1️⃣": "A104"],
      """
      item a: A question.
        answer: choose one
        1️⃣not = Not yet
        more = More
      """),
    Example(
      "an insert that nothing fills", ["1️⃣": "A331"],
      """
      item again: Do you see 1️⃣{taem} again?
      """),
    Example(
      "an insert of an item in an answer", ["1️⃣": "A331"],
      """
      item again: Do you see them again?
        answer: choose one
        yes = Yes, with 1️⃣{side}
        no = No
      """),
    Example(
      "an insert of an item", [:],
      """
      item again: Do you see {team or your team} at {contact} again, {{really}}?
      """),
  ]

  @Test(arguments: examples) func findsNames(_ example: Example) {
    example.check()
  }
}
