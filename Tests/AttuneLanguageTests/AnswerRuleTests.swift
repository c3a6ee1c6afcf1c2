import Testing

@Suite struct AnswerRuleTests {
  static let examples: [Example] = [
    Example(
      "a code used twice", ["1️⃣": "A210"],
      """
      scale often
        1 = Never
        1️⃣1 = Often
      item a: A question.
        answer: often
      """),
    Example(
      "a duplicate code is not a skipped number too", ["1️⃣": "A210"],
      """
      scale often
        1 = Never
        2 = Rarely
        1️⃣2 = Often
        4 = Always
      item a: A question.
        answer: often
      """),
    Example(
      "one answer twice", ["1️⃣": "A211"],
      """
      scale often
        1 = Never
        2 = 1️⃣Never
      item a: A question.
        answer: often
      """),
    Example(
      "a code kept for missing answers", ["1️⃣": "A212"],
      """
      scale often
        1️⃣-98 = Never
        1 = Often
      item a: A question.
        answer: often
      """),
    Example(
      "a scale of names", ["1️⃣": "A213"],
      """
      scale 1️⃣often
        never = Never
        always = Always
      item a: A question.
        answer: often
      """),
    Example(
      "a scale of one point", ["1️⃣": "A214"],
      """
      scale 1️⃣often
        1 = Never
      item a: A question.
        answer: often
      """),
    Example(
      "a scale out of order", ["1️⃣": "A215"],
      """
      scale 1️⃣often
        2 = Often
        1 = Never
      item a: A question.
        answer: often
      """),
    Example(
      "a scale out of order that is meant", [:],
      """
      scale often
        2 = Often
        1 = Never
        accept: A215 because people read the good answer first
      item a: A question.
        answer: often
      """),
    Example(
      "accepting in another block changes nothing", ["1️⃣": "A215"],
      """
      scale 1️⃣often
        2 = Often
        1 = Never
      item a: A question.
        answer: often
        accept: A215 because it is elsewhere
      """),
    Example(
      "a skipped number", ["1️⃣": "A216"],
      """
      scale 1️⃣often
        1 = Never
        3 = Often
      item a: A question.
        answer: often
      """),
    Example(
      "a reason as a point", ["1️⃣": "A217"],
      """
      scale often
        1 = Never
        2 = Often
        3 = 1️⃣I’d rather not say
      item a: A question.
        answer: often
      """),
    Example(
      "a scale that leans", ["1️⃣": "A218"],
      """
      scale 1️⃣lean
        1 = Disagree
        2 = Agree a little
        3 = Agree a lot
      item a: A question.
        answer: lean
      """),
    Example(
      "an unknown answer kind", ["1️⃣": "A221"],
      """
      item a: A question.
        answer: 1️⃣agreemnt
      """),
    Example(
      "nothing to choose from", ["1️⃣": "A222"],
      """
      item 1️⃣a: A question.
        answer: choose one
      """),
    Example(
      "a choice of a number", ["1️⃣": "A107"],
      """
      item a: A question.
        answer: number
        1️⃣1 = One
      """),
    Example(
      "an empty range", ["1️⃣": "A223"],
      """
      item a: A question.
        answer: 1️⃣number 9 to 2
      """),
    Example(
      "no words", ["1️⃣": "A224"],
      """
      item 1️⃣a
      """),
    Example(
      "a reason that cannot be offered", ["1️⃣": "A227"],
      """
      item a: A question.
        offer: not sure, 1️⃣dont care
      """),
    Example(
      "nothing and something offered", ["1️⃣": "A227"],
      """
      item a: A question.
        offer: 1️⃣nothing, not sure
      """),
    Example(
      "words for an answer that is not there", ["1️⃣": "A228"],
      """
      item a: A question.
        answer: choose one
        yes = Yes
        no = No
        write in: 1️⃣other
      """),
    Example(
      "ends of a slider on a scale", ["1️⃣": "A219", "2️⃣": "A219", "3️⃣": "A219"],
      """
      item a: A question.
        left: 1️⃣Low
        unit: 2️⃣visits
        ask again if: 3️⃣above 4
      """),
    Example(
      "ends of a slider on a number", ["1️⃣": "A219"],
      """
      item a: A question.
        answer: number
        right: 1️⃣High
        unit: visits
        ask again if: above 4
      """),
    Example(
      "a scale that nothing uses", ["1️⃣": "A240"],
      """
      scale 1️⃣often
        1 = Never
        2 = Often
      """),
  ]

  @Test(arguments: examples) func findsAnswers(_ example: Example) {
    example.check()
  }
}
