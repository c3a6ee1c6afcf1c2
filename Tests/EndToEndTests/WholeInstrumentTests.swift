import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneSession
import Foundation
import Testing

/// Every delivered instrument, from the first page to the last, for every role and form, in every
/// language.
@Suite struct WholeInstrumentTests {
  /// One way through an instrument.
  struct Way: Sendable, CustomTestStringConvertible {
    let instrument: Instrument
    /// `nil` where an instrument has no roles.
    let role: String?
    let isBothRoles: Bool
    let length: Length

    var testDescription: String {
      let form =
        switch length {
        case .full: "full"
        case .form(let name): name
        case .partByPart: "part by part"
        }
      let person = "\(role ?? "person")\(isBothRoles ? " of both" : "")"
      return "\(instrument.name) \(person) \(form) \(instrument.language)"
    }

    /// Whether the item is on this way, whatever is answered.
    func has(_ item: Item, in section: Section) -> Bool {
      guard section.isAskedOnRequest != true, item.isAskedOnRequest != true,
        section.onlyFor == nil || section.onlyFor == role, item.wording(for: role) != nil
      else { return false }
      guard section.place == nil, case .form(let name) = length else { return true }
      return instrument.forms.contains { $0.name == name && $0.items.contains(item.name) }
    }
  }

  static let ways: [Way] = {
    let folder = Program.root.appending(path: "instruments")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    func source(_ file: String) -> SourceText? {
      (try? Data(contentsOf: folder.appending(path: file)))
        .flatMap { try? SourceText(name: file, bytes: $0) }
    }
    let originals = files.filter { $0.hasSuffix(".instrument") }.sorted()
      .compactMap { source($0).flatMap { Compilation(of: $0).instrument } }
    let translated = originals.flatMap { original in
      files.filter { $0.hasPrefix("\(original.name).") }.compactMap(source)
        .compactMap { TranslationCompilation(of: $0, for: original).translation }
        .map(original.translated)
    }
    return (originals + translated).flatMap { instrument -> [Way] in
      let roles = instrument.roles.isEmpty ? [nil] : instrument.roles.map { Optional($0.name) }
      let lengths = [Length.full, .partByPart] + instrument.forms.map { .form($0.name) }
      let ways = roles.flatMap { role in
        lengths.map { Way(instrument: instrument, role: role, isBothRoles: false, length: $0) }
      }
      return instrument.roles.isEmpty
        ? ways
        : ways + [
          Way(
            instrument: instrument, role: instrument.roles.last?.name, isBothRoles: true,
            length: .full)
        ]
    }
  }()

  @Test func everyInstrumentIsWalked() {
    #expect(
      Set(Self.ways.map(\.instrument.name)) == ["keep", "alongside", "say", "links", "selfhelp"])
    #expect(Set(Self.ways.map(\.instrument.language)) == ["en-GB", "cy"])
  }

  @Test(arguments: ways) func leadsFromTheFirstPageToTheLast(_ way: Way) throws {
    var walk = Walker(way)
    try walk.goOn()
    #expect(walk.session.outcome == .finished)
    #expect(walk.session.role == way.role)
    #expect(walk.session.isBothRoles == way.isBothRoles)
    var sure: [String] = []
    var possible: Set<String> = []
    for section in way.instrument.sections {
      for item in section.items where way.has(item, in: section) {
        possible.insert(item.name)
        if item.showWhen == nil, section.showWhen == nil { sure.append(item.name) }
      }
    }
    #expect(walk.asked.filter(Set(sure).contains) == sure)
    #expect(Set(walk.asked).isSubset(of: possible))
    for (item, answer) in walk.session.answers where walk.asked.contains(item) {
      #expect(answer.value != nil, "\(item)")
    }
    #expect(!walk.session.answers.values.contains(.missing(.notReached)))
  }
}

/// Somebody who reads every screen and answers every question.
struct Walker {
  let way: WholeInstrumentTests.Way
  private(set) var session: Session
  /// Items in the order in which they were asked.
  private(set) var asked: [String] = []
  /// Everything typed.
  private(set) var lines: [String] = []

  init(_ way: WholeInstrumentTests.Way) {
    self.way = way
    session = Session(
      SessionSetting(
        instrument: way.instrument, purpose: .rehearsal,
        catalogue: .speaking(way.instrument.language) ?? .britishEnglish))
  }

  mutating func goOn() throws {
    for _ in 0..<1000 {
      guard !session.isOver else { return }
      let screen = session.screen
      check(screen)
      if case .item(let name) = session.step, asked.last != name { asked.append(name) }
      let line = line(for: screen)
      lines.append(line)
      guard case .event(let event) = session.reading(of: line) else {
        Issue.record("\(line) is not understood at \(session.step)")
        return
      }
      _ = session.handle(event)
    }
    Issue.record("The session does not end.")
  }

  /// What is shown has words, and no hole or brace in them.
  private func check(_ screen: Screen) {
    let words =
      [screen.heading, screen.title, screen.prompt, screen.hint, screen.notice].compactMap { $0 }
      + screen.paragraphs + screen.options.map(\.label) + screen.offScale.map(\.label)
    for text in words {
      #expect(!text.isEmpty, "\(session.step)")
      #expect(!text.contains { "{}".contains($0) }, "\(session.step): \(text)")
      #expect(!text.contains("  "), "\(session.step): \(text)")
    }
  }

  /// What this person types.
  private func line(for screen: Screen) -> String {
    switch session.step {
    case .role:
      let index = way.instrument.roles.firstIndex { $0.name == way.role } ?? 0
      return "\(1 + (way.isBothRoles ? way.instrument.roles.count : index))"
    case .roleForToday:
      return "\(1 + (way.instrument.roles.firstIndex { $0.name == way.role } ?? 0))"
    case .length:
      return screen.options.first { $0.event == .choseLength(way.length) }?.keys.first ?? ""
    case .item:
      switch screen.field {
      case .line: return "kind words"
      case .lines: return screen.currentAnswer == nil ? "They listened." : "."
      default: return screen.options[asked.count % screen.options.count].keys[0]
      }
    default:
      return screen.onEnter == nil ? screen.options[0].keys[0] : ""
    }
  }
}
