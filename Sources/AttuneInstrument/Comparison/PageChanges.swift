extension ChangeLog {
  /// What people read before and after the questions, and what they agree to.
  mutating func comparePages(_ old: Instrument, _ new: Instrument) {
    compareLines(old.information.listed, new.information.listed, "information")
    compareLines(
      [old.consent.title].compactMap { $0 } + old.consent.paragraphs.listed,
      [new.consent.title].compactMap { $0 } + new.consent.paragraphs.listed, "text of the consent")
    let statements = pairs(
      old.consent.statements, new.consent.statements, \.name, .peopleAreTold, "agreement to",
      words: \.text.source)
    for (before, after) in statements {
      if before.text != after.text {
        note(
          .peopleAreTold, after.name,
          "wording of the agreement \"\(after.name)\" changed; nobody has agreed to the new one yet",
          was: before.text.source, now: after.text.source)
      }
      compare(
        before.isNeeded, after.isNeeded, .peopleAreTold, after.name,
        "whether people must agree to \"\(after.name)\""
      ) { $0 ? "must agree" : "may agree" }
    }
    noteOrder(old.consent.statements.map(\.name), new.consent.statements.map(\.name), "agreements")
    compareLines(old.support.listed(in: old), new.support.listed(in: new), "support")
    compareLines(old.debrief.listed, new.debrief.listed, "debrief")
    compare(
      old.timesKept ?? .day, new.timesKept ?? .day, .peopleAreTold, nil, "times kept",
      words: \.rawValue)
  }

  /// The lines that go and come, between those that stay at the ends.
  private mutating func compareLines(_ old: [String], _ new: [String], _ what: String) {
    var before = old[...]
    var after = new[...]
    while let first = before.first, first == after.first {
      before.removeFirst()
      after.removeFirst()
    }
    while let last = before.last, last == after.last {
      before.removeLast()
      after.removeLast()
    }
    guard !before.isEmpty || !after.isEmpty else { return }
    note(
      .peopleAreTold, nil, "\(what) changed",
      was: before.isEmpty ? nil : before.joined(separator: "\n"),
      now: after.isEmpty ? nil : after.joined(separator: "\n"))
  }

  /// The perspectives from which people answer.
  mutating func compareRoles(_ old: Instrument, _ new: Instrument) {
    let effect = DataEffect.mayNotBeComparable
    for (before, after) in pairs(old.roles, new.roles, \.name, effect, "role", words: \.label) {
      compare(before.label, after.label, effect, after.name, "wording of role \"\(after.name)\"")
    }
    if old.roles.map(\.name).filter(new.roles.map(\.name).contains)
      != new.roles.map(\.name).filter(old.roles.map(\.name).contains)
    {
      note(effect, nil, "roles stand in another order")
    }
    compare(
      old.roleChoice?.question, new.roleChoice?.question, effect, nil, "question for the role")
    compare(
      old.roleChoice?.bothLabel, new.roleChoice?.bothLabel, effect, nil, "answer for both roles")
    compare(
      old.roleChoice?.bothQuestion, new.roleChoice?.bothQuestion, effect, nil,
      "question for people of both roles")
  }

  /// What the instrument says of itself.
  mutating func compareDescription(_ old: Instrument, _ new: Instrument) {
    compare(old.language, new.language, .mayNotBeComparable, nil, "language")
    let terms = Set((old.terms ?? [:]).keys).union((new.terms ?? [:]).keys)
    for term in terms.sorted() {
      compare(
        old.terms?[term], new.terms?[term], .mayNotBeComparable, term, "term \"\(term)\"")
    }
    let said: [(String, String?, String?)] = [
      ("name", old.name, new.name), ("title", old.title, new.title),
      ("version", old.version, new.version), ("status", old.status.rawValue, new.status.rawValue),
      ("author", old.author, new.author), ("licence", old.licence, new.licence),
      ("review", old.reviewedBy, new.reviewedBy),
    ]
    for (what, before, after) in said { compare(before, after, .nothing, nil, what) }
    compare(old.sources, new.sources, .nothing, nil, "source")
    compare(old.notes, new.notes, .nothing, nil, "note")
  }
}

extension [Passage] {
  fileprivate var listed: [String] {
    flatMap { passage in
      [
        [passage.title, passage.onlyFor.map { "(only for \($0))" }].compactMap { $0 }
          .joined(separator: " ")
      ] + passage.paragraphs.listed
    }
  }
}

extension Support {
  fileprivate func listed(in instrument: Instrument) -> [String] {
    [title].compactMap { $0 }
      + lines.map { line in
        switch line {
        case .words(let words): words.source
        case .contact(let words, let condition):
          "contact\(condition.map { " when \($0.words(in: instrument))" } ?? ""): \(words.source)"
        }
      }
  }
}
