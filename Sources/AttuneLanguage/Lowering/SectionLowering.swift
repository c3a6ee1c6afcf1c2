import AttuneInstrument

extension Scope {
  /// Every section with its items.
  ///
  /// Items above the first section make one that is named like the instrument.
  func loweredSections() -> [Section] {
    var items: [Int?: [Item]] = [:]
    for item in file.items {
      if let lowered = lowered(item) { items[item.section, default: []].append(lowered) }
    }
    var sections = file.sections.enumerated().compactMap { index, block in
      lowered(block, items: items[index] ?? [])
    }
    if let first = items[nil], let heading = file.instrument?.heading, let name = heading.name {
      sections.insert(
        Section(name: name.value, title: heading.title?.value ?? name.value, items: first), at: 0)
    }
    return sections
  }

  private func lowered(_ block: SectionBlock, items: [Item]) -> Section? {
    guard let name = block.heading.name else { return nil }
    var section = Section(
      name: name.value, title: block.heading.title?.value ?? name.value, items: items)
    section.paragraphs = block.prose.lowered
    section.stem = block.stem?.insertText
    section.showWhen = block.showWhen?.value.lowered(in: self)
    section.contentNote = block.contentNote?.insertText
    let noted = expand(block.notedItems).map(\.value)
    section.notedItems = noted.isEmpty ? nil : noted
    section.askFirst = block.askFirst?.insertText
    section.checkIn = block.checkIn?.value
    section.isShuffled = block.isShuffled?.value
    let kept = expand(block.keptInPlace).map(\.value)
    section.keptInPlace = kept.isEmpty ? nil : kept
    section.onlyFor = block.onlyFor?.value
    section.isAskedOnRequest = block.askedIf?.value
    section.place = block.place?.value
    section.keeping = block.keeping?.value
    section.notes = block.notes.map(\.value)
    return section
  }
}

extension [ProseSyntax] {
  var lowered: [Paragraph] { map { Paragraph($0.words.insertText, role: $0.role?.value) } }
}
