import AttuneInstrument
import AttuneScoring
import Testing

@Suite struct GroupMembershipTests {
  private func instrument() -> Instrument {
    var instrument = Instrument(
      name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
      licence: "CC BY 4.0", consent: Consent(), support: Support())
    instrument.roles = [Role(name: "worker", label: "I work in the service")]
    instrument.sections = [
      Section(
        name: "s", title: "S",
        items: [
          Item(
            name: "contact", wordings: [],
            format: .chooseOne([
              Choice(code: 1, name: "outreach", label: "Outreach"),
              Choice(code: 2, name: "none", label: "No contact"),
            ]))
        ])
    ]
    return instrument
  }

  private let outreach = Submission(
    answers: ["contact": .value(.choice(1))], role: "worker", settings: ["site": "north"])

  @Test func comesFromAnItemTheRoleOrTheFacilitator() {
    let instrument = instrument()
    func level(_ source: Grouping.Source) -> String? {
      Grouping(name: "site", title: "Site", source: source).level(of: outreach, in: instrument)
    }
    #expect(level(.item("contact")) == "outreach")
    #expect(level(.role) == "worker")
    #expect(level(.facilitator) == "north")
  }

  @Test func comesFromTheLevelsOwnConditions() {
    let group = Grouping(
      name: "g", title: "G", source: .conditions,
      levels: [
        .init(
          name: "in", label: "In contact",
          condition: .comparison(subject: "contact", .isOneOf([.number(1)]))),
        .init(
          name: "out", label: "Not now",
          condition: .comparison(subject: "contact", .isOneOf([.number(2)]))),
      ])
    #expect(group.level(of: outreach, in: instrument()) == "in")
    let unknown = Submission(answers: ["contact": .missing(.skipped)])
    #expect(group.level(of: unknown, in: instrument()) == nil)
    #expect(group.levelNames(in: instrument()) == ["in", "out"])
  }
}
