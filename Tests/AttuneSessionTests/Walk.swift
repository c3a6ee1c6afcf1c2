import AttuneInstrument
import AttuneSession
import Testing

/// A session in which lines are typed, with all that it asked of the world.
struct Walk {
  var session: Session
  private(set) var events: [Event] = []
  private(set) var effects: [Effect] = []

  init(_ change: (inout SessionSetting) -> Void = { _ in }) {
    var study = StudyDescription(name: "s", title: "Study", instrument: "talk.instrument")
    study.team = "The team"
    study.contact = "Sam, 01234 567890"
    study.withdrawUntil = "2027-03-05"
    var setting = SessionSetting(
      instrument: TalkInstrument.instrument, study: study, resumeCode: "moss lamp river",
      withdrawalCode: "kind blue stone")
    change(&setting)
    session = Session(setting)
  }

  /// At the first question of a person who answers everything.
  static var started: Walk {
    var walk = Walk()
    walk.type("", "1", "1", "", "1", "1", "1", "")
    return walk
  }

  /// Everything answered until the review page.
  static var reviewing: Walk {
    var walk = started
    walk.type("1", "3", "2", "4", "1", "5", "1", "1", "1", "3", "1, 3", "May 2020", "Kind")
    walk.type("They listen", ".", "post")
    return walk
  }

  var screen: Screen { session.screen }

  var recorded: [Event] {
    effects.compactMap { effect in
      guard case .record(let event) = effect else { return nil }
      return event
    }
  }

  var answers: [String: Answer] { session.answers }

  mutating func type(
    _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for line in lines {
      switch session.reading(of: line) {
      case .event(let event): handle(event)
      case .notUnderstood(let words):
        Issue.record("'\(line)' at \(session.step): \(words)", sourceLocation: sourceLocation)
      }
    }
  }

  @discardableResult
  mutating func handle(_ event: Event) -> [Effect] {
    let caused = session.handle(event)
    events.append(event)
    effects += caused
    return caused
  }

  func complaint(about line: String) -> String? {
    guard case .notUnderstood(let words) = session.reading(of: line) else { return nil }
    return words
  }
}

extension Answer {
  static func code(_ code: Int) -> Answer { .value(.choice(code)) }
}
