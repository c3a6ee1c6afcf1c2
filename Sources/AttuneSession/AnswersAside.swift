import AttuneInstrument

/// Answers that nothing may link to the person, and those that are for the person alone: they are in
/// this window only, because a journal that held them would be the link.
///
/// At the end they go where they belong. Before a break the person is told, and decides.
extension Session {
  /// The items with such an answer, in the order of asking.
  func itemsAside(_ keeping: Item.Keeping) -> [Item] {
    let outcomes = route.outcomes
    return script.sections.flatMap(\.items).filter { item in
      guard script.keeping(ofItem: item.name) == keeping else { return false }
      let isBeingWritten = item.name == self.item?.name && !draft.isEmpty
      return isBeingWritten || outcomes[item.name]?.value != nil
    }
  }

  /// Whether some answers are in this window only.
  var hasAnswersAside: Bool {
    outcome == nil || outcome == .setAside
      ? !(itemsAside(.apart) + itemsAside(.ownCopy)).isEmpty : false
  }

  /// Puts the answers kept apart into their file, each without a link to the others.
  func answersKeptApart() -> [Effect] {
    let outcomes = route.outcomes
    return itemsAside(.apart).compactMap { item in
      outcomes[item.name].map { .keepApart(item: item.name, $0) }
    }
  }

  /// From now on the questions passed whose answers are kept apart cannot be answered again: a
  /// second answer could not take the place of the first.
  ///
  /// Those passed without an answer are among them, so that the journal does not say which they are.
  mutating func settleAnswersKeptApart() {
    for case .item(let name) in passed where script.keeping(ofItem: name) == .apart {
      settled.insert(name)
      replies.given[name] = nil
    }
  }
}
