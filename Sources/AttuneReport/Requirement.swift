import AttuneInstrument

/// A condition with every `not` taken inside, as it is said in words.
///
/// It holds for the same answers as the condition does. Kleene's logic allows this: `not` turns
/// every comparison into another comparison, and unknown stays unknown.
indirect enum Requirement: Sendable, Hashable {
  case all([Requirement])
  case any([Requirement])
  case comparison(subject: String, Relation)

  enum Relation: Sendable, Hashable {
    case isAnswered, isNotAnswered
    case isOneOf([Condition.Operand])
    case isNoneOf([Condition.Operand])
    case isAtLeast(Double), isAtMost(Double), isMoreThan(Double), isLessThan(Double)
    case includes(Int), excludes(Int)
  }

  init(_ condition: Condition, isNegated: Bool = false) {
    switch condition {
    case .all(let parts):
      let parts = parts.map { Requirement($0, isNegated: isNegated) }
      self = isNegated ? .any(parts) : .all(parts)
    case .any(let parts):
      let parts = parts.map { Requirement($0, isNegated: isNegated) }
      self = isNegated ? .all(parts) : .any(parts)
    case .not(let part): self = Requirement(part, isNegated: !isNegated)
    case .comparison(let subject, let relation):
      self = .comparison(subject: subject, Relation(relation, isNegated: isNegated))
    }
  }
}

extension Requirement.Relation {
  init(_ relation: Condition.Relation, isNegated: Bool) {
    switch relation {
    case .isAnswered: self = isNegated ? .isNotAnswered : .isAnswered
    case .isNotAnswered: self = isNegated ? .isAnswered : .isNotAnswered
    case .isOneOf(let operands): self = isNegated ? .isNoneOf(operands) : .isOneOf(operands)
    case .isNot(let operand): self = isNegated ? .isOneOf([operand]) : .isNoneOf([operand])
    case .isAtLeast(let bound): self = isNegated ? .isLessThan(bound) : .isAtLeast(bound)
    case .isAtMost(let bound): self = isNegated ? .isMoreThan(bound) : .isAtMost(bound)
    case .isMoreThan(let bound): self = isNegated ? .isAtMost(bound) : .isMoreThan(bound)
    case .isLessThan(let bound): self = isNegated ? .isAtLeast(bound) : .isLessThan(bound)
    case .includes(let code): self = isNegated ? .excludes(code) : .includes(code)
    }
  }

  /// The same question as a condition's, for asking whether it holds.
  fileprivate func condition(on subject: String) -> Condition {
    func comparison(_ relation: Condition.Relation) -> Condition {
      .comparison(subject: subject, relation)
    }
    return switch self {
    case .isAnswered: comparison(.isAnswered)
    case .isNotAnswered: comparison(.isNotAnswered)
    case .isOneOf(let operands): comparison(.isOneOf(operands))
    case .isNoneOf(let operands): .not(comparison(.isOneOf(operands)))
    case .isAtLeast(let bound): comparison(.isAtLeast(bound))
    case .isAtMost(let bound): comparison(.isAtMost(bound))
    case .isMoreThan(let bound): comparison(.isMoreThan(bound))
    case .isLessThan(let bound): comparison(.isLessThan(bound))
    case .includes(let code): comparison(.includes(code))
    case .excludes(let code): .not(comparison(.includes(code)))
    }
  }
}

extension Requirement {
  /// What is left to ask of the answers, where some subjects are settled beforehand.
  enum Remainder: Sendable, Hashable {
    case always
    /// No answer can make it hold.
    case never
    case depends(Requirement)
  }

  /// Takes out every comparison whose subject `settled` knows.
  func remainder(_ settled: (String) -> Condition.Known?) -> Remainder {
    switch self {
    case .all(let parts):
      let remainders = parts.map { $0.remainder(settled) }
      if remainders.contains(.never) { return .never }
      return Self.joined(remainders, by: Requirement.all) ?? .always
    case .any(let parts):
      let remainders = parts.map { $0.remainder(settled) }
      if remainders.contains(.always) { return .always }
      return Self.joined(remainders, by: Requirement.any) ?? .never
    case .comparison(let subject, let relation):
      guard let known = settled(subject) else { return .depends(self) }
      return relation.condition(on: subject).truth { _ in known } == .yes ? .always : .never
    }
  }

  /// What depends on answers, in one; `nil` where nothing does.
  private static func joined(
    _ remainders: [Remainder], by join: ([Requirement]) -> Requirement
  ) -> Remainder? {
    let open: [Requirement] = remainders.compactMap {
      guard case .depends(let requirement) = $0 else { return nil }
      return requirement
    }
    guard let first = open.first else { return nil }
    return .depends(open.count == 1 ? first : join(open))
  }
}
