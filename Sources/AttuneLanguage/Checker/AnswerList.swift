import AttuneDiagnostics

/// The answers that a scale or an item lists, with the heading they stand under.
struct AnswerList {
  let heading: Heading
  let choices: [ChoiceSyntax]
  let isScale: Bool

  static func all(in file: InstrumentSyntax) -> [AnswerList] {
    file.scales.map { AnswerList(heading: $0.heading, choices: $0.choices, isScale: true) }
      + file.items.filter { !$0.choices.isEmpty }.map {
        AnswerList(heading: $0.heading, choices: $0.choices, isScale: false)
      }
  }
}
