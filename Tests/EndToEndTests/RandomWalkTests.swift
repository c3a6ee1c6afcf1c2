import AttuneInstrument
import AttuneSession
import Foundation
import Testing

/// Random people on the delivered instruments: they skip, go back, stop, change their minds and
/// type nonsense, and never meet a question that is hidden from them, lose an event, or get stuck.
///
/// No failure in n walks bounds the chance of one at 3/n with 95 % confidence (Hanley &
/// Lippman-Hand, 1983, https://doi.org/10.1001/jama.1983.03330370053031).
@Suite struct RandomWalkTests {
  @Test func noPathGoesWrong() throws {
    let walks = Trial.count(100, long: 10_000)
    var generator = Generator(seed: 1_983)
    var screens = 0
    for number in 0..<walks {
      let way = try #require(WholeInstrumentTests.ways.randomElement(using: &generator))
      var walker = RandomWalker(way.instrument, &generator)
      guard walker.walk(&generator) else {
        Issue.record("walk \(number): \(way.instrument.name): \(walker.trouble)")
        return
      }
      screens += walker.screens
    }
    Trial.report(
      "random walks that met a hidden question, lost an event or got stuck", failures: 0, of: walks,
      "\(screens) screens")
  }
}

/// Steele, Lea and Flood (2014), https://doi.org/10.1145/2660193.2660195.
struct Generator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private struct RandomWalker {
  private let instrument: Instrument
  private let setting: SessionSetting
  private var session: Session
  /// What a store would hold.
  private var journal: [Event] = []
  /// The last answer typed to each item, kept by this test alone.
  private var given: [String: Answer] = [:]
  private(set) var screens = 0
  private(set) var trouble = ""

  init(_ instrument: Instrument, _ generator: inout Generator) {
    self.instrument = instrument
    let isSet = Bool.random(using: &generator)
    setting = SessionSetting(
      instrument: instrument, purpose: .live,
      role: isSet ? instrument.roles.randomElement(using: &generator)?.name : nil,
      form: isSet ? instrument.forms.randomElement(using: &generator)?.name : nil,
      resumeCode: "moss lamp river", withdrawalCode: "moss lamp river",
      isHelpGiven: Bool.random(using: &generator),
      catalogue: .speaking(instrument.language) ?? .britishEnglish)
    session = Session(setting)
  }

  /// Whether everything went well: wanders for a while, then makes for the end.
  mutating func walk(_ generator: inout Generator) -> Bool {
    let wandering = Int.random(in: 0...300, using: &generator)
    for number in 0..<wandering + 1500 where !session.isOver {
      let line = line(isWandering: number < wandering, &generator)
      guard take(line) else { return false }
    }
    guard session.isOver else { return fails("stuck at \(session.step)") }
    return isReplayed()
  }

  private mutating func fails(_ words: String) -> Bool {
    trouble = words
    return false
  }

  private mutating func take(_ line: String) -> Bool {
    screens += 1
    let step = session.step
    if case .item(let name) = step, session.outcome == nil, !isShown(name) {
      return fails("\(name) is asked and hidden")
    }
    guard case .event(let event) = session.reading(of: line) else { return true }
    for effect in session.handle(event) {
      switch effect {
      case .record(let event): journal.append(event)
      case .discard: (journal, given) = ([], [:])
      case .keepApart, .finish: break
      }
    }
    if case .answered(let name, let answer) = event { given[name] = answer }
    if event == .choseToStartAgain { given = [:] }
    guard screens % 40 == 0, session.hasAgreed, session.outcome == nil else { return true }
    return isReplayed()
  }

  /// Whether the journal alone leads to the same answers.
  private mutating func isReplayed() -> Bool {
    guard session.hasAgreed, session.outcome == nil || session.outcome == .finished else {
      return true
    }
    let replayed = Session(replaying: journal, setting: setting)
    guard replayed.answers == session.answers else { return fails("the journal lost an answer") }
    return true
  }

  // MARK: What is shown, worked out anew

  private func isShown(_ name: String) -> Bool {
    guard let section = instrument.sections.first(where: { $0.items.contains { $0.name == name } }),
      let item = section.items.first(where: { $0.name == name })
    else { return false }
    return isMeant(item, in: section)
      && [section.showWhen, item.showWhen].compactMap { $0 }.allSatisfy { $0.truth(known) == .yes }
  }

  private func isMeant(_ item: Item, in section: Section) -> Bool {
    guard section.onlyFor == nil || section.onlyFor == session.role,
      section.isAskedOnRequest != true, item.isAskedOnRequest != true,
      item.wording(for: session.role) != nil
    else { return false }
    guard section.place == nil, case .form(let name) = session.length else { return true }
    return instrument.forms.contains { $0.name == name && $0.items.contains(item.name) }
  }

  private func known(_ subject: String) -> Condition.Known? {
    switch subject {
    case "role": return session.role.map(Condition.Known.word)
    case "both_roles": return .word(session.isBothRoles ? "yes" : "no")
    case "help_given": return .word(setting.isHelpGiven ? "yes" : "no")
    case "form":
      guard let length = session.length else { return nil }
      if case .form(let name) = length { return .word(name) }
      return .word("full")
    default:
      // The given answer where the question is shown; otherwise the engine's reason for none.
      if isShown(subject), let answer = given[subject] { return .answer(answer) }
      return session.answers[subject].flatMap { answer in
        answer.value == nil ? Condition.Known.answer(answer) : nil
      }
    }
  }

  // MARK: What is typed

  private func line(isWandering: Bool, _ generator: inout Generator) -> String {
    let screen = session.screen
    let keys = (screen.options + screen.offScale).compactMap(\.keys.first)
    guard isWandering else { return forward(screen) }
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return Word.allCases.randomElement(using: &generator)?.rawValue ?? ""
    case 1: return "back"
    case 2:
      return ["", "perhaps", "999", "-1", "0", "1, 2", "5 March 2020", "\u{1B}[A", "  "]
        .randomElement(using: &generator) ?? ""
    case 3: return "skip"
    case 4: return "."
    case 5: return "\(Int.random(in: 0...100, using: &generator))"
    default:
      // Leaving for good is rare, so that most walks are long.
      let lasting = keys.filter { !isEnding($0, on: screen) }
      return lasting.randomElement(using: &generator) ?? forward(screen)
    }
  }

  private func isEnding(_ key: String, on screen: Screen) -> Bool {
    let option = screen.options.first { $0.keys.first == key }
    return [
      .declined, .choseToDelete, .choseToKeep, .choseToComeBack, .choseToComeBackPuttingApart,
    ].contains(option?.event)
  }

  /// What leads on from here.
  private func forward(_ screen: Screen) -> String {
    if session.isHidden { return "show" }
    if screen.field == .line { return "words" }
    if screen.field == .lines { return "." }
    if screen.onEnter != nil { return "" }
    let lasting = screen.options.compactMap(\.keys.first).filter { !isEnding($0, on: screen) }
    if screen.options.contains(where: { $0.event == .choseToKeep }) { return "1" }
    return lasting.first ?? screen.options.first?.keys.first ?? ""
  }
}
