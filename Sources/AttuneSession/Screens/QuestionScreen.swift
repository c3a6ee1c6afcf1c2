import AttuneInstrument

extension ScreenWriter {
  func question(named name: String) -> Screen {
    var screen = Screen()
    guard let item = session.script.item(named: name),
      let section = session.script.section(ofItem: name)
    else { return screen }
    guard !session.settled.contains(name) else { return settled(item, in: section) }
    screen.heading = heading(of: section)
    screen.paragraphs = [section.stem, item.contentNote].compactMap { $0.map(fill) }
    screen.prompt = question(item)
    screen.options = item.format.choices.map { choice in
      Screen.Option(["\(choice.code)"], choice.label, event(for: choice, of: item))
    }
    screen.field = field(of: item)
    screen.takesLetters = screen.field != .line && screen.field != .lines
    screen.offScale = item.offered.map { reason in
      let words = catalogue.words(for: reason)
      return Screen.Option(
        [screen.takesLetters ? reason.key : words], words,
        .answered(item: name, .missing(reason)))
    }
    screen.hint = hint(for: item)
    if !screen.takesLetters, !screen.offScale.isEmpty {
      screen.hint = [screen.hint, catalogue[.hintReason]].compactMap { $0 }.joined(separator: " ")
    }
    screen.words[.skip] = .answered(item: name, .missing(.skipped))
    if let given = session.replies.given[name] {
      let answer = AnswerWords(catalogue).words(given, to: item)
      screen.currentAnswer = catalogue[.currentAnswer, ["answer": answer]]
      screen.onEnter = .wentOn(from: .item(name))
    } else {
      screen.onEnter = .opened(.skip)
    }
    if !session.draft.isEmpty {
      screen.hint = catalogue[.hintMoreLines]
      screen.currentAnswer = session.draft.joined(separator: "\n")
      screen.onEnter = .wroteLine("")
    }
    return screen
  }

  /// A question whose answer is in a file of its own since before a break.
  private func settled(_ item: Item, in section: Section) -> Screen {
    var screen = page(
      nil, [question(item), catalogue[.alreadyApartHere]], onEnter: .wentOn(from: .item(item.name)))
    screen.heading = heading(of: section)
    return screen
  }

  private func event(for choice: Choice, of item: Item) -> Event {
    switch item.format {
    case .chooseAny: .answered(item: item.name, .value(.choices([choice.code])))
    case .chooseOne, .number, .text, .date:
      choice.name != nil && choice.name == item.writeIn
        ? .opened(.ownWords(code: choice.code))
        : .answered(item: item.name, .value(.choice(choice.code)))
    }
  }

  private func field(of item: Item) -> Screen.Field {
    switch item.format {
    case .chooseOne: .none
    case .chooseAny: .several
    case .number: .number
    case .text(let severalLines): severalLines ? .lines : .line
    case .date: .date
    }
  }

  // MARK: Hints

  private func hint(for item: Item) -> String? {
    switch item.format {
    case .chooseOne: nil
    case .chooseAny(let choices, let most):
      hint(several: choices.prefix(2).map { "\($0.code)" }.joined(separator: ", "), most)
    case .number(let format): hint(for: format)
    case .text(let severalLines): catalogue[severalLines ? .hintLines : .hintLine]
    case .date(.day): catalogue[.hintDay]
    case .date(.month): catalogue[.hintMonth]
    case .date(.year): catalogue[.hintYear]
    }
  }

  private func hint(several example: String, _ most: Int?) -> String {
    guard let most else { return catalogue[.hintSeveral, ["example": example]] }
    return catalogue[.hintSeveralAtMost, ["example": example, "most": "\(most)"]]
  }

  private func hint(for format: NumberFormat) -> String {
    let range = RangeWords(
      free: .hintNumber, atLeast: .hintNumberAtLeast, atMost: .hintNumberAtMost,
      between: .hintNumberFrom, labelled: .hintNumberFromLabels
    ).words(for: format, in: catalogue)
    return format.unit.map { catalogue[.hintUnit, ["hint": range, "unit": $0]] } ?? range
  }
}

extension MissingReason {
  /// What is typed for it; the same in every language.
  package var key: String {
    switch self {
    case .doesNotApply: "n"
    case .notSure: "d"
    case .preferNotToSay, .skipped, .notShown, .notReached, .notChosen: "s"
    }
  }
}
