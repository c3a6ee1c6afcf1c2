import AttuneInstrument

extension Scope {
  /// An item with everything that it inherits.
  func lowered(_ item: ItemBlock) -> Item? {
    guard let name = item.heading.name, let answer = answer(of: item)?.value,
      let format = format(of: item, answer)
    else { return nil }
    var result = Item(
      name: name.value,
      wordings: item.wordings.map {
        Item.Wording(InsertText($0.words.value), role: $0.role?.value)
      },
      format: format)
    if case .named(let scale) = answer { result.scale = scale.value }
    result.offered = offer(of: item)
    result.showWhen = item.showWhen?.value.lowered(in: self)
    result.askAgain = askAgain(of: item)
    result.writeIn = item.writeIn?.value
    result.why = item.why?.insertText
    result.help = item.help?.insertText
    result.contentNote = item.contentNote?.insertText
    result.keeping = item.keeping?.value ?? section(of: item)?.keeping?.value ?? .yes
    result.onlyFor = item.onlyFor?.value
    result.isAskedOnRequest = item.askedIf?.value
    result.sources = item.sources.map(\.value)
    result.notes = item.notes.map(\.value)
    return result
  }

  private func format(of item: ItemBlock, _ answer: AnswerSyntax) -> ResponseFormat? {
    switch answer {
    case .named(let scale): pointsOfScale[scale.value].map { .chooseOne($0) }
    case .chooseOne: .chooseOne(item.choices.lowered)
    case .chooseAny(let upTo): .chooseAny(item.choices.lowered, atMost: upTo?.value)
    case .number(let range): .number(number(of: item, range))
    case .slider(let range): .number(number(of: item, range, isSlider: true))
    case .text(let severalLines): .text(severalLines: severalLines)
    case .date(let precision): .date(precision)
    }
  }

  private func number(
    of item: ItemBlock, _ range: NumberRange?, isSlider: Bool = false
  ) -> NumberFormat {
    NumberFormat(
      lowest: range?.lowest.value, highest: range?.highest.value, unit: item.unit?.value,
      isSlider: isSlider, leftLabel: item.left?.value, rightLabel: item.right?.value)
  }

  private func askAgain(of item: ItemBlock) -> Item.AskAgain? {
    guard let bounds = item.askAgainIf?.value else { return nil }
    return Item.AskAgain(
      above: bounds.above?.value, below: bounds.below?.value, words: item.askAgain?.insertText)
  }
}

extension [ChoiceSyntax] {
  /// The choices with their codes; a name is kept where there is one.
  var lowered: [Choice] {
    indices.map { index in
      Choice(
        code: code(at: index), name: self[index].number == nil ? self[index].key.value : nil,
        label: self[index].label.value)
    }
  }
}

extension Words {
  var insertText: InsertText { InsertText(value) }
}
