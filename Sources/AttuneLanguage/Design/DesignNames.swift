import AttuneDiagnostics
import AttuneInstrument

/// What the names of a design stand for in its instrument.
struct DesignNames {
  let instrument: Instrument
  /// The constructs that people have true scores on: items reflect them, and they are no mean of
  /// others.
  let scores: [Construct]
  private let items: [Item]

  init(_ instrument: Instrument) {
    self.instrument = instrument
    scores = instrument.constructs.filter { !$0.isIndex && !$0.isComposite }
    items = instrument.items
  }

  func score(_ name: String) -> Int? { scores.firstIndex { $0.name == name } }

  func item(_ name: String) -> Item? { instrument.item(named: name) }

  /// The items of a run of names; a name alone may be an item's, a section's or a construct's.
  func items(of run: NameRun, _ findings: inout [Finding]) -> [Item] {
    guard let last = run.last else {
      if let item = item(run.first.value) { return [item] }
      if let section = section(run.first.value) { return section.items }
      if let construct = instrument.construct(named: run.first.value) {
        return construct.uses.compactMap { item($0.name) }
      }
      findings.append(
        unknown(
          run.first, "item, section or construct",
          among: items.map(\.name) + instrument.sections.map(\.name)
            + instrument.constructs.map(\.name)))
      return []
    }
    let places = [run.first, last].map { name in
      let place = items.firstIndex { $0.name == name.value }
      if place == nil { findings.append(unknown(name, "item", among: items.map(\.name))) }
      return place
    }
    guard let from = places[0], let to = places[1] else { return [] }
    return from <= to ? Array(items[from...to]) : Array(items[to...from])
  }

  func section(_ name: String) -> Section? { instrument.sections.first { $0.name == name } }

  func unknown(_ name: Name, _ kind: String, among names: [String]) -> Finding {
    .notInInstrument(name, kind, of: instrument.name, among: names)
  }
}

extension Finding {
  /// The names in a design are those of its instrument.
  ///
  /// Items, sections, constructs, groups, roles, forms and answers are called as the instrument
  /// calls them. A misspelt name would otherwise leave people as they were, unnoticed.
  fileprivate static func notInInstrument(
    _ name: Name, _ kind: String, of instrument: String, among names: [String]
  ) -> Finding {
    let known = names.count <= 12 ? names.joined(separator: ", ") : ""
    return Finding(
      "A389", .mustFix, "\"\(instrument)\" has no \(kind) called \"\(name.value)\"",
      at: name.range,
      explanation: known.isEmpty ? "" : "It has: \(known).",
      fixes: Fix.didYouMean(name, among: names))
  }
}
