import AttuneInstrument

/// What of an instrument another program's form can ask: the sections and items in the order in
/// which they are asked, with a sentence for what is left out.
struct CarriedItems {
  struct Part {
    let section: Section
    let items: [Item]
  }

  let parts: [Part]

  init(_ instrument: Instrument, _ losses: inout Losses) {
    let places: [Section.Place?] = [.beforeInformation, nil, .afterReview]
    var parts: [Part] = []
    var left: [String] = []
    for section in places.flatMap({ place in instrument.sections.filter { $0.place == place } }) {
      let items = section.items.filter { item in
        (item.keeping, section.keeping ?? .yes) == (.yes, .yes)
          && item.isAskedOnRequest != true && section.isAskedOnRequest != true
      }
      left += section.items.filter { !items.contains($0) }.map(\.name)
      if !items.isEmpty { parts.append(Part(section: section, items: items)) }
      if section.isShuffled == true { losses.add("Items are asked in the order of the file.") }
      if section.askFirst != nil || section.contentNote != nil || section.checkIn != nil {
        losses.add(
          "Nobody is asked first whether they want a part, and no check-in follows a hard one.")
      }
    }
    self.parts = parts
    if !left.isEmpty {
      losses.add(
        "Left out, as not kept with the answers or asked only where a study turns it on: "
          + left.joined(separator: ", ") + ".")
    }
    if !instrument.roles.isEmpty {
      losses.add("The words for each role stand beside each other in one question.")
    }
    let texts = parts.flatMap(\.items).flatMap(\.wordings).map(\.text)
    if texts.contains(where: {
      $0.segments.contains { if case .insert = $0 { true } else { false } }
    }) {
      losses.add("A study's own words, such as {team}, are still to be filled in.")
    }
    if !instrument.plans.isEmpty {
      losses.add("The plans for the analysis are not part of a form.")
    }
    if !instrument.constructs.isEmpty { losses.add("Scores are not worked out in the form.") }
  }

  var names: Set<String> { Set(parts.flatMap(\.items).map(\.name)) }
}

/// Conditions in the language of another program.
struct ConditionDialect {
  let and: String
  let or: String
  let not: (String) -> String
  /// A comparison with an item's answer; `nil` where it cannot be said.
  let comparison: (Item, Condition.Relation) -> String?

  /// The condition, or `nil` where a part of it cannot be said.
  func words(_ condition: Condition, in instrument: Instrument, known: Set<String>) -> String? {
    switch condition {
    case .all(let parts), .any(let parts):
      let words = parts.map { self.words($0, in: instrument, known: known) }
      guard words.allSatisfy({ $0 != nil }) else { return nil }
      let joiner = if case .all = condition { and } else { or }
      return words.compactMap { $0 }.map { "(\($0))" }.joined(separator: " \(joiner) ")
    case .not(let part): return words(part, in: instrument, known: known).map(not)
    case .comparison(let subject, let relation):
      guard known.contains(subject), let item = instrument.item(named: subject) else { return nil }
      return comparison(item, relation)
    }
  }
}

extension Condition.Relation {
  /// Comparisons as `=` and `>=` write them, with `value` for a code or number.
  func plainComparison(
    of subject: String, or: String, isBlank: String, value: (Double) -> String
  ) -> String? {
    switch self {
    case .isAnswered: return "\(subject) != \(isBlank)"
    case .isNotAnswered: return "\(subject) = \(isBlank)"
    case .isOneOf(let operands):
      let parts = operands.map { operand -> String? in
        if case .number(let number) = operand { "\(subject) = \(value(number))" } else { nil }
      }
      guard parts.allSatisfy({ $0 != nil }) else { return nil }
      return parts.compactMap { $0 }.joined(separator: " \(or) ")
    case .isNot(.number(let number)):
      // Of an answer that is missing nobody knows.
      return "\(subject) != \(isBlank) and \(subject) != \(value(number))"
    case .isNot: return nil
    case .isAtLeast(let bound): return "\(subject) >= \(plain(bound))"
    case .isAtMost(let bound):
      return "\(subject) != \(isBlank) and \(subject) <= \(plain(bound))"
    case .isMoreThan(let bound): return "\(subject) > \(plain(bound))"
    case .isLessThan(let bound):
      return "\(subject) != \(isBlank) and \(subject) < \(plain(bound))"
    case .includes: return nil
    }
  }
}

extension Item {
  /// What stands for `number` among the item's choices in files.
  func written(_ number: Double) -> String {
    format.choices.first { Double($0.code) == number }?.written ?? plain(number)
  }
}
