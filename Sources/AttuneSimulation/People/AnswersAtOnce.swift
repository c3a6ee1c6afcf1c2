import AttuneInstrument

/// What the session makes of a made-up person, worked out at once rather than by walking through it.
///
/// For power, where millions of people are made up and only the answers behind scores and groups
/// count. A test holds it against `Interviewer`: the same person has the same answers both ways.
struct AnswersAtOnce {
  private struct Part {
    let section: Section
    let isAfterReview: Bool
    var items: [Ask]
  }

  private struct Ask {
    let index: Int
    let name: String
    let place: Int?
    let showWhen: Condition?
    /// Whether results ask for it.
    let isWanted: Bool
    /// Whether a condition does.
    let isAskedAbout: Bool
  }

  private let partsByRole: [String?: [Part]]
  private let form: String?
  private let siteGroup: String?

  /// Only answers to `wanted` items are given.
  init(
    _ instrument: Instrument, form: String?, order: AskingOrder, siteGroup: String?,
    wanted: Set<String>
  ) {
    self.form = form
    self.siteGroup = siteGroup
    let conditions =
      instrument.sections.compactMap(\.showWhen) + instrument.items.compactMap(\.showWhen)
    let subjects = Set(conditions.flatMap(\.subjects))
    let indices = Dictionary(
      zip(instrument.items.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
    let sections =
      instrument.sections.filter { $0.place == .beforeInformation }
      + instrument.sections.filter { $0.place == nil }
      + instrument.sections.filter { $0.place == .afterReview }
    let roles: [String?] = instrument.roles.isEmpty ? [nil] : instrument.roles.map(\.name)
    var parts: [String?: [Part]] = [:]
    for role in roles {
      parts[role] = sections.map { section in
        let items = section.items.compactMap { item -> Ask? in
          guard order.canAsk(item, in: section, role: role), let index = indices[item.name] else {
            return nil
          }
          let isKept = (item.keeping, section.keeping ?? .yes) == (.yes, .yes)
          return Ask(
            index: index, name: item.name, place: order.place(of: item.name, role: role),
            showWhen: item.showWhen, isWanted: isKept && wanted.contains(item.name),
            isAskedAbout: subjects.contains(item.name))
        }
        return Part(
          section: section, isAfterReview: section.place == .afterReview,
          items: items.filter { $0.isWanted || $0.isAskedAbout })
      }.filter { !$0.items.isEmpty }
    }
    partsByRole = parts
  }

  /// The answers; `nil` where the person has had them deleted.
  func submission(of person: MadeUpPerson, role: String?) -> Submission? {
    if person.stop?.deletes == true { return nil }
    var details: [String: String] = [:]
    if let siteGroup, let site = person.site { details[siteGroup] = site }
    var answers: [String: Answer] = [:]
    var asked: [String: Answer] = [:]
    let known = { (subject: String) -> Condition.Known? in
      if let answer = asked[subject] { return .answer(answer) }
      switch subject {
      case "role": return role.map(Condition.Known.word)
      case "form": return .word(form ?? "full")
      case "both_roles", "help_given": return .word("no")
      default: return details[subject].map(Condition.Known.word)
      }
    }
    for part in partsByRole[role] ?? [] {
      if part.isAfterReview, person.stop != nil { continue }
      if person.declinedParts.contains(part.section.name) { continue }
      if let condition = part.section.showWhen, condition.truth(known) != .yes { continue }
      for ask in part.items {
        if let place = ask.place, let stop = person.stop, place >= stop.place { continue }
        if let condition = ask.showWhen, condition.truth(known) != .yes { continue }
        let answer = person.replies[ask.index].answer
        if ask.isAskedAbout { asked[ask.name] = answer }
        if ask.isWanted { answers[ask.name] = answer }
      }
    }
    return Submission(answers: answers, role: role, form: form, settings: details)
  }
}
