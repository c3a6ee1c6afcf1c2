import AttuneDiagnostics
import AttuneInstrument

extension Reader {
  mutating func expectAnswer() -> Written<AnswerSyntax>? {
    let range = text
    guard let answer = parseKind(), expectEnd() else { return nil }
    return Written(answer, at: range)
  }

  private mutating func parseKind() -> AnswerSyntax? {
    if maybe("choose one") { return .chooseOne }
    if maybe("choose any") { return parseUpTo() }
    if maybe("number") { return isAtEnd ? .number(nil) : expectRange().map { .number($0) } }
    if maybe("slider") { return expectRange().map { .slider($0) } }
    if maybe("text") { return parseLines() }
    if maybe("date") { return parsePrecision() }
    if isAtEnd { expect(.name(.scale)) }
    let said = rest()
    note(said, as: .scale)
    return .named(said)
  }

  private mutating func parseUpTo() -> AnswerSyntax? {
    guard maybe(",") else { return .chooseAny(upTo: nil) }
    guard maybe("up to") else {
      report(.expected("\"up to\" and a number", at: place))
      return nil
    }
    return expectWholeNumber().map { .chooseAny(upTo: $0) }
  }

  private mutating func parseLines() -> AnswerSyntax? {
    guard maybe(",") else { return .text(severalLines: false) }
    return expectOne(of: [("one line", false), ("several lines", true)])
      .map { .text(severalLines: $0.value) }
  }

  private mutating func parsePrecision() -> AnswerSyntax? {
    guard maybe(",") else { return .date(.day) }
    return expectOne(of: DatePrecision.allCases.map { ($0.rawValue, $0) })
      .map { .date($0.value) }
  }

  /// `0 to 90`.
  mutating func expectRange() -> NumberRange? {
    guard let lowest = expectNumber() else { return nil }
    guard maybe("to") else {
      report(.expected("\"to\" and the highest number", at: place))
      return nil
    }
    return expectNumber().map { NumberRange(lowest: lowest, highest: $0) }
  }
}
