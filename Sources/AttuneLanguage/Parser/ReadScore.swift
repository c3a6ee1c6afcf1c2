import AttuneDiagnostics
import AttuneInstrument

extension Reader {
  /// `mean, at least 4 answered`, `sum, all answered`, `count of 1, at least 10 answered`.
  mutating func expectScore() -> Written<ScoreSyntax>? {
    let range = text
    guard let combination = parseCombination(), maybe(",") else { return unreadable(range) }
    let minimum: Written<Int>?
    if maybe("all") {
      minimum = nil
    } else {
      guard maybe("at least"), let number = parseWholeNumber() else { return unreadable(range) }
      minimum = number
    }
    guard maybe("answered") || maybe("scored"), isAtEnd else { return unreadable(range) }
    return Written(
      .rule(ScoreRule(combination, atLeast: minimum?.value), minimum: minimum), at: range)
  }

  /// A form's `score:`, which may also say `none`.
  mutating func expectFormScore() -> Written<ScoreSyntax>? {
    let range = text
    if maybe("none"), expectEnd() { return Written(.none, at: range) }
    return isAtEnd ? nil : expectScore()
  }

  private mutating func parseCombination() -> ScoreRule.Combination? {
    if maybe("mean") { return .mean }
    if maybe("sum") { return .sum }
    if maybe("prorated sum") { return .proratedSum }
    if maybe("count of"), let code = parseWholeNumber() { return .count(of: code.value) }
    return nil
  }

  private mutating func unreadable(_ range: SourceRange) -> Written<ScoreSyntax>? {
    report(.unreadableScore(at: range))
    return nil
  }

  /// `1 as 0, 2 as 50, 3 as 100`.
  mutating func expectCounts() -> Written<[CountSyntax]>? {
    let range = text
    var counts: [CountSyntax] = []
    repeat {
      guard let value = expectName("an answer", .countedAnswer) else { return nil }
      guard maybe("as") else {
        report(.expected("\"as\" and what the answer counts", at: place))
        return nil
      }
      guard let worth = expectNumber() else { return nil }
      counts.append(CountSyntax(value: value, worth: worth))
    } while maybe(",")
    return expectEnd() ? Written(counts, at: range) : nil
  }
}

extension Finding {
  /// A score says how answers are put together and how many there must be.
  ///
  ///     score: mean, at least 4 answered
  ///     score: sum, all answered
  fileprivate static func unreadableScore(at range: SourceRange) -> Finding {
    Finding(
      "A265", .mustFix, "I could not read this score", at: range,
      explanation: """
        A score says how answers are put together and how many there must be: mean, sum, prorated \
        sum or count of 1; then all answered or at least 3 answered.
        """,
      fixes: [Fix(.possible, "for example: score: mean, all answered")])
  }
}
