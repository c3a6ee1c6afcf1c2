extension ChangeLog {
  /// Constructs and forms.
  mutating func compareScoring(_ old: Instrument, _ new: Instrument) {
    let effect = DataEffect.scoresChange
    let constructs = pairs(
      old.constructs, new.constructs, \.name, effect, "score", words: \.usesListed)
    for (before, after) in constructs {
      let name = after.name
      compareUses(before, after)
      compare(
        before.rule, after.rule, effect, name, "rule of score \"\(name)\"", words: \.words)
      compare(
        before.counts, after.counts, effect, name, "what each answer counts in \"\(name)\"",
        words: \.listed)
      compareFlags(before, after)
      compare(
        before.higherMeans, after.higherMeans, effect, name, "meaning of a higher \"\(name)\"")
      compare(before.title, after.title, .nothing, name, "title of score \"\(name)\"")
      compare(before.sources, after.sources, .nothing, name, "source of score \"\(name)\"")
      compare(before.notes, after.notes, .nothing, name, "note on score \"\(name)\"")
    }
    noteOrder(old.constructs.map(\.name), new.constructs.map(\.name), "scores")
    let forms = pairs(old.forms, new.forms, \.name, .mayNotBeComparable, "form", words: \.title)
    for (before, after) in forms {
      let name = after.name
      compare(
        before.items, after.items, .mayNotBeComparable, name, "questions of form \"\(name)\"")
      compare(before.title, after.title, .mayNotBeComparable, name, "title of form \"\(name)\"")
      compare(
        before.scoring, after.scoring, effect, name, "scoring on form \"\(name)\"", words: \.words)
      compare(before.notes, after.notes, .nothing, name, "note on form \"\(name)\"")
    }
    noteOrder(old.forms.map(\.name), new.forms.map(\.name), "forms")
  }

  private mutating func compareUses(_ old: Construct, _ new: Construct) {
    let name = new.name
    for use in old.uses where !new.uses.contains(where: { $0.name == use.name }) {
      note(.scoresChange, name, "\"\(use.name)\" no longer counts in \"\(name)\"")
    }
    for use in new.uses {
      guard let before = old.uses.first(where: { $0.name == use.name }) else {
        note(
          .scoresChange, name,
          "\"\(use.name)\" now counts in \"\(name)\"" + (use.isReversed ? ", reversed" : ""))
        continue
      }
      guard before.isReversed != use.isReversed else { continue }
      note(
        .scoresChange, name,
        "\"\(use.name)\" is \(use.isReversed ? "now" : "no longer") reversed in \"\(name)\"")
    }
    if old.uses != new.uses, Set(old.uses) == Set(new.uses) {
      note(.nothing, name, "what \"\(name)\" uses stands in another order")
    }
  }

  private mutating func compareFlags(_ old: Construct, _ new: Construct) {
    let name = new.name
    func words(_ isSo: Bool) -> String { isSo ? "yes" : "no" }
    compare(
      old.isIndex, new.isIndex, .scoresChange, name, "whether \"\(name)\" is an index", words: words
    )
    compare(
      old.isComposite, new.isComposite, .scoresChange, name,
      "whether \"\(name)\" is made of other scores", words: words)
    compare(
      old.acrossRoles, new.acrossRoles, .scoresChange, name,
      "how alike \"\(name)\" is across roles", words: \.rawValue)
  }

  /// Groups and their levels.
  mutating func compareGroups(_ old: Instrument, _ new: Instrument) {
    let effect = DataEffect.scoresChange
    let groups = pairs(old.groups, new.groups, \.name, effect, "group", words: \.title)
    for (before, after) in groups {
      let name = after.name
      compare(
        before.source, after.source, effect, name, "source of group \"\(name)\"", words: \.words)
      compare(
        before.levels.map { $0.words(in: old) }, after.levels.map { $0.words(in: new) }, effect,
        name, "levels of group \"\(name)\"")
      compare(before.pairs ?? [], after.pairs ?? [], effect, name, "pairs of group \"\(name)\"")
      compare(
        before.levels.map(\.label), after.levels.map(\.label), .nothing, name,
        "labels of group \"\(name)\"")
      compare(before.title, after.title, .nothing, name, "title of group \"\(name)\"")
      compare(before.notes, after.notes, .nothing, name, "note on group \"\(name)\"")
    }
    noteOrder(old.groups.map(\.name), new.groups.map(\.name), "groups")
  }

  /// Notes that what is in both stands in another order, which the data do not notice.
  mutating func noteOrder(_ old: [String], _ new: [String], _ what: String) {
    if old.filter(new.contains) != new.filter(old.contains) {
      note(.nothing, nil, "\(what) stand in another order")
    }
  }
}

extension Construct {
  fileprivate var usesListed: String {
    uses.map { $0.name + ($0.isReversed ? " (reversed)" : "") }.joined(separator: ", ")
  }
}

extension ScoreRule {
  fileprivate var words: String {
    let how =
      switch combination {
      case .mean: "mean"
      case .sum: "sum"
      case .proratedSum: "prorated sum"
      case .count(let code): "count of \(code)"
      }
    return how + (minimum.map { ", at least \($0) answered" } ?? ", all answered")
  }
}

extension Form.Scoring {
  fileprivate var words: String {
    switch self {
    case .asConstructs: "as each score says"
    case .rule(let rule): rule.words
    case .none: "none"
    }
  }
}

extension [Int: Double] {
  fileprivate var listed: String {
    sorted { $0.key < $1.key }.map { "\($0.key) as \($0.value.plain)" }.joined(separator: ", ")
  }
}

extension Grouping.Source {
  fileprivate var words: String {
    switch self {
    case .item(let item): "item \(item)"
    case .role: "role"
    case .facilitator: "facilitator"
    case .conditions: "conditions"
    }
  }
}

extension Grouping.Level {
  fileprivate func words(in instrument: Instrument) -> String {
    name + (condition.map { " when: \($0.words(in: instrument))" } ?? "")
  }
}
