import Testing

@Suite struct ConditionRuleTests {
  static let examples: [Example] = [
    Example(
      "a condition that cannot be read", ["1️⃣": "A230"],
      """
      item a: A question.
        show when: team 1️⃣equals north
      """),
    Example(
      "a condition that goes on", ["1️⃣": "A230"],
      """
      item a: A question.
        show when: side is north 1️⃣more is answered
      """),
    Example(
      "a bracket that stays open", ["1️⃣": "A230"],
      """
      item a: A question.
        show when: not (side is north1️⃣
      """),
    Example(
      "too many brackets", ["1️⃣": "A230"],
      """
      item a: A question.
        show when: \(String(repeating: "(", count: 64))1️⃣(side is north
      """),
    Example(
      "as many brackets as there may be", [:],
      """
      item a: A question.
        show when: \(String(repeating: "(", count: 64))side is north\(String(repeating: ")", count: 64))
      """),
    Example(
      "no such question", ["1️⃣": "A231"],
      """
      item a: A question.
        show when: 1️⃣sied is north
      """),
    Example(
      "a question asked later", ["1️⃣": "A232"],
      """
      item a: A question.
        show when: 1️⃣b is north
      item b: B
        answer: choose one
        north = North
        south = South
      """),
    Example(
      "a question asked before the information", [:],
      """
      item a: A question.
        show when: b is north
      section first: First
        place: before information
      item b: B
        answer: choose one
        north = North
        south = South
      """),
    Example(
      "the question itself", ["1️⃣": "A232"],
      """
      item a: A question.
        show when: 1️⃣a is answered
      """),
    Example(
      "not one of the choices", ["1️⃣": "A233", "2️⃣": "A233"],
      """
      item a: A question.
        show when: side is one of 1️⃣nroth, south and heard is 2️⃣4
      """),
    Example(
      "a number compared with a word", ["1️⃣": "A234"],
      """
      item a: A question.
        show when: meetings is 1️⃣often
      """),
    Example(
      "words compared with a word", ["1️⃣": "A234"],
      """
      item a: A question.
        show when: 1️⃣more is long
      """),
    Example(
      "includes of one answer", ["1️⃣": "A234"],
      """
      item a: A question.
        show when: 1️⃣side includes north
      """),
    Example(
      "higher and lower of names", ["1️⃣": "A235"],
      """
      item a: A question.
        show when: 1️⃣side is at least 2
      """),
    Example(
      "what can be compared", [:],
      """
      item a: A question.
        show when: (heard is at least 2 or meetings is less than 3) and not (side is not north) and more is answered and form is full and help_given is not yes
      """),
  ]

  @Test(arguments: examples) func findsConditions(_ example: Example) {
    example.check()
  }
}
