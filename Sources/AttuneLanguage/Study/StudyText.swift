public import AttuneInstrument

/// A `.study` file for `study`: every detail stands there, blank where it is not known, with a
/// comment that explains it.
///
/// It compiles to `study` again.
public func studyText(for study: StudyDescription) -> String {
  var lines = [
    "# The team's own part of a study. Lines that begin with # are notes for the team.",
    "# Practice needs none of the blank lines below; asking people for real needs them all.",
    "study \(study.name): \(study.title)",
  ]
  func detail(_ comment: String, _ keyword: String, _ value: String?) {
    if keyword != "instrument" { lines.append("") }
    lines.append("  # \(comment)")
    lines.append("  \(keyword):" + (value.map { " " + $0 } ?? ""))
  }
  detail("The questions: a file in this folder.", "instrument", study.instrument)
  detail("Who asks, as people will read it: The Keeping in Touch team", "team", study.team)
  detail(
    "Whom people can ask: a name, a phone number, an e-mail address.", "contact", study.contact)
  detail("Whom people can complain to: somebody outside the team.", "complaints", study.complaints)
  detail(
    "What the answers will help, after \"What you shared will help\".", "purpose", study.purpose)
  detail("Where answers are kept, after \"Answers are kept\".", "kept where", study.keptWhere)
  detail("Who can see answers, after \"Only\": the two researchers.", "who sees", study.whoSees)
  detail("A local place to turn to, shown with the helplines.", "local line", study.localLine)
  detail(
    "Until this day people can have their answers deleted: 2026-11-22.", "withdraw until",
    study.withdrawUntil)
  detail("On this day answers are deleted: 2031-11-22.", "keep until", study.keepUntil)
  detail(
    "The day on which somebody last rang every helpline. At most six months ago.",
    "helplines checked on", study.helplinesCheckedOn)
  detail(
    "How long answers of a closed window wait for the person to come back.", "set aside for",
    "\(study.setAsideDays) days")
  detail(
    "Results are shown for groups of this many people or more; never under 5.",
    "smallest group shown", String(study.smallestGroupShown))
  detail(
    "Questions and sections that are off unless named here: bg_age.", "turn on",
    listed(study.turnedOn))
  detail("If people are asked more than once: first, retest.", "occasions", listed(study.occasions))
  // Nothing is sealed yet, so a new study is not asked for a key.
  if let key = study.publicKey { lines.append("  public key: \(key)") }
  for term in study.terms.sorted(by: { $0.key < $1.key }) {
    lines.append("  term \(term.key): \(term.value)")
  }
  for group in study.groups {
    lines += ["", "group \(group.name): \(group.title)"]
    lines += group.levels.map { "  \($0.name) = \($0.label)" }
    lines += group.notes.map { "  note: \($0)" }
  }
  return lines.joined(separator: "\n") + "\n"
}

private func listed(_ names: [String]) -> String? {
  names.isEmpty ? nil : names.joined(separator: ", ")
}
