import AttuneInstrument

/// The steps of an instrument in their order, before anything is known of the person.
///
/// It never changes, so that the copies of a session share one.
final class Script: Sendable {
  let setting: SessionSetting
  let steps: [Step]
  /// The same, with the sections whole.
  let stretches: [Stretch]
  /// What is agreed to: the instrument's statements, with one of our own where none is needed.
  let statements: [Consent.Statement]
  /// Sections in the order in which they are asked.
  let sections: [Section]
  private let positions: [Step: Int]
  private let sectionsByName: [String: Section]
  private let placesByItem: [String: Place]

  /// A step outside the sections, or all that belongs to a section.
  enum Stretch: Sendable {
    case step(Step)
    /// The first of the section's items would stand at `position`.
    case section(Section, itemsFrom: Int)
  }

  private struct Place {
    let section: Section
    let item: Item
  }

  init(_ setting: SessionSetting) {
    self.setting = setting
    let written = setting.instrument.sections.map { $0.filled(setting) }
    let early = written.filter { $0.place == .beforeInformation }
    let main = written.filter { $0.place == nil }
    let late = written.filter { $0.place == .afterReview }
    sections = early + main + late
    statements = Self.statements(of: setting)
    var steps: [Step] = []
    var stretches: [Stretch] = []
    func add(_ outside: [Step]) {
      steps += outside
      stretches += outside.map(Stretch.step)
    }
    func add(_ sections: [Section]) {
      for section in sections {
        stretches.append(
          .section(section, itemsFrom: steps.count + Self.stepsBeforeItems(of: section).count))
        steps += Self.steps(of: section)
      }
    }
    add([.welcome])
    add(early)
    add([.role, .roleForToday, .information] + statements.map { .statement($0.name) } + [.length])
    add(main)
    add([.review])
    add(late)
    add([.debrief, .copy, .farewell])
    self.steps = steps
    self.stretches = stretches
    positions = Dictionary(
      zip(steps, steps.indices), uniquingKeysWith: { first, _ in first })
    sectionsByName = Dictionary(
      sections.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    placesByItem = Dictionary(
      sections.flatMap { section in
        section.items.map { ($0.name, Place(section: section, item: $0)) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  private static func steps(of section: Section) -> [Step] {
    stepsBeforeItems(of: section) + section.items.map { .item($0.name) }
      + [.checkIn(section: section.name)]
  }

  private static func stepsBeforeItems(of section: Section) -> [Step] {
    let name = section.name
    return [.gate(section: name), .contentNote(section: name), .page(section: name)]
  }

  private static func statements(of setting: SessionSetting) -> [Consent.Statement] {
    let stated = setting.instrument.consent.statements
    if stated.contains(where: \.isNeeded) { return stated }
    let own = Consent.Statement(
      name: "taking_part", text: InsertText(setting.catalogue[.wantsToTakePart]), isNeeded: true)
    return [own] + stated
  }

  /// Where `step` stands; `nil` for one that this instrument does not have.
  func position(of step: Step) -> Int? { positions[step] }

  func section(named name: String) -> Section? { sectionsByName[name] }

  func section(ofItem item: String) -> Section? { placesByItem[item]?.section }

  func item(named name: String) -> Item? { placesByItem[name]?.item }

  /// What becomes of an item's answer, by the item's own word or else its section's.
  func keeping(ofItem name: String) -> Item.Keeping {
    guard let place = placesByItem[name] else { return .yes }
    return place.item.keeping == .yes ? place.section.keeping ?? .yes : place.item.keeping
  }

  /// The section that `step` belongs to, if any.
  func section(of step: Step) -> Section? {
    switch step {
    case .gate(let name), .contentNote(let name), .page(let name), .checkIn(let name):
      section(named: name)
    case .item(let name):
      section(ofItem: name)
    case .welcome, .role, .roleForToday, .information, .statement, .length, .review, .debrief,
      .copy, .farewell:
      nil
    }
  }
}

extension Script: Hashable {
  static func == (one: Script, other: Script) -> Bool {
    one === other || one.setting == other.setting
  }

  func hash(into hasher: inout Hasher) { hasher.combine(setting) }
}
