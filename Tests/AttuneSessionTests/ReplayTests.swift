import AttuneInstrument
import AttuneSession
import Foundation
import Testing

/// Pseudo-random walks with fixed seeds: whatever a person does, nothing is lost.
@Suite struct ReplayTests {
  @Test(arguments: 0..<300)
  func aReplayedSessionIsTheSameAfterEveryEvent(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    var walk = Walk()
    for count in 1...400 {
      walk.handle(anyEvent(in: walk.session, using: &generator))
      try inspect(walk, exhaustively: count % 7 == 0)
      if walk.session.isOver { return }
    }
    walk.handle(.leave)
    walk.handle(.leave)
    #expect(walk.session.isOver)
  }

  private func inspect(_ walk: Walk, exhaustively: Bool) throws {
    let session = walk.session
    if case .item(let name) = session.step, session.outcome == nil {
      let answer = session.answers[name]
      #expect(answer != .missing(.notShown) && answer != .missing(.notChosen), "hidden: \(name)")
    }
    guard exhaustively || session.isOver else { return }
    #expect(Session(replaying: walk.events, setting: session.setting) == session)
    guard session.outcome == nil, session.hasAgreed, !walk.effects.contains(.discard) else {
      return
    }
    let journal = try JSONDecoder().decode(
      [Event].self, from: JSONEncoder().encode(walk.recorded))
    let again = Session(replaying: journal, setting: session.setting)
    #expect(again.answers == session.answers)
    #expect(again.step == session.step)
  }

  /// Something that the screen offers, or a leave now and then.
  private func anyEvent(in session: Session, using generator: inout SplitMix) -> Event {
    let screen = session.screen
    var events = (screen.options + screen.offScale).map(\.event)
    events += events + screen.words.values.sorted { "\($0)" < "\($1)" }
    events += screen.entries.compactMap(\.event).prefix(2)
    events += [screen.onEnter].compactMap { $0 }
    for line in ["7", "55", "1, 2", "May 2021", "Some words", "."] {
      if case .event(let event) = session.reading(of: line) { events += [event, event] }
    }
    events = events.filter { $0 != .declined || generator.next() % 20 == 0 }
    let endings: Set<Event> = [.choseToKeep, .choseToDelete, .choseToComeBack]
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
