/// What the answers to an item are.
enum Answers {
  case one([ChoiceSyntax])
  case several([ChoiceSyntax])
  case number(NumberRange?)
  /// Text or a date: nothing to compare or add up.
  case words

  var choices: [ChoiceSyntax] {
    switch self {
    case .one(let choices), .several(let choices): choices
    case .number, .words: []
    }
  }

  /// The code that a choice's name or number stands for.
  func code(of value: String) -> Int? {
    let choices = choices
    return choices.indices.first { choices[$0].key.value == value }.map { choices.code(at: $0) }
      ?? wholeNumber(value).flatMap { number in
        choices.indices.contains { choices.code(at: $0) == number } ? number : nil
      }
  }
}
