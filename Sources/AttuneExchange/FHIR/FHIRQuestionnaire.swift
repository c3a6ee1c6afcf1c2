public import AttuneInstrument

/// An instrument as a FHIR R4 Questionnaire.
///
/// After HL7 FHIR R4 (4.0.1), <https://hl7.org/fhir/R4/questionnaire.html>.
public struct FHIRQuestionnaire: Sendable {
  let instrument: Instrument

  public init(_ instrument: Instrument) { self.instrument = instrument }

  /// What names the instrument where there is no server.
  var url: String { "urn:attune:\(instrument.name)" }

  /// The codes of an item's answers.
  func system(of item: Item) -> String { "\(url):\(item.scale ?? item.name)" }

  static func linkID(of section: Section) -> String { "part:\(section.name)" }

  public func write() -> ExchangeFile {
    var losses = Losses()
    let carried = CarriedItems(instrument, &losses)
    losses.add("The information, consent, support and debrief are no part of a Questionnaire.")
    let groups = carried.parts.map { part -> JSONValue in
      var group: [(String, JSONValue)] = [
        ("linkId", .text(Self.linkID(of: part.section))), ("text", .text(part.section.title)),
        ("type", "group"),
      ]
      group += enabling(part.section.showWhen, of: part.section.name, carried.names, &losses)
      group.append(
        ("item", .list(part.items.map { item($0, in: part.section, carried.names, &losses) })))
      return .object(group)
    }
    let resource: JSONValue = [
      "resourceType": "Questionnaire", "language": .text(instrument.language), "url": .text(url),
      "version": .text(instrument.version), "name": .text(instrument.name),
      "title": .text(instrument.title), "status": "draft",
      "publisher": .text(instrument.author),
      "description": .text("\(instrument.status.rawValue.capitalizedFirst)."),
      "copyright": .text(instrument.licence), "item": .list(groups),
    ]
    return ExchangeFile(resource.rendered, losses)
  }

  private func item(
    _ item: Item, in section: Section, _ known: Set<String>, _ losses: inout Losses
  ) -> JSONValue {
    var members: [(String, JSONValue)] = []
    let extensions = extensions(of: item)
    if !extensions.isEmpty { members.append(("extension", .list(extensions))) }
    members += [
      ("linkId", .text(item.name)), ("text", .text(ResponseColumn.question(item, in: section))),
      ("type", .text(type(of: item))),
    ]
    members += enabling(item.showWhen, of: item.name, known, &losses)
    members.append(("required", false))
    if case .chooseAny(_, let most) = item.format {
      members.append(("repeats", true))
      if most != nil { losses.add("How many answers may be taken is not said.") }
    }
    if !item.format.choices.isEmpty {
      members.append(
        ("answerOption", .list(item.format.choices.map { ["valueCoding": coding($0, of: item)] })))
    }
    if !item.offered.isEmpty {
      losses.add(
        "The reasons offered for not answering are no options; responses carry them as data-absent "
          + "reasons.")
    }
    if item.writeIn != nil {
      members.append(
        (
          "item",
          [["linkId": .text(item.name + "_words"), "text": "In your own words", "type": "string"]]
        ))
    }
    return .object(members)
  }

  private func type(of item: Item) -> String {
    switch item.format {
    case .chooseOne, .chooseAny: "choice"
    case .number: "decimal"
    case .text(let severalLines): severalLines ? "text" : "string"
    case .date: "date"
    }
  }

  func coding(_ choice: Choice, of item: Item) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if item.scale != nil {
      members.append(
        (
          "extension",
          [
            [
              "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue",
              "valueDecimal": .number(Double(choice.code)),
            ]
          ]
        ))
    }
    members += [
      ("system", .text(system(of: item))), ("code", .text(choice.written)),
      ("display", .text(choice.words)),
    ]
    return .object(members)
  }

  private func extensions(of item: Item) -> [JSONValue] {
    guard case .number(let format) = item.format else { return [] }
    let base = "http://hl7.org/fhir/StructureDefinition/"
    var extensions: [JSONValue] = []
    if let low = format.lowest {
      extensions.append(["url": .text(base + "minValue"), "valueDecimal": .number(low)])
    }
    if let high = format.highest {
      extensions.append(["url": .text(base + "maxValue"), "valueDecimal": .number(high)])
    }
    if let unit = format.unit {
      extensions.append([
        "url": .text(base + "questionnaire-unit"), "valueCoding": ["display": .text(unit)],
      ])
    }
    return extensions
  }

  /// `enableWhen`, which holds one level of *all* or *any*.
  private func enabling(
    _ condition: Condition?, of name: String, _ known: Set<String>, _ losses: inout Losses
  ) -> [(String, JSONValue)] {
    guard let condition else { return [] }
    let parts: [Condition]
    var behaviour = "all"
    switch condition {
    case .all(let conditions): parts = conditions
    case .any(let conditions): (parts, behaviour) = (conditions, "any")
    default: parts = [condition]
    }
    var rules: [JSONValue] = []
    for part in parts {
      guard case .comparison(let subject, let relation) = part, known.contains(subject),
        let item = instrument.item(named: subject),
        let found = self.rules(relation, of: item, isAny: behaviour == "any" || parts.count == 1)
      else {
        losses.add("'\(name)' is shown to everybody: its condition cannot be said here.")
        return []
      }
      if found.count > 1 { behaviour = "any" }
      rules += found
    }
    return [
      ("enableWhen", .list(rules)),
      ("enableBehavior", .text(behaviour)),
    ]
  }

  private func rules(
    _ relation: Condition.Relation, of item: Item, isAny: Bool
  ) -> [JSONValue]? {
    func rule(_ sign: String, _ member: String, _ value: JSONValue) -> JSONValue {
      ["question": .text(item.name), "operator": .text(sign), member: value] as JSONValue
    }
    func compared(_ sign: String, _ number: Double) -> JSONValue {
      guard let choice = item.format.choices.first(where: { Double($0.code) == number }) else {
        return rule(sign, "answerDecimal", .number(number))
      }
      return rule(sign, "answerCoding", coding(choice, of: item))
    }
    switch relation {
    case .isAnswered: return [rule("exists", "answerBoolean", true)]
    case .isNotAnswered: return [rule("exists", "answerBoolean", false)]
    case .isOneOf(let operands):
      guard operands.count == 1 || isAny else { return nil }
      let rules = operands.compactMap { operand -> JSONValue? in
        if case .number(let number) = operand { compared("=", number) } else { nil }
      }
      return rules.count == operands.count ? rules : nil
    case .isNot(.number(let number)): return [compared("!=", number)]
    case .includes(let code): return [compared("=", Double(code))]
    case .isAtLeast(let bound) where item.format.choices.isEmpty: return [compared(">=", bound)]
    case .isAtMost(let bound) where item.format.choices.isEmpty: return [compared("<=", bound)]
    case .isMoreThan(let bound) where item.format.choices.isEmpty: return [compared(">", bound)]
    case .isLessThan(let bound) where item.format.choices.isEmpty: return [compared("<", bound)]
    default: return nil
    }
  }
}
