/// Which items have another name now, and which names stand for another question.
struct ItemRenaming {
  /// The new name of an item, by its old one: the same words, once before and once now.
  let names: [String: String]
  /// Names that stand for another question than before.
  let reused: Set<String>

  init(from old: Instrument, to new: Instrument) {
    let before = Self.namesByWords(old)
    let after = Self.namesByWords(new)
    let kept = Set(old.items.map(\.name)).intersection(new.items.map(\.name))
    let reused = kept.filter { name in
      guard let was = old.item(named: name)?.allWords, let now = new.item(named: name)?.allWords
      else { return false }
      switch Rewording(from: was, to: now) {
      case .same, .spelling, .extended: return false
      case .unrelated: return true
      case .changed:
        // The words of one question under the name of another.
        return (after[was] ?? []).contains { $0 != name }
          || (before[now] ?? []).contains { $0 != name }
      }
    }
    var names: [String: String] = [:]
    for item in old.items where !kept.contains(item.name) || reused.contains(item.name) {
      guard let words = item.allWords, before[words]?.count == 1, let now = after[words],
        now.count == 1, let name = now.first, !kept.contains(name)
      else { continue }
      names[item.name] = name
    }
    self.names = names
    self.reused = reused
  }

  /// `old` as if its items had been called so all along.
  ///
  /// A name that is reused goes with the question that it stood for.
  func applied(to old: Instrument) -> Instrument {
    guard !names.isEmpty else { return old }
    var instrument = old
    for section in instrument.sections.indices {
      instrument.sections[section].rename(rename)
    }
    for construct in instrument.constructs.indices
    where !instrument.constructs[construct].isComposite {
      for use in instrument.constructs[construct].uses.indices {
        instrument.constructs[construct].uses[use].name =
          rename(instrument.constructs[construct].uses[use].name)
      }
    }
    for form in instrument.forms.indices {
      instrument.forms[form].items = instrument.forms[form].items.map(rename)
    }
    for group in instrument.groups.indices { instrument.groups[group].rename(rename) }
    for plan in instrument.plans.indices { instrument.plans[plan].rename(rename) }
    instrument.support.lines = instrument.support.lines.map { line in
      guard case .contact(let text, let condition) = line else { return line }
      return .contact(text, when: condition?.renamed(rename))
    }
    return instrument
  }

  private func rename(_ name: String) -> String { names[name] ?? name }

  private static func namesByWords(_ instrument: Instrument) -> [String: [String]] {
    Dictionary(
      instrument.items.compactMap { item in item.allWords.map { ($0, [item.name]) } },
      uniquingKeysWith: +)
  }
}

extension Item {
  /// The words of every role in small letters; `nil` where there are none.
  var allWords: String? {
    let words = wordings.flatMap { Rewording.words($0.text.source) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension Section {
  fileprivate mutating func rename(_ rename: (String) -> String) {
    showWhen = showWhen?.renamed(rename)
    notedItems = notedItems?.map(rename)
    keptInPlace = keptInPlace?.map(rename)
    for item in items.indices {
      items[item].name = rename(items[item].name)
      items[item].showWhen = items[item].showWhen?.renamed(rename)
    }
  }
}

extension Grouping {
  fileprivate mutating func rename(_ rename: (String) -> String) {
    if case .item(let item) = source { source = .item(rename(item)) }
    for level in levels.indices {
      levels[level].condition = levels[level].condition?.renamed(rename)
    }
  }
}

extension Plan {
  fileprivate mutating func rename(_ rename: (String) -> String) {
    onlyWhen = onlyWhen?.renamed(rename)
    switch question {
    case .reliability(let scores, let by):
      question = .reliability(scores: scores.map(rename), by: by)
    case .compare(let scores, let by): question = .compare(scores: scores.map(rename), by: by)
    case .compareWithinPerson(let scores):
      question = .compareWithinPerson(scores: scores.map(rename))
    case .correlate(let score, let others):
      question = .correlate(score: rename(score), with: others.map(rename))
    case .describe(let scores, let by): question = .describe(scores: scores.map(rename), by: by)
    case .rank(let scores, let by): question = .rank(scores: scores.map(rename), by: by)
    }
  }
}

extension Condition {
  /// The same condition about items of other names.
  fileprivate func renamed(_ rename: (String) -> String) -> Condition {
    switch self {
    case .all(let parts): .all(parts.map { $0.renamed(rename) })
    case .any(let parts): .any(parts.map { $0.renamed(rename) })
    case .not(let part): .not(part.renamed(rename))
    case .comparison(let subject, let relation):
      .comparison(subject: rename(subject), relation)
    }
  }
}
