import AttuneDiagnostics
import AttuneInstrument

extension Scope {
  /// The instrument that a checked file means; `nil` only where a finding has said why.
  func loweredInstrument() -> Instrument? {
    guard let block = file.instrument, let name = block.heading.name,
      let version = block.version, let language = block.language, let author = block.author,
      let licence = block.licence, let consent = file.consents.first,
      let support = file.supports.first,
      let status = block.status.flatMap({ ValidationStatus(written: $0.value) })
    else { return nil }
    var instrument = Instrument(
      name: name.value, title: block.heading.title?.value ?? name.value, version: version.value,
      status: status, language: language.value, author: author.value, licence: licence.value,
      consent: lowered(consent), support: lowered(support))
    instrument.sources = block.sources.map(\.value)
    instrument.reviewedBy = block.reviewedBy?.value
    instrument.notes = block.notes.map(\.value)
    instrument.timesKept = block.timesKept?.value == .minute ? .minute : nil
    instrument.terms = terms(of: block)
    instrument.roles = loweredRoles()
    instrument.roleChoice = roleChoice(of: block)
    instrument.information = file.information.map(lowered)
    instrument.debrief = file.debriefs.map(lowered)
    instrument.scales = file.scales.compactMap(lowered)
    instrument.groups = file.groups.compactMap(lowered)
    instrument.sections = loweredSections()
    instrument.constructs = file.constructs.compactMap(lowered)
    instrument.forms = file.forms.compactMap(lowered)
    instrument.analysis = loweredAnalysis()
    instrument.plans = file.plans.compactMap(lowered)
    return instrument
  }

  private func terms(of block: InstrumentBlock) -> [String: String]? {
    guard !block.terms.isEmpty else { return nil }
    return Dictionary(
      block.terms.map { ($0.name.value, $0.words.value) }, uniquingKeysWith: { first, _ in first })
  }

  private func loweredRoles() -> [Role] {
    file.roles.compactMap { role in
      role.heading.name.map {
        Role(name: $0.value, label: role.heading.title?.value ?? $0.value)
      }
    }
  }

  private func roleChoice(of block: InstrumentBlock) -> RoleChoice? {
    guard let question = block.roleQuestion else { return nil }
    return RoleChoice(
      question: question.insertText, bothLabel: block.bothRoles?.value,
      bothQuestion: block.bothRolesQuestion?.insertText)
  }

  private func lowered(_ block: PassageBlock) -> Passage {
    Passage(
      title: block.heading.title?.value, paragraphs: block.prose.lowered,
      onlyFor: block.onlyFor?.value)
  }

  private func lowered(_ block: ConsentBlock) -> Consent {
    Consent(
      title: block.heading.title?.value, paragraphs: block.prose.lowered,
      statements: block.statements.map {
        Consent.Statement(
          name: $0.name.value, text: $0.words.insertText, isNeeded: $0.isNeeded)
      })
  }

  private func lowered(_ block: SupportBlock) -> Support {
    Support(
      title: block.heading.title?.value,
      lines: block.lines.map { line in
        guard line.isContact else { return .words(line.words.insertText) }
        return .contact(line.words.insertText, when: line.condition?.value.lowered(in: self))
      })
  }

  private func lowered(_ block: ScaleBlock) -> Scale? {
    guard let name = block.heading.name else { return nil }
    var scale = Scale(
      name: name.value, title: block.heading.title?.value, points: block.choices.lowered)
    scale.sources = block.sources.map(\.value)
    return scale
  }
}
