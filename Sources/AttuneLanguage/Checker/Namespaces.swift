import AttuneDiagnostics

/// Names that must not be the same, because something looks them up in one place.
struct Namespace {
  struct Entry {
    let kind: String
    let name: Name
  }

  let entries: [Entry]

  /// Items, constructs, groups and consents are columns of one table; the others stand apart.
  static func all(in file: InstrumentSyntax) -> [Namespace] {
    func entries(_ blocks: [any BlockSyntax]) -> [Entry] {
      blocks.compactMap { block in
        block.heading.name.map { Entry(kind: block.heading.kind.rawValue, name: $0) }
      }
    }
    let consents = file.consents.flatMap(\.statements).map { Entry(kind: "consent", name: $0.name) }
    let columns = entries(file.items) + entries(file.constructs) + entries(file.groups) + consents
    let sources: [[Entry]] = [
      columns, entries(file.sections), entries(file.scales), entries(file.roles),
      entries(file.forms), entries(file.plans),
    ]
    return sources.map { entries in
      Namespace(entries: entries.sorted { $0.name.range < $1.name.range })
    }
  }
}
