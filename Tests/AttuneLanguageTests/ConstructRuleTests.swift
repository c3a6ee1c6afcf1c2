import Testing

@Suite struct ConstructRuleTests {
  static let examples: [Example] = [
    Example(
      "an item without a number", ["1️⃣": "A260"],
      """
      construct met: Met
        uses: heard, 1️⃣more
        score: mean, all answered
      """),
    Example(
      "an item listed both ways round", ["1️⃣": "A261"],
      """
      construct met: Met
        uses: heard, rushed
        uses reversed: 1️⃣rushed
        score: mean, all answered
      """),
    Example(
      "one item", ["1️⃣": "A262"],
      """
      construct 1️⃣met: Met
        uses: heard
        score: mean, all answered
      """),
    Example(
      "a composite of one construct", [:],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      construct all_met: All
        uses: met
        score: mean, all scored
        index: yes
      """),
    Example(
      "items measured differently", ["1️⃣": "A263"],
      """
      construct 1️⃣met: Met
        uses: heard, meetings
        score: mean, all answered
      """),
    Example(
      "no score", ["1️⃣": "A264"],
      """
      construct 1️⃣met: Met
        uses: heard, rushed
      """),
    Example(
      "a score that cannot be read", ["1️⃣": "A265"],
      """
      construct met: Met
        uses: heard, rushed
        score: 1️⃣average of all
      """),
    Example(
      "more answers than questions", ["1️⃣": "A266"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, at least 1️⃣3 answered
      """),
    Example(
      "mostly guessed", ["1️⃣": "A267"],
      """
      construct met: Met
        uses: heard, rushed, known
        score: mean, at least 1️⃣1 answered
      """),
    Example(
      "a sum with gaps", ["1️⃣": "A268"],
      """
      construct met: Met
        uses: heard, rushed, known
        score: 1️⃣sum, at least 2 answered
      """),
    Example(
      "keyed both ways", ["1️⃣": "A269"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      construct met2: Met too
        uses: known
        uses reversed: 1️⃣rushed
        score: mean, all answered
      """),
    Example(
      "an unknown item", ["1️⃣": "A272"],
      """
      construct met: Met
        uses: heard, 1️⃣rused
        score: mean, all answered
      """),
    Example(
      "a run of items", [:],
      """
      construct met: Met
        uses: heard to known
        score: mean, at least 3 answered
      """),
    Example(
      "a run that goes backwards", ["1️⃣": "A272"],
      """
      construct met: Met
        uses: 1️⃣known to heard
        score: mean, at least 2 answered
      """),
    Example(
      "counts", ["1️⃣": "A105"],
      """
      construct met: Met
        uses: heard, rushed
        counts: 1 as 0, 2 1️⃣is 50
        score: mean, all answered
      """),
    Example(
      "counts of an answer that there is not", ["1️⃣": "A229"],
      """
      construct met: Met
        uses: heard, rushed
        counts: 1 as 0, 1️⃣9 as 50
        score: mean, all answered
      """),
    Example(
      "a count of an answer that there is not", ["1️⃣": "A229"],
      """
      construct met: Met
        uses: heard, rushed
        score: 1️⃣count of 9, all answered
      """),
    Example(
      "a form of items and sections", ["1️⃣": "A272"],
      """
      form short: Short
        uses: listening, heard, 1️⃣herd
        score: none
      """),
  ]

  @Test(arguments: examples) func findsConstructs(_ example: Example) {
    example.check()
  }
}
