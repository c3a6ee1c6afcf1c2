public import AttuneSession

/// One typing of a paper form: where it led, what has to be done to keep it, and what was typed at
/// each place.
public struct PaperTyping: Sendable {
  public private(set) var session: Session
  /// Nothing is carried out before the whole form is there.
  public private(set) var effects: [Effect] = []
  /// What was typed last, by place.
  private(set) var typed: [Step: Event] = [:]

  init(_ setting: SessionSetting) { session = Session(setting) }

  mutating func take(_ event: Event) {
    let step = session.step
    switch event {
    case .wentBack, .wentOn: break
    case _ where event.isKept: typed[step] = event
    default: break
    }
    effects += session.handle(event)
  }

  /// Goes to the latest place before this one at which something is typed.
  mutating func goBack(by event: Event) {
    let start = self
    take(event)
    while session.onPaper != nil {
      guard let earlier = session.screen.words[.back] else {
        self = start
        return
      }
      take(earlier)
    }
  }
}
