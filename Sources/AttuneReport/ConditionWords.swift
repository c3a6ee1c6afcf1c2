import AttuneInstrument
import AttuneSession

/// Says in plain words for whom a condition holds: `answered “Yes” to question 3`.
///
/// The words follow "people who" and "if you" alike.
struct ConditionWords {
  let catalogue: Catalogue
  let instrument: Instrument
  /// The number that a question has on the page.
  let number: (String) -> Int?

  func words(_ requirement: Requirement) -> String { words(requirement, isInside: false) }

  private func words(_ requirement: Requirement, isInside: Bool) -> String {
    switch requirement {
    case .all(let parts):
      let list = joined(parts.map { words($0, isInside: true) }, .listAnd)
      return isInside ? catalogue[.ifBoth, ["list": list]] : list
    case .any(let parts):
      let list = joined(parts.map { words($0, isInside: true) }, .listOr)
      return isInside ? catalogue[.ifEither, ["list": list]] : list
    case .comparison(let subject, let relation):
      return words(subject, relation)
    }
  }

  private func joined(_ words: [String], _ phrase: Phrase) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return catalogue[
      phrase, ["list": words.dropLast().joined(separator: ", "), "last": last]]
  }

  private func words(_ subject: String, _ relation: Requirement.Relation) -> String {
    switch subject {
    case "role":
      return words(relation, .ifRole, .ifNotRole) { name in
        instrument.roles.first { $0.name == name }?.label
      }
    case "form":
      return words(relation, .ifForm, .ifNotForm) { name in
        instrument.forms.first { $0.name == name }?.title
      }
    case "both_roles": return catalogue[isYes(relation) ? .ifBothRoles : .ifNotBothRoles]
    case "help_given": return catalogue[isYes(relation) ? .ifHelped : .ifNotHelped]
    default: return words(relation, aboutItem: subject)
    }
  }

  /// Words for a built-in subject whose values have names.
  private func words(
    _ relation: Requirement.Relation, _ isPhrase: Phrase, _ isNotPhrase: Phrase,
    label: (String) -> String?
  ) -> String {
    func answers(_ operands: [Condition.Operand]) -> [String: String] {
      ["answers": listed(operands.map { quoted(label(spelling($0)) ?? spelling($0)) })]
    }
    return switch relation {
    case .isOneOf(let operands): catalogue[isPhrase, answers(operands)]
    case .isNoneOf(let operands): catalogue[isNotPhrase, answers(operands)]
    // Whoever answers has a role and a form, so these are always or never so.
    case .isAnswered, .isNotAnswered, .isAtLeast, .isAtMost, .isMoreThan, .isLessThan, .includes,
      .excludes:
      catalogue[isPhrase, ["answers": "?"]]
    }
  }

  private func isYes(_ relation: Requirement.Relation) -> Bool {
    switch relation {
    case .isOneOf(let operands): operands.contains(.word("yes"))
    case .isNoneOf(let operands): !operands.contains(.word("yes"))
    case .isAnswered: true
    case .isNotAnswered, .isAtLeast, .isAtMost, .isMoreThan, .isLessThan, .includes, .excludes:
      false
    }
  }

  private func words(_ relation: Requirement.Relation, aboutItem name: String) -> String {
    func says(_ phrase: Phrase, _ inserts: [String: String] = [:]) -> String {
      catalogue[phrase, inserts.merging(["number": number(name).map(String.init) ?? name]) { $1 }]
    }
    func bound(_ bound: Double) -> [String: String] { ["bound": plain(bound)] }
    func labels(_ operands: [Condition.Operand]) -> [String: String] {
      ["answers": listed(operands.map { label($0, name) })]
    }
    return switch relation {
    case .isAnswered: says(.ifAnswered)
    case .isNotAnswered: says(.ifNotAnswered)
    case .isOneOf(let operands): says(.ifIs, labels(operands))
    case .isNoneOf(let operands): says(.ifIsNot, labels(operands))
    case .isAtLeast(let number): says(.ifAtLeast, bound(number))
    case .isAtMost(let number): says(.ifAtMost, bound(number))
    case .isMoreThan(let number): says(.ifMoreThan, bound(number))
    case .isLessThan(let number): says(.ifLessThan, bound(number))
    case .includes(let code): says(.ifIncludes, labels([.number(Double(code))]))
    case .excludes(let code): says(.ifExcludes, labels([.number(Double(code))]))
    }
  }

  private func listed(_ words: [String]) -> String { joined(words, .listOr) }

  private func quoted(_ words: String) -> String { catalogue[.quoted, ["words": words]] }

  /// The words of an answer; the number itself where it has none.
  private func label(_ operand: Condition.Operand, _ name: String) -> String {
    let choices = instrument.item(named: name)?.format.choices ?? []
    guard case .number(let number) = operand,
      let choice = choices.first(where: { Double($0.code) == number })
    else { return spelling(operand) }
    return quoted(choice.label)
  }

  private func spelling(_ operand: Condition.Operand) -> String {
    switch operand {
    case .word(let word): word
    case .number(let number): plain(number)
    }
  }
}

/// A number without needless decimals.
func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
