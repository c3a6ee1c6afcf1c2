import AttuneInstrument
import AttuneSession
import Foundation
import Testing

/// Pseudo-random walks with fixed seeds: whatever a person does, nothing is lost.
@Suite struct ReplayTests {
  @Test(arguments: 0..<200)
  func aReplayedSessionIsTheSameAfterEveryEvent(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    var walk = Walk()
    var replayed = Session(walk.session.setting)
    for _ in 1...120 where !walk.session.isOver {
      let effects = walk.handle(anyEvent(in: walk.session, using: &generator))
      for effect in effects { try follow(effect, in: &replayed) }
      inspect(walk.session, beside: replayed)
    }
    for _ in 1...3 where !walk.session.isOver { walk.handle(.leave) }
    #expect(walk.session.isOver)
    #expect(Session(replaying: walk.events, setting: walk.session.setting) == walk.session)
  }

  /// What a later process would make of the journal.
  private func follow(_ effect: Effect, in replayed: inout Session) throws {
    switch effect {
    case .record(let event):
      let data = try JSONEncoder().encode(event)
      _ = replayed.handle(try JSONDecoder().decode(Event.self, from: data))
    case .discard: replayed = Session(replayed.setting)
    case .keepApart, .finish: break
    }
  }

  private func inspect(_ session: Session, beside replayed: Session) {
    let screen = session.screen
    let isStuck = screen.options.isEmpty && screen.onEnter == nil && screen.field == .none
    #expect(screen.isLast || !isStuck, "stuck at \(session.step)")
    guard session.outcome == nil else { return }
    let answers = session.answers
    if case .item(let name) = session.step {
      #expect(answers[name] != .missing(.notShown), "hidden: \(name)")
      #expect(answers[name] != .missing(.notChosen), "not chosen: \(name)")
    }
    guard session.hasAgreed else { return }
    #expect(replayed.answers == answers)
    #expect(replayed.step == session.step)
  }

  private let lines = ["7", "55", "1, 2", "May 2021", "Some words", "."]

  /// Something that the screen offers, or a leave now and then.
  private func anyEvent(in session: Session, using generator: inout SplitMix) -> Event {
    let screen = session.screen
    var events = (screen.options + screen.offScale).map(\.event)
    events += events + Word.allCases.compactMap { screen.words[$0] }
    events += screen.entries.compactMap(\.event).prefix(2)
    events += [screen.onEnter].compactMap { $0 }
    if screen.field != .none, let line = lines.randomElement(using: &generator),
      case .event(let event) = session.reading(of: line)
    {
      events += [event, event, event]
    }
    events = events.filter { $0 != .declined || generator.next() % 20 == 0 }
    let endings: Set<Event> = [
      .choseToKeep, .choseToDelete, .choseToComeBack, .choseToComeBackPuttingApart,
    ]
    events = events.filter { !endings.contains($0) || generator.next() % 10 == 0 }
    if events.isEmpty || generator.next() % 80 == 0 { return .leave }
    return events[Int(generator.next() % UInt64(events.count))]
  }
}

/// Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
