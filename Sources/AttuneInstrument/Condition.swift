/// A question about earlier answers whose answer is yes, no, or unknown.
public indirect enum Condition: Sendable, Hashable, Codable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case comparison(subject: String, Relation)

  /// What is asked of the subject; choices are held by code.
  public enum Relation: Sendable, Hashable, Codable {
    case isAnswered
    case isNotAnswered
    case isOneOf([Operand])
    case isNot(Operand)
    case isAtLeast(Double)
    case isAtMost(Double)
    case isMoreThan(Double)
    case isLessThan(Double)
    case includes(Int)
  }

  /// What an answer is compared with: a code or number, or a built-in's word (`role is worker`).
  public enum Operand: Sendable, Hashable, Codable {
    case number(Double)
    case word(String)
  }

  /// What is known of a subject when a condition is asked.
  public enum Known: Sendable, Hashable {
    case answer(Answer)
    /// A built-in's value: the role, the form.
    case word(String)
  }

  /// Kleene's three truth values.
  public enum Truth: Sendable, Hashable {
    case yes, no, unknown
  }

  /// The truth of the condition where `known` tells what has been answered so far.
  ///
  /// A comparison with a missing answer is unknown, and so is `not (unknown)`; only `is answered`
  /// and `is not answered` can tell that nothing is there.
  public func truth(_ known: (String) -> Known?) -> Truth {
    switch self {
    case .all(let parts):
      let truths = parts.map { $0.truth(known) }
      return truths.contains(.no) ? .no : truths.contains(.unknown) ? .unknown : .yes
    case .any(let parts):
      let truths = parts.map { $0.truth(known) }
      return truths.contains(.yes) ? .yes : truths.contains(.unknown) ? .unknown : .no
    case .not(let part):
      switch part.truth(known) {
      case .yes: return .no
      case .no: return .yes
      case .unknown: return .unknown
      }
    case .comparison(let subject, let relation):
      return relation.truth(of: known(subject))
    }
  }

  /// Every subject that the condition mentions, in order, each once.
  public var subjects: [String] {
    var subjects: [String] = []
    var seen: Set<String> = []
    func visit(_ condition: Condition) {
      switch condition {
      case .all(let parts), .any(let parts): parts.forEach(visit)
      case .not(let part): visit(part)
      case .comparison(let subject, _):
        if seen.insert(subject).inserted { subjects.append(subject) }
      }
    }
    visit(self)
    return subjects
  }
}

extension Condition.Relation {
  fileprivate func truth(of known: Condition.Known?) -> Condition.Truth {
    let value: AnswerValue?
    switch known {
    case .word(let word): return truth(ofWord: word)
    case .answer(let answer): value = answer.value
    case nil: value = nil
    }
    switch self {
    case .isAnswered: return value == nil ? .no : .yes
    case .isNotAnswered: return value == nil ? .yes : .no
    case .isOneOf, .isNot, .isAtLeast, .isAtMost, .isMoreThan, .isLessThan, .includes: break
    }
    guard let value else { return .unknown }
    if case .includes(let code) = self {
      guard case .choices(let codes) = value else { return .unknown }
      return codes.contains(code) ? .yes : .no
    }
    guard let number = value.number else { return .unknown }
    return holds(for: number) ? .yes : .no
  }

  private func truth(ofWord word: String) -> Condition.Truth {
    switch self {
    case .isAnswered: .yes
    case .isNotAnswered: .no
    case .isOneOf(let operands): operands.contains(.word(word)) ? .yes : .no
    case .isNot(let operand): operand == .word(word) ? .no : .yes
    case .isAtLeast, .isAtMost, .isMoreThan, .isLessThan, .includes: .unknown
    }
  }

  private func holds(for number: Double) -> Bool {
    switch self {
    case .isOneOf(let operands): operands.contains(.number(number))
    case .isNot(let operand): operand != .number(number)
    case .isAtLeast(let bound): number >= bound
    case .isAtMost(let bound): number <= bound
    case .isMoreThan(let bound): number > bound
    case .isLessThan(let bound): number < bound
    case .isAnswered, .isNotAnswered, .includes: false
    }
  }
}
