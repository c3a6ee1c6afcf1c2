extension ChangeLog {
  mutating func compareScales(_ old: Instrument, _ new: Instrument) {
    let scales = pairs(old.scales, new.scales, \.name, .nothing, "scale")
    for (old, new) in scales {
      compareChoices(old.points, new.points, of: new.name)
      compare(old.title, new.title, .nothing, new.name, "title of scale \"\(new.name)\"")
      compare(old.sources, new.sources, .nothing, new.name, "source of scale \"\(new.name)\"")
    }
  }

  /// How an item is answered.
  mutating func compareFormats(_ old: Item, _ new: Item, isSharedScale: Bool) {
    let name = new.name
    switch (old.format, new.format) {
    case (.chooseOne(let before), .chooseOne(let after)):
      guard !isSharedScale else { return }
      compareChoices(before, after, of: name)
      if old.scale != new.scale, before == after {
        note(
          .nothing, name,
          "\"\(name)\" is answered on \(new.scale.map { "scale \"\($0)\"" } ?? "its own list") now, "
            + "with the same answers")
      }
    case (.chooseAny(let before, let fewBefore), .chooseAny(let after, let fewAfter)):
      compareChoices(before, after, of: name)
      compare(
        fewBefore, fewAfter, .mayNotBeComparable, name,
        "how many answers \"\(name)\" may have", words: { "up to \($0)" })
    case (.number(let before), .number(let after)) where before.isSlider == after.isSlider:
      compareNumbers(before, after, of: name)
    case (.text(let before), .text(let after)):
      compare(before, after, .nothing, name, "room to write for \"\(name)\"") {
        $0 ? "several lines" : "one line"
      }
    case (.date(let before), .date(let after)):
      compare(
        before, after, .mayNotBeComparable, name, "how exact the date of \"\(name)\" is",
        words: \.rawValue)
    default:
      note(
        .cannotBePooled, name,
        "\"\(name)\" is answered in another way: it was \(old.format.kind); it is \(new.format.kind)"
      )
    }
  }

  private mutating func compareNumbers(
    _ old: NumberFormat, _ new: NumberFormat, of name: String
  ) {
    // A place on a slider is a place between its ends; a count stays a count.
    compare(
      old.range, new.range, old.isSlider ? .cannotBePooled : .mayNotBeComparable, name,
      "range of \"\(name)\"")
    compare(old.unit, new.unit, .cannotBePooled, name, "unit of \"\(name)\"")
    compare(old.leftLabel, new.leftLabel, .cannotBePooled, name, "left end of \"\(name)\"")
    compare(old.rightLabel, new.rightLabel, .cannotBePooled, name, "right end of \"\(name)\"")
  }

  /// Answers to choose from, of a scale or an item; without names they are the points of a scale.
  mutating func compareChoices(_ old: [Choice], _ new: [Choice], of name: String) {
    guard old != new else { return }
    let isScale = (old + new).allSatisfy { $0.name == nil }
    let range = (old.range, new.range)
    if isScale, range.0 != range.1 {
      note(
        .cannotBePooled, name, "range of \"\(name)\" was \(range.0); it is \(range.1)",
        was: old.listed, now: new.listed)
    }
    for before in old {
      if let after = new.first(where: { $0.code == before.code }) {
        compareChoice(before, after, among: old, new, of: name)
      } else if !isScale || range.0 == range.1 {
        note(
          isScale ? .cannotBePooled : .mayNotBeComparable, name,
          "code \(before.code) in \"\(name)\" is gone; it meant \"\(before.label)\"")
      }
    }
    for after in new where !old.contains(where: { $0.code == after.code }) {
      guard !isScale || range.0 == range.1 else { break }
      note(
        isScale ? .cannotBePooled : .mayNotBeComparable, name,
        "code \(after.code) in \"\(name)\" is new; it means \"\(after.label)\"")
    }
    let codes = (Set(old.map(\.code)), Set(new.map(\.code)))
    if old.map(\.code).filter(codes.1.contains) != new.map(\.code).filter(codes.0.contains) {
      note(
        .mayNotBeComparable, name, "answers of \"\(name)\" stand in another order",
        was: old.listed, now: new.listed)
    }
  }

  /// One code, before and after.
  private mutating func compareChoice(
    _ old: Choice, _ new: Choice, among before: [Choice], _ after: [Choice], of name: String
  ) {
    let rewording = Rewording(from: old.label, to: new.label)
    let hasMoved =
      before.contains { $0.code != old.code && $0.isSaid(as: new) }
      || after.contains { $0.code != old.code && $0.isSaid(as: old) }
    let isNamedAlike = old.name != nil && old.name == new.name
    switch rewording {
    case .same: break
    case .spelling where !hasMoved:
      note(
        .mayNotBeComparable, name,
        "code \(old.code) in \"\(name)\" changed in capitals, marks or spelling", was: old.label,
        now: new.label)
    case .extended where !hasMoved, .changed where isNamedAlike && !hasMoved,
      .unrelated where isNamedAlike && !hasMoved:
      note(
        .mayNotBeComparable, name, "wording of code \(old.code) in \"\(name)\" changed",
        was: old.label, now: new.label)
    case .spelling, .extended, .changed, .unrelated:
      note(
        .cannotBePooled, name,
        "code \(old.code) in \"\(name)\" now means \"\(new.label)\"; it meant \"\(old.label)\"")
    }
    if old.name != new.name, !hasMoved {
      note(
        .mayNotBeComparable, name,
        "code \(old.code) in \"\(name)\" is written to files as \"\(new.name ?? "\(new.code)")\"; "
          + "it was \"\(old.name ?? "\(old.code)")\"")
    }
  }
}

extension Choice {
  /// Whether the two say the same, whatever their codes.
  fileprivate func isSaid(as other: Choice) -> Bool {
    Rewording.words(label) == Rewording.words(other.label)
  }
}

extension [Choice] {
  /// The lowest and highest code.
  fileprivate var range: String {
    let codes = map(\.code)
    return "\(codes.min() ?? 0) to \(codes.max() ?? 0)"
  }

  fileprivate var listed: String { map { "\($0.code) \($0.label)" }.joined(separator: "; ") }
}

extension NumberFormat {
  fileprivate var range: String? {
    guard lowest != nil || highest != nil else { return nil }
    return "\(lowest?.plain ?? "any") to \(highest?.plain ?? "any")"
  }
}

extension ResponseFormat {
  fileprivate var kind: String {
    switch self {
    case .chooseOne: "choose one"
    case .chooseAny: "choose any"
    case .number(let format): format.isSlider ? "a slider" : "a number"
    case .text: "text"
    case .date: "a date"
    }
  }
}
