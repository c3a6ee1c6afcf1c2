import AttuneInstrument

/// How an item is answered: `answer: choose one`, `answer: agreement`.
enum AnswerSyntax: Sendable, Hashable {
  /// A scale, by name; or a kind of answer that we do not know.
  case named(Name)
  case chooseOne
  case chooseAny(upTo: Written<Int>?)
  case number(NumberRange?)
  case slider(NumberRange)
  case text(severalLines: Bool)
  case date(DatePrecision)

  /// The kinds as they are written.
  static let kinds = ["choose one", "choose any", "number", "slider", "text", "date"]
}

/// `0 to 90`.
struct NumberRange: Sendable, Hashable {
  var lowest: Written<Double>
  var highest: Written<Double>
}
