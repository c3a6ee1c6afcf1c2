import AttuneDiagnostics
import AttuneInstrument

extension StudySyntax {
  /// The study that a checked file means; `nil` only where a finding has said why.
  func lowered() -> StudyDescription? {
    guard let block = studies.first, let name = block.heading.name,
      let instrument = block.instrument
    else { return nil }
    var study = StudyDescription(
      name: name.value, title: block.heading.title?.value ?? name.value,
      instrument: instrument.value)
    study.team = block.team?.value
    study.contact = block.contact?.value
    study.complaints = block.complaints?.value
    study.purpose = block.purpose?.value
    study.keptWhere = block.keptWhere?.value
    study.whoSees = block.whoSees?.value
    study.localLine = block.localLine?.value
    study.withdrawUntil = block.withdrawUntil?.value
    study.keepUntil = block.keepUntil?.value
    study.helplinesCheckedOn = block.helplinesCheckedOn?.value
    study.setAsideDays = block.setAside?.value ?? study.setAsideDays
    study.smallestGroupShown = block.smallestGroup?.value ?? study.smallestGroupShown
    study.turnedOn = block.turnedOn.flatMap(\.names)
    study.occasions = block.occasions.flatMap(\.names)
    study.terms = Dictionary(
      block.terms.map { ($0.name.value, $0.words.value) }, uniquingKeysWith: { first, _ in first })
    study.groups = groups.compactMap(\.lowered)
    study.publicKey = block.publicKey?.value
    return study
  }
}

extension NameRun {
  fileprivate var names: [String] { [first.value] + (last.map { [$0.value] } ?? []) }
}

extension GroupBlock {
  fileprivate var lowered: Grouping? {
    guard let name = heading.name else { return nil }
    var group = Grouping(
      name: name.value, title: heading.title?.value ?? name.value, source: .facilitator,
      levels: choices.map { Grouping.Level(name: $0.key.value, label: $0.label.value) })
    group.notes = notes.map(\.value)
    return group
  }
}
