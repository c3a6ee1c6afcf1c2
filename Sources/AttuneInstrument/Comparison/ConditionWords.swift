extension Condition {
  /// The condition in the words of the language: `meetings is at least 1`.
  ///
  /// Choices stand by their names where `instrument` has names for them.
  func words(in instrument: Instrument) -> String {
    switch self {
    case .all(let parts): parts.map { $0.inner(instrument) }.joined(separator: " and ")
    case .any(let parts): parts.map { $0.inner(instrument) }.joined(separator: " or ")
    case .not(let part): "not (\(part.words(in: instrument)))"
    case .comparison(let subject, let relation):
      "\(subject) \(relation.words(of: instrument.item(named: subject)))"
    }
  }

  private func inner(_ instrument: Instrument) -> String {
    switch self {
    case .all, .any: "(\(words(in: instrument)))"
    case .not, .comparison: words(in: instrument)
    }
  }
}

extension Condition.Relation {
  fileprivate func words(of item: Item?) -> String {
    func named(_ operand: Condition.Operand) -> String {
      switch operand {
      case .word(let word): word
      case .number(let number): choice(Int(exactly: number), number.plain)
      }
    }
    func choice(_ code: Int?, _ otherwise: String) -> String {
      item?.format.choices.first { $0.code == code }?.name ?? otherwise
    }
    return switch self {
    case .isAnswered: "is answered"
    case .isNotAnswered: "is not answered"
    case .isOneOf(let operands) where operands.count == 1: "is \(operands.map(named).joined())"
    case .isOneOf(let operands): "is one of \(operands.map(named).joined(separator: ", "))"
    case .isNot(let operand): "is not \(named(operand))"
    case .isAtLeast(let bound): "is at least \(bound.plain)"
    case .isAtMost(let bound): "is at most \(bound.plain)"
    case .isMoreThan(let bound): "is more than \(bound.plain)"
    case .isLessThan(let bound): "is less than \(bound.plain)"
    case .includes(let code): "includes \(choice(code, String(code)))"
    }
  }
}

extension Double {
  /// Without needless decimals.
  package var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
