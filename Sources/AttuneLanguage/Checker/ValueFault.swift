import AttuneDiagnostics

/// What is wrong with the values of a comparison.
enum ValueFault {
  /// Not one of the answers; the known ones, and where they are listed.
  case notAChoice(Name, known: [String], heading: Heading?)
  /// A word compared with a number, a number with a text, or one answer with several.
  case notComparable(SourceRange, why: String, heading: Heading?)
  /// Higher and lower asked of answers that have no order.
  case noOrder(SourceRange, heading: Heading?)

  static func all(in scope: Scope) -> [ValueFault] {
    scope.placedConditions.flatMap(\.condition.value.comparisons)
      .flatMap { faults(of: $0, in: scope) }
  }

  static func faults(of comparison: ComparisonSyntax, in scope: Scope) -> [ValueFault] {
    let subject = comparison.subject
    if let words = BuiltIns.values(of: subject.value, in: scope) {
      return builtInFaults(of: comparison, known: words.sorted())
    }
    guard let item = scope.item(subject.value), let answers = scope.answers(to: item) else {
      return []
    }
    let heading = item.heading
    func notComparable(_ why: String) -> [ValueFault] {
      [.notComparable(subject.range, why: why, heading: heading)]
    }
    switch (comparison.relation, answers) {
    case (.isAnswered, _), (.isNotAnswered, _): return []
    case (_, .words): return notComparable("its answer is in the person's own words")
    case (.includes(let value), .several): return unknown([value], answers, heading)
    case (.includes, _): return notComparable("it has one answer; say \"is\"")
    case (_, .several): return notComparable("it may have several answers; say \"includes\"")
    case (.isOneOf(let values), .one): return unknown(values, answers, heading)
    case (.isNot(let value), .one): return unknown([value], answers, heading)
    case (.isOneOf(let values), .number): return notNumbers(values, heading)
    case (.isNot(let value), .number): return notNumbers([value], heading)
    case (_, .one(let choices)):
      let hasOrder = choices.allSatisfy { $0.number != nil }
      return hasOrder ? [] : [.noOrder(subject.range, heading: heading)]
    case (_, .number): return []
    }
  }

  private static func builtInFaults(
    of comparison: ComparisonSyntax, known: [String]
  ) -> [ValueFault] {
    let values: [Name]
    switch comparison.relation {
    case .isAnswered, .isNotAnswered: return []
    case .isOneOf(let said): values = said
    case .isNot(let said): values = [said]
    case .isAtLeast, .isAtMost, .isMoreThan, .isLessThan, .includes:
      return [.noOrder(comparison.subject.range, heading: nil)]
    }
    return values.filter { !known.contains($0.value) }
      .map { .notAChoice($0, known: known, heading: nil) }
  }

  private static func unknown(
    _ values: [Name], _ answers: Answers, _ heading: Heading
  ) -> [ValueFault] {
    values.filter { answers.code(of: $0.value) == nil }.map {
      .notAChoice($0, known: answers.choices.map(\.key.value), heading: heading)
    }
  }

  private static func notNumbers(_ values: [Name], _ heading: Heading) -> [ValueFault] {
    values.filter { plainNumber($0.value) == nil }.map {
      .notComparable($0.range, why: "its answer is a number", heading: heading)
    }
  }
}
