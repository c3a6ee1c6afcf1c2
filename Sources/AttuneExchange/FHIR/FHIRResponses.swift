import AttuneInstrument

/// People's answers as a FHIR R4 Bundle of QuestionnaireResponses.
///
/// Why there is no answer stands in the extension *data-absent-reason*; FHIR has fewer reasons than
/// the instrument, so its own name for the reason stands beside it.
public struct FHIRResponses: Sendable {
  public init() {}

  public func write(_ export: ResponseExport) -> ExchangeFile {
    let questionnaire = FHIRQuestionnaire(export.instrument)
    var losses = Losses()
    let sections = export.instrument.sections.filter { ($0.keeping ?? .yes) == .yes }
    if export.instrument.timesKept != nil {
      losses.add("When people began and finished is left out.")
    }
    if export.hasScores { losses.add("Scores are left out; they are no answers.") }
    let entries = zip(export.numbers, export.submissions).map { number, submission -> JSONValue in
      let groups = sections.compactMap { section -> JSONValue? in
        let items = section.items.filter { $0.keeping == .yes }.map {
          item($0, submission.answers[$0.name] ?? .missing(.notShown), questionnaire)
        }
        guard !items.isEmpty else { return nil }
        return ["linkId": .text(FHIRQuestionnaire.linkID(of: section)), "item": .list(items)]
      }
      let resource: JSONValue = [
        "resourceType": "QuestionnaireResponse", "id": .text("person-\(number)"),
        "meta": ["tag": .list(tags(submission, export.origin, questionnaire.url))],
        "questionnaire": .text("\(questionnaire.url)|\(export.instrument.version)"),
        "status": "completed", "item": .list(groups),
      ]
      return ["fullUrl": .text("\(questionnaire.url):person-\(number)"), "resource": resource]
    }
    var bundle: [(String, JSONValue)] = [("resourceType", "Bundle"), ("type", "collection")]
    if !entries.isEmpty { bundle.append(("entry", .list(entries))) }
    return ExchangeFile(JSONValue.object(bundle).rendered, losses)
  }

  private func tags(
    _ submission: Submission, _ origin: ResponseExport.Origin, _ url: String
  ) -> [JSONValue] {
    var tags: [JSONValue] = []
    if let warning = origin.warning {
      tags += [
        [
          "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HTEST",
          "display": "test health data",
        ],
        [
          "system": .text(url + ":origin"), "code": .text(origin.rawValue),
          "display": .text(warning),
        ],
      ]
    }
    tags.append(["system": .text(url + ":form"), "code": .text(submission.form ?? "full")])
    if let role = submission.role {
      tags.append(["system": .text(url + ":role"), "code": .text(role)])
    }
    tags += submission.settings.sorted { $0.key < $1.key }.map {
      ["system": .text("\(url):\($0.key)"), "code": .text($0.value)]
    }
    return tags
  }

  private func item(
    _ item: Item, _ answer: Answer, _ questionnaire: FHIRQuestionnaire
  ) -> JSONValue {
    ["linkId": .text(item.name), "answer": .list(answers(item, answer, questionnaire))]
  }

  private func answers(
    _ item: Item, _ answer: Answer, _ questionnaire: FHIRQuestionnaire
  ) -> [JSONValue] {
    func coding(_ code: Int) -> JSONValue {
      guard let choice = item.format.choices.first(where: { $0.code == code }) else {
        return ["code": .text("\(code)")]
      }
      return questionnaire.coding(choice, of: item)
    }
    switch answer {
    case .missing(let reason): return [absent(reason, for: item)]
    case .value(.choice(let code, let words)):
      var members: [(String, JSONValue)] = [("valueCoding", coding(code))]
      if let words, !words.isEmpty {
        members.append(
          (
            "item",
            [["linkId": .text(item.name + "_words"), "answer": [["valueString": .text(words)]]]]
          ))
      }
      return [.object(members)]
    case .value(.choices(let codes)):
      // Nothing taken is an answer too, and FHIR has none for it.
      return codes.isEmpty
        ? [["valueString": "none of these"]] : codes.map { ["valueCoding": coding($0)] }
    case .value(.number(let number)): return [["valueDecimal": .number(number)]]
    case .value(.text(let text)): return [["valueString": .text(text)]]
    case .value(.date(let date)): return [["valueDate": .text(date)]]
    }
  }

  private func absent(_ reason: MissingReason, for item: Item) -> JSONValue {
    let extensions: JSONValue = [
      [
        "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
        "valueCode": .text(reason.dataAbsentReason),
      ],
      ["url": "urn:attune:missing-reason", "valueCode": .text(reason.name)],
    ]
    return switch item.format {
    case .chooseOne, .chooseAny: ["valueCoding": ["extension": extensions]]
    case .number: ["_valueDecimal": ["extension": extensions]]
    case .text: ["_valueString": ["extension": extensions]]
    case .date: ["_valueDate": ["extension": extensions]]
    }
  }
}

extension MissingReason {
  /// The nearest code of <http://terminology.hl7.org/CodeSystem/data-absent-reason>.
  fileprivate var dataAbsentReason: String {
    switch self {
    case .notChosen, .notReached, .notShown: "not-asked"
    case .doesNotApply: "not-applicable"
    case .notSure: "asked-unknown"
    case .preferNotToSay, .skipped: "asked-declined"
    }
  }
}
