import AttuneDiagnostics

extension Reader {
  /// A condition and nothing else.
  mutating func expectCondition() -> Written<ConditionSyntax>? {
    let range = text
    guard let condition = parseCondition(depth: 0) else { return nil }
    guard isAtEnd else {
      report(.unreadableCondition("I expected \"and\", \"or\" or the end here", at: place))
      return nil
    }
    return Written(condition, at: range)
  }

  private mutating func parseCondition(depth: Int) -> ConditionSyntax? {
    var parts: [ConditionSyntax] = []
    repeat {
      guard let part = parseConjunction(depth: depth) else { return nil }
      parts.append(part)
    } while maybe("or")
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseConjunction(depth: Int) -> ConditionSyntax? {
    var parts: [ConditionSyntax] = []
    repeat {
      guard let part = parseSimple(depth: depth) else { return nil }
      parts.append(part)
    } while maybe("and")
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func parseSimple(depth: Int) -> ConditionSyntax? {
    let isNegated = maybe("not")
    let bracket = place
    if maybe("(") {
      guard depth < Limits.brackets else {
        report(.tooManyBrackets(at: bracket))
        return nil
      }
      guard let inner = parseCondition(depth: depth + 1) else { return nil }
      guard maybe(")") else {
        report(.unreadableCondition("I expected \")\" here", at: place))
        return nil
      }
      return isNegated ? .not(inner) : inner
    }
    guard !isNegated else {
      report(.unreadableCondition("After \"not\" I expected a condition in brackets", at: place))
      return nil
    }
    guard let subject = parseName(.subject) else {
      report(.unreadableCondition("I expected the name of a question here", at: place))
      return nil
    }
    return parseRelation(to: subject.value).map {
      .comparison(ComparisonSyntax(subject: subject, relation: $0))
    }
  }

  private mutating func parseRelation(to subject: String) -> ComparisonSyntax.Relation? {
    if maybe("is answered") { return .isAnswered }
    if maybe("is not answered") { return .isNotAnswered }
    if maybe("is one of") { return parseValues(of: subject).map { .isOneOf($0) } }
    if maybe("is at least") { return parseBound().map { .isAtLeast($0) } }
    if maybe("is at most") { return parseBound().map { .isAtMost($0) } }
    if maybe("is more than") { return parseBound().map { .isMoreThan($0) } }
    if maybe("is less than") { return parseBound().map { .isLessThan($0) } }
    if maybe("is not") { return parseValue(of: subject).map { .isNot($0) } }
    if maybe("is") { return parseValue(of: subject).map { .isOneOf([$0]) } }
    if maybe("includes") { return parseValue(of: subject).map { .includes($0) } }
    report(.unreadableCondition("I expected \"is ...\" or \"includes ...\" here", at: place))
    return nil
  }

  private mutating func parseValues(of subject: String) -> [Name]? {
    var values: [Name] = []
    repeat {
      guard let value = parseValue(of: subject) else { return nil }
      values.append(value)
    } while maybe(",")
    return values
  }

  private mutating func parseValue(of subject: String) -> Name? {
    if let name = parseName(.answer(to: subject)) { return name }
    report(.unreadableCondition("I expected an answer here", at: place))
    return nil
  }

  private mutating func parseBound() -> Written<Double>? {
    if let number = parseNumber() { return number }
    report(.unreadableCondition("I expected a number here", at: place))
    return nil
  }
}

extension Finding {
  fileprivate static func tooManyBrackets(at range: SourceRange) -> Finding {
    Finding(
      "A230", .mustFix, "I could not read this condition", at: range,
      explanation: "There are more than \(Limits.brackets) brackets inside each other.",
      fixes: [Fix(.possible, "say it in fewer steps, or give the parts conditions of their own")])
  }

  /// A condition compares earlier answers, and joins the comparisons with and, or, not.
  ///
  ///     show when: meetings is at least 1
  ///     show when: team is one of north, south and not (heard is answered)
  ///
  /// A bracket stands after not, so that it is plain how far it reaches. Without brackets, and
  /// binds before or.
  fileprivate static func unreadableCondition(_ what: String, at range: SourceRange) -> Finding {
    Finding(
      "A230", .mustFix, "I could not read this condition", at: range,
      explanation: """
        \(what). A condition looks like: team is north; meetings is at least 1 and team is one of \
        north, south; not (team is north); more is answered.
        """)
  }
}
