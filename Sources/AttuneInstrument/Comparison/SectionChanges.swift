extension ChangeLog {
  /// The parts, and where each question stands.
  mutating func compareSections(_ old: Instrument, _ new: Instrument) {
    let effect = DataEffect.mayNotBeComparable
    let sections = pairs(old.sections, new.sections, \.name, effect, "part", words: \.title)
    for (before, after) in sections {
      let name = after.name
      compare(before.title, after.title, effect, name, "title of part \"\(name)\"")
      compare(
        before.paragraphs.listed, after.paragraphs.listed, effect, name,
        "text of part \"\(name)\"")
      compare(before.stem, after.stem, effect, name, "stem of part \"\(name)\"")
      compare(
        before.showWhen?.words(in: old), after.showWhen?.words(in: new), effect, name,
        "condition for part \"\(name)\"")
      compare(
        before.contentNote, after.contentNote, effect, name, "content note of part \"\(name)\"")
      compare(
        before.notedItems ?? [], after.notedItems ?? [], effect, name,
        "questions that the content note of part \"\(name)\" is about")
      compare(before.askFirst, after.askFirst, effect, name, "question before part \"\(name)\"")
      compareConduct(before, after)
      compare(before.notes, after.notes, .nothing, name, "note on part \"\(name)\"")
    }
    comparePlaces(old, new)
  }

  /// How a part is gone through.
  private mutating func compareConduct(_ old: Section, _ new: Section) {
    let name = new.name
    let effect = DataEffect.mayNotBeComparable
    func words(_ isSo: Bool) -> String { isSo ? "yes" : "no" }
    compare(
      old.checkIn, new.checkIn, effect, name, "check-in of part \"\(name)\"", words: words)
    compare(
      old.isShuffled, new.isShuffled, effect, name, "shuffling of part \"\(name)\"", words: words)
    compare(
      old.keptInPlace ?? [], new.keptInPlace ?? [], effect, name,
      "what keeps its place in part \"\(name)\"")
    compare(old.onlyFor, new.onlyFor, effect, name, "role that part \"\(name)\" is only for")
    compare(
      old.isAskedOnRequest ?? false, new.isAskedOnRequest ?? false, effect, name,
      "whether part \"\(name)\" waits for a study to turn it on", words: words)
    compare(
      old.place, new.place, effect, name, "place of part \"\(name)\"", words: \.rawValue)
    compare(
      old.keeping, new.keeping, effect, name, "what becomes of the answers of part \"\(name)\"",
      words: { "keep: \($0.rawValue)" })
  }

  /// Questions that stand in another part, or in another order.
  private mutating func comparePlaces(_ old: Instrument, _ new: Instrument) {
    let (before, after) = (old.partOfItem, new.partOfItem)
    for item in new.items.map(\.name) {
      guard let part = before[item], let now = after[item], part != now else { continue }
      note(
        .mayNotBeComparable, item,
        "\"\(item)\" moved from part \"\(part)\" to part \"\(now)\"")
    }
    let common = new.items.map(\.name).filter { before[$0] != nil }
    let places = Dictionary(
      old.items.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let moved = common.moved { places[$0] ?? 0 }
    guard !moved.isEmpty else {
      let parts = (old.sections.map(\.name), new.sections.map(\.name))
      let shared = (parts.0.filter(parts.1.contains), parts.1.filter(parts.0.contains))
      if shared.0 != shared.1 {
        note(.mayNotBeComparable, nil, "parts without questions stand in another order")
      }
      return
    }
    if moved.count <= 3 {
      for item in moved {
        let place = common.firstIndex(of: item).flatMap { $0 == 0 ? nil : common[$0 - 1] }
        note(
          .mayNotBeComparable, item,
          "\"\(item)\" now comes " + (place.map { "after \"\($0)\"" } ?? "first"))
      }
    } else {
      note(.mayNotBeComparable, nil, "\(moved.count) questions stand in another place")
    }
  }
}

extension Instrument {
  fileprivate var partOfItem: [String: String] {
    Dictionary(
      sections.flatMap { section in section.items.map { ($0.name, section.name) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension [Paragraph] {
  /// The paragraphs as lines; one for a role says so.
  var listed: [String] { map { ($0.role.map { "\($0): " } ?? "") + $0.text.source } }
}

extension [String] {
  /// The fewest elements that, taken out, leave the others in the order of `place`: all but a
  /// longest run that ascends.
  fileprivate func moved(by place: (String) -> Int) -> [String] {
    let places = map(place)
    var length = places.map { _ in 1 }
    var previous = [Int?](repeating: nil, count: count)
    for index in places.indices {
      for earlier in 0..<index
      where places[earlier] < places[index] && length[earlier] + 1 > length[index] {
        length[index] = length[earlier] + 1
        previous[index] = earlier
      }
    }
    var staying: Set<Int> = []
    var next = places.indices.max { length[$0] < length[$1] }
    while let index = next {
      staying.insert(index)
      next = previous[index]
    }
    return indices.filter { !staying.contains($0) }.map { self[$0] }
  }
}
