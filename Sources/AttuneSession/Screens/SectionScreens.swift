import AttuneInstrument

extension ScreenWriter {
  /// Where the person is: `Part 3 of 8: My priorities first`.
  func heading(of section: Section) -> String {
    let parts = session.script.sections.filter { part in
      part.place == nil && isPart(part)
    }
    guard session.setting.showsProgress,
      let index = parts.firstIndex(where: { $0.name == section.name })
    else { return section.title }
    return catalogue[
      .part,
      ["number": "\(index + 1)", "total": "\(parts.count)", "title": section.title]]
  }

  /// Whether some question of the section is open to the person, or may become so.
  private func isPart(_ section: Section) -> Bool {
    guard section.showWhen?.truth(route.known) != .no else { return false }
    return section.items.contains { item in
      route.canAsk(item, in: section) && item.showWhen?.truth(route.known) != .no
    }
  }

  func gate(_ name: String) -> Screen {
    var screen = Screen()
    guard let section = session.script.section(named: name) else { return screen }
    screen.heading = heading(of: section)
    screen.prompt =
      section.askFirst.map(fill) ?? catalogue[.gate, ["title": section.title]]
    let no = Event.tookPart(section: name, false)
    screen.options = [
      option("1", .yes, .tookPart(section: name, true), also: ["y"]),
      option("2", .noSkipPart, no, also: ["n"]),
    ]
    screen.words[.skip] = no
    return screen
  }

  func contentNote(_ name: String) -> Screen {
    var screen = Screen()
    guard let section = session.script.section(named: name) else { return screen }
    screen.heading = heading(of: section)
    screen.paragraphs = section.contentNote.map { [fill($0)] } ?? []
    screen.prompt = catalogue[.howToGoOn]
    let skip = Event.skippedPart(section: name)
    screen.options = [
      option("1", .carryOn, .wentOn(from: .contentNote(section: name))),
      option("2", .skipPart, skip), option("3", .seeSupport, .opened(.support)),
      option("4", .stop, .opened(.stop)),
    ]
    screen.words[.skip] = skip
    return screen
  }

  func text(of name: String) -> Screen {
    guard let section = session.script.section(named: name) else { return Screen() }
    var screen = page(
      nil, section.paragraphs.filter(route.isMeant).map { fill($0.text) },
      onEnter: .wentOn(from: .page(section: name)))
    screen.heading = heading(of: section)
    return screen
  }

  func checkIn(_ name: String) -> Screen {
    var screen = Screen()
    let carryOn = Event.wentOn(from: .checkIn(section: name))
    screen.paragraphs = [catalogue[.checkIn]]
    screen.prompt = catalogue[.howToGoOn]
    screen.options = [
      option("1", .carryOn, carryOn), option("2", .haveBreak, .opened(.pause)),
      option("3", .easierPart, .skippedToEasierPart(after: name)),
      option("4", .stop, .opened(.stop)),
    ]
    screen.words[.skip] = carryOn
    return screen
  }
}
