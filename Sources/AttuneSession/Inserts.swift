import AttuneInstrument

/// What `{inserts}` stand for: study details, terms, computed sizes, earlier answers.
struct Inserts {
  let script: Script
  let route: Route

  func fill(_ text: InsertText) -> String { text.filled(value) }

  private func value(_ name: String) -> String? {
    if let term = script.setting.term(name) { return term }
    if let size = size(name) { return size }
    if let item = script.item(named: name) {
      return route.outcomes[name]?.value.map {
        AnswerWords(script.setting.catalogue).words($0, to: item)
      }
    }
    guard Self.studyDetails.contains(name) else { return script.setting.details[name] }
    if let detail = studyDetail(name) { return detail }
    let words = name.replacing("_", with: " ")
    return script.setting.isPractice ? script.setting.catalogue[.placeholder, ["name": words]] : nil
  }

  // MARK: Sizes

  private func size(_ name: String) -> String? {
    switch name {
    case "questions": "\(QuestionCount(script, route).questions)"
    case "minutes": "\(QuestionCount(script, route).minutes)"
    case "short_questions":
      (script.setting.instrument.forms.first { $0.name == "short" }
        ?? script.setting.instrument.forms.first)
        .map { "\(QuestionCount(script, route, on: $0).questions)" }
    default: nil
    }
  }

  // MARK: The study

  private static let studyDetails: Set<String> = [
    "team", "contact", "complaints", "purpose", "kept_where", "who_sees", "local_line",
    "withdraw_until", "keep_until", "set_aside_days", "smallest_group",
  ]

  private func studyDetail(_ name: String) -> String? {
    // Without a study, what a new one would say: 14 days, groups of 10, no local line.
    let study =
      script.setting.study ?? StudyDescription(name: "", title: "", instrument: "")
    let dates = AnswerWords(script.setting.catalogue)
    return switch name {
    case "team": study.team
    case "contact": study.contact
    case "complaints": study.complaints
    case "purpose": study.purpose
    case "kept_where": study.keptWhere
    case "who_sees": study.whoSees
    case "local_line": study.localLine ?? ""
    case "withdraw_until": study.withdrawUntil.map(dates.words(forDate:))
    case "keep_until": study.keepUntil.map(dates.words(forDate:))
    case "set_aside_days": "\(study.setAsideDays)"
    case "smallest_group": "\(study.smallestGroupShown)"
    default: nil
    }
  }
}
