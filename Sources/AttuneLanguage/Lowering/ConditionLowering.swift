import AttuneInstrument

extension ConditionSyntax {
  /// The condition with choices as codes.
  ///
  /// Every name in it has been checked.
  func lowered(in scope: Scope) -> Condition {
    switch self {
    case .all(let parts): .all(parts.map { $0.lowered(in: scope) })
    case .any(let parts): .any(parts.map { $0.lowered(in: scope) })
    case .not(let part): .not(part.lowered(in: scope))
    case .comparison(let comparison): comparison.lowered(in: scope)
    }
  }
}

extension ComparisonSyntax {
  fileprivate func lowered(in scope: Scope) -> Condition {
    let answers = scope.item(subject.value).flatMap(scope.answers)
    func operand(_ value: Name) -> Condition.Operand {
      if let code = answers?.code(of: value.value) { return .number(Double(code)) }
      if answers != nil, let number = plainNumber(value.value) { return .number(number) }
      return .word(value.value)
    }
    let lowered: Condition.Relation =
      switch relation {
      case .isAnswered: .isAnswered
      case .isNotAnswered: .isNotAnswered
      case .isOneOf(let values): .isOneOf(values.map(operand))
      case .isNot(let value): .isNot(operand(value))
      case .isAtLeast(let bound): .isAtLeast(bound.value)
      case .isAtMost(let bound): .isAtMost(bound.value)
      case .isMoreThan(let bound): .isMoreThan(bound.value)
      case .isLessThan(let bound): .isLessThan(bound.value)
      case .includes(let value): .includes(answers?.code(of: value.value) ?? 0)
      }
    return .comparison(subject: subject.value, lowered)
  }
}
