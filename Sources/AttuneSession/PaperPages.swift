import AttuneInstrument

extension Session {
  /// What a page means to somebody who types in a paper form; `nil` where there is something to
  /// type.
  package var onPaper: Event? {
    guard interludes.isEmpty else { return nil }
    switch step {
    case .welcome, .information, .contentNote, .page, .checkIn, .review, .copy:
      return .wentOn(from: step)
    case .debrief: return .askedForCopy(false)
    case .item(let name):
      return script.keeping(ofItem: name) == .no
        ? .answered(item: name, .missing(.skipped)) : nil
    case .role, .roleForToday, .statement, .length, .gate, .farewell: return nil
    }
  }

  /// Whether something is shown over the current step.
  package var isAtInterlude: Bool { !interludes.isEmpty }

  /// The item asked here, by the name that stands on paper.
  package var itemName: String? { item?.name }

  /// What a question left blank on paper is.
  package var leftBlank: Event? {
    item.map { .answered(item: $0.name, .missing(.skipped)) }
  }

  /// What `event`, done at this step, says, in the words of the screen.
  package func words(for event: Event) -> String {
    if case .answered(let name, let answer) = event, let item = script.item(named: name) {
      return AnswerWords(setting.catalogue).words(answer, to: item)
    }
    let screen = screen
    return (screen.options + screen.offScale).first { $0.event == event }?.label ?? ""
  }
}
