import AttuneInstrument
import AttuneSession

/// Asks made-up people through the real session, event by event, as any face does.
struct Interviewer {
  let instrument: Instrument
  let form: String?
  let order: AskingOrder
  /// The group that tells the site.
  let siteGroup: String?
  private let itemIndices: [String: Int]

  init(_ instrument: Instrument, form: String?, order: AskingOrder, siteGroup: String?) {
    self.instrument = instrument
    self.form = form
    self.order = order
    self.siteGroup = siteGroup
    itemIndices = Dictionary(
      zip(instrument.items.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
  }

  /// How it ended, and the answers as the session gives them.
  func ask(_ person: MadeUpPerson, role: String?) -> (outcome: Outcome, submission: Submission) {
    var details: [String: String] = [:]
    if let siteGroup, let site = person.site { details[siteGroup] = site }
    var session = Session(
      SessionSetting(instrument: instrument, purpose: .practice, details: details))
    while session.outcome == nil {
      let step = session.step
      for event in events(at: step, person, role) { _ = session.handle(event) }
      precondition(session.step != step, "every step leads to another")
    }
    let submission = Submission(
      answers: session.answers, role: session.role, form: form, settings: details)
    return (session.outcome ?? .setAside, submission)
  }

  private func events(at step: Step, _ person: MadeUpPerson, _ role: String?) -> [Event] {
    switch step {
    case .welcome, .information, .page, .contentNote, .checkIn, .debrief, .farewell:
      return [.wentOn(from: step)]
    case .role, .roleForToday:
      return [.choseRole(role ?? "")]
    case .statement(let name):
      return [.replied(statement: name, agrees: true)]
    case .length:
      return [.choseLength(form.map { .form($0) } ?? .full)]
    case .gate(let section):
      return [.tookPart(section: section, !person.declinedParts.contains(section))]
    case .item(let name):
      if let stop = person.stop, let place = order.place(of: name, role: role), place >= stop.place
      {
        return ending(stop)
      }
      guard let index = itemIndices[name] else { return [.wentOn(from: step)] }
      return [.answered(item: name, person.replies[index].answer)]
    case .review:
      return person.stop.map(ending) ?? [.wentOn(from: step)]
    case .copy:
      return [.askedForCopy(false), .wentOn(from: step)]
    }
  }

  private func ending(_ stop: MadeUpPerson.Stop) -> [Event] {
    [.opened(.stop), stop.deletes ? .choseToDelete : .choseToKeep]
  }
}
