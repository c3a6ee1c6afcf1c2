extension ChangeLog {
  /// Names that now stand for another question.
  mutating func noteReuse(of names: Set<String>, _ old: Instrument, _ new: Instrument) {
    for item in new.items where names.contains(item.name) {
      let before = old.item(named: item.name)
      let isSure = [before?.allWords, item.allWords].contains { words in
        (old.items + new.items).contains { $0.name != item.name && $0.allWords == words }
      }
      note(
        .cannotBePooled, item.name,
        isSure
          ? "\"\(item.name)\" is reused for another question"
          : "\"\(item.name)\" looks reused for another question: hardly a word is the same",
        was: before?.wordingsListed, now: item.wordingsListed)
    }
  }

  /// Every question but those whose names are `reused`.
  mutating func compareItems(
    _ old: Instrument, _ new: Instrument, besides reused: Set<String>
  ) {
    let items = pairs(
      old.items.filter { !reused.contains($0.name) },
      new.items.filter { !reused.contains($0.name) }, \.name, .mayNotBeComparable, "question",
      words: \.wordingsListed)
    let scales = Set(old.scales.map(\.name)).intersection(new.scales.map(\.name))
    for (before, after) in items {
      compareWordings(before, after)
      let isSharedScale =
        before.scale == after.scale && before.scale.map(scales.contains) == true
      compareFormats(before, after, isSharedScale: isSharedScale)
      compareRouting(before, after, old, new)
      compareSurroundings(before, after)
    }
  }

  private mutating func compareWordings(_ old: Item, _ new: Item) {
    let name = new.name
    var roles: [String?] = []
    for role in (old.wordings + new.wordings).map(\.role) where !roles.contains(role) {
      roles.append(role)
    }
    for role in roles {
      let before = old.wordings.first { $0.role == role }?.text.source
      let after = new.wordings.first { $0.role == role }?.text.source
      let what = "wording of \"\(name)\"" + (role.map { " for \($0)" } ?? "")
      if let before, let after, Rewording(from: before, to: after) == .spelling {
        note(
          .mayNotBeComparable, name, "\(what) changed in capitals, marks or spelling",
          was: before, now: after)
      } else {
        compare(before, after, .mayNotBeComparable, name, what)
      }
    }
    if old.wordings != new.wordings, Set(old.wordings) == Set(new.wordings) {
      note(.nothing, name, "wordings of \"\(name)\" stand in another order")
    }
  }

  /// Who is asked, and what may be answered instead.
  private mutating func compareRouting(
    _ old: Item, _ new: Item, _ before: Instrument, _ after: Instrument
  ) {
    let name = new.name
    let effect = DataEffect.mayNotBeComparable
    compare(
      old.showWhen?.words(in: before), new.showWhen?.words(in: after), effect, name,
      "condition for \"\(name)\"")
    compare(old.onlyFor, new.onlyFor, effect, name, "role that \"\(name)\" is only for")
    compare(
      old.isAskedOnRequest ?? false, new.isAskedOnRequest ?? false, effect, name,
      "whether \"\(name)\" waits for a study to turn it on", words: { $0 ? "yes" : "no" })
    compare(
      old.offered.map(\.words), new.offered.map(\.words), effect, name,
      "what is offered beside the answers of \"\(name)\"")
    compare(
      old.keeping, new.keeping, effect, name, "what becomes of the answer to \"\(name)\"",
      words: { "keep: \($0.rawValue)" })
  }

  /// What people read around the words.
  private mutating func compareSurroundings(_ old: Item, _ new: Item) {
    let name = new.name
    let effect = DataEffect.mayNotBeComparable
    compare(
      old.askAgain?.bounds, new.askAgain?.bounds, effect, name,
      "range outside which \"\(name)\" is asked again")
    compare(
      old.askAgain?.words, new.askAgain?.words, effect, name,
      "words with which \"\(name)\" is asked again"
    )
    compare(
      old.writeIn, new.writeIn, effect, name, "answer of \"\(name)\" that invites own words")
    compare(old.why, new.why, effect, name, "reason given for \"\(name)\"")
    compare(old.help, new.help, effect, name, "help for \"\(name)\"")
    compare(old.contentNote, new.contentNote, effect, name, "content note of \"\(name)\"")
    compare(old.sources, new.sources, .nothing, name, "source of \"\(name)\"")
    compare(old.notes, new.notes, .nothing, name, "note on \"\(name)\"")
  }
}

extension Item {
  fileprivate var wordingsListed: String {
    wordings.map { ($0.role.map { "\($0): " } ?? "") + $0.text.source }.joined(separator: "\n")
  }
}

extension Item.AskAgain {
  fileprivate var bounds: String {
    [above.map { "above \($0.plain)" }, below.map { "below \($0.plain)" }].compactMap { $0 }
      .joined(separator: ", ")
  }
}

extension MissingReason {
  fileprivate var words: String { name.replacing("_", with: " ") }
}
