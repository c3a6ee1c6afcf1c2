import Testing

@Suite struct RoleRuleTests {
  static let examples: [Example] = [
    Example(
      "a misspelt role is one fault", ["1️⃣": "A225"],
      """
      role person: I use services
      role practitioner: I work there
      item a
        ask person: A question.
        ask 1️⃣practioner: A question for workers.
      item b
        ask person: B
        ask practitioner: B
      """),
    Example(
      "a form that leaves a question out", ["1️⃣": "A226"],
      """
      role person: I use services
      role worker: I work there
      item 1️⃣a
        ask person: A question.
      item b
        ask person: B
        ask worker: B
      """),
    Example(
      "a question that is only for one role", [:],
      """
      role person: I use services
      role worker: I work there
      item a
        ask person: A question.
        only for: person
      item b
        ask person: B
        ask worker: B
      """),
    Example(
      "a role that nothing asks", ["1️⃣": "A241"],
      """
      role 1️⃣person: I use services
      """),
  ]

  @Test(arguments: examples) func findsRoles(_ example: Example) {
    example.check()
  }
}
