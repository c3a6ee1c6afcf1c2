import Testing

@Suite struct ReadingTests {
  static let examples: [Example] = [
    Example(
      "a line that says nothing", ["1️⃣": "A100"],
      """
      1️⃣Here is a sentence
      """),
    Example(
      "a missing colon", ["1️⃣": "A100"],
      """
      item a: A question.
        1️⃣why we ask it helps
      """),
    Example(
      "a heading without a colon", ["1️⃣": "A100", "2️⃣": "A100"],
      """
      1️⃣item calm I felt calm
      2️⃣debrief Thank you
      construct met: Met
        uses: heard, calm
        score: mean, all answered
      """),
    Example(
      "an unknown word", ["1️⃣": "A101"],
      """
      item a: A question.
        1️⃣why we aks: it helps
      """),
    Example(
      "an unknown word is not a missing answer too", ["1️⃣": "A101", "2️⃣": "A101"],
      """
      item a: A question.
        1️⃣anser: agreement
      2️⃣itm b: B
      """),
    Example(
      "a value that is none", ["1️⃣": "A105"],
      """
      section s: S
        check in: 1️⃣maybe
      item a: A question.
      """),
    Example(
      "text in an item", ["1️⃣": "A106"],
      """
      item a: A question.
        1️⃣> Please read this.
      """),
    Example(
      "a choice in a section", ["1️⃣": "A107"],
      """
      section s: S
        1️⃣1 = Yes
      item a: A question.
      """),
    Example(
      "a detail said twice", ["1️⃣": "A108"],
      """
      item a: A question.
        help: This.
        1️⃣help: That.
      """),
    Example(
      "two wordings for everybody", ["1️⃣": "A108"],
      """
      item a: A question.
        1️⃣ask: Another question.
      """),
    Example(
      "a level with two conditions", ["1️⃣": "A108"],
      """
      group two: Two
        up = Up
        up when: side is north
        1️⃣up when: side is south
      plan p: P
        describe: heard by two
      """),
    Example(
      "nothing after the colon", ["1️⃣": "A109"],
      """
      item a: A question.
        1️⃣help:
      """),
    Example(
      "required", ["1️⃣": "A201", "2️⃣": "A201"],
      """
      item a: A question.
        1️⃣required: yes
      item b: B
        2️⃣required
      """),
    Example(
      "a control character", ["1️⃣": "A111"],
      """
      item a: A question.
        help: 1️⃣\u{1B}[2J
      """),
    Example(
      "a heading that takes no name", ["1️⃣": "A100"],
      """
      debrief 1️⃣end: Thank you
      """),
    Example(
      "accepting without a reason", ["1️⃣": "A105"],
      """
      item a: A question.
        accept: A4021️⃣
      """),
  ]

  @Test(arguments: examples) func findsLines(_ example: Example) {
    example.check()
  }
}
