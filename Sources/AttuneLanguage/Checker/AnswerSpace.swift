import AttuneDiagnostics
import AttuneInstrument

/// Every combination of answers on which some conditions depend, directly or through the conditions
/// of the questions that they ask about.
///
/// There are finitely many: a choice is one of its codes or missing, and a number matters only at
/// the constants that it is compared with, and between them. A question that is not shown has no
/// answer, so what cannot happen is not tried.
struct AnswerSpace: Sendable {
  /// More combinations than this are not tried.
  static let mostTried = 200_000

  private struct Variable: Sendable {
    let name: String
    /// The item that gives the answer; `nil` for a built-in.
    let item: ItemBlock?
    let routes: [Condition]
    let values: [Condition.Known]
  }

  private let scope: Scope
  private let variables: [Variable]
  /// How many comparisons are made for one combination.
  private let weight: Int

  /// `nil` where there are more answers to think of than there is effort left.
  init?(of conditions: [ConditionSyntax], in scope: Scope, within effort: inout Effort) {
    self.scope = scope
    weight = max(1, conditions.flatMap(\.comparisons).count)
    var conditions = conditions
    var names: Set<String> = []
    var waiting = conditions.flatMap(\.comparisons).map(\.subject.value)
    while let name = waiting.popLast() {
      guard names.insert(name).inserted else { continue }
      guard effort.spend(20) else { return nil }
      guard let item = scope.item(name) else { continue }
      let routes = scope.routes(to: item)
      conditions += routes
      waiting += routes.flatMap(\.comparisons).map(\.subject.value)
      if scope.isForOneRole(item) { waiting.append("role") }
    }
    let comparisons = Dictionary(grouping: conditions.flatMap(\.comparisons), by: \.subject.value)
    let items = names.compactMap(scope.item).sorted { scope.moment(of: $0) < scope.moment(of: $1) }
    var cost = 0
    for item in items {
      let asked = comparisons[item.heading.name?.value ?? ""] ?? []
      let choices = scope.answers(to: item)?.choices.count ?? 0
      cost += (choices + asked.count) * asked.reduce(1) { $0 + $1.relation.valueCount }
    }
    guard effort.spend(cost) else { return nil }
    let builtIns = names.sorted().compactMap { name in
      BuiltIns.values(of: name, in: scope).map { words in
        Variable(
          name: name, item: nil, routes: [], values: words.sorted().map { .word($0) })
      }
    }
    variables =
      builtIns.filter { !$0.values.isEmpty }
      + items.map { item in
        let name = item.heading.name?.value ?? ""
        return Variable(
          name: name, item: item, routes: scope.routes(to: item).map { $0.lowered(in: scope) },
          values: scope.values(of: item, comparedIn: comparisons[name] ?? []))
      }
  }

  typealias Known = [String: Condition.Known]

  /// Whether some combination fulfils `isWanted`; `nil` where there are too many to say no.
  ///
  /// With `unanswered`, that question is shown, and the person gives no answer.
  func contains(
    unanswered: String? = nil, within effort: inout Effort, where isWanted: (Known) -> Bool
  ) -> Bool? {
    var search = Search(
      space: self, unanswered: unanswered, left: Self.mostTried, effort: effort)
    let found = search.visit(variables[...], isWanted)
    effort = search.effort
    return found ? true : search.left < 0 ? nil : false
  }

  /// One walk through the combinations.
  private struct Search {
    let space: AnswerSpace
    let unanswered: String?
    var known: Known = [:]
    /// How many combinations may still be tried; below 0 there were too many.
    var left: Int
    var effort: Effort

    mutating func visit(
      _ variables: ArraySlice<Variable>, _ isWanted: (Known) -> Bool
    ) -> Bool {
      guard left >= 0, effort.spend(1) else {
        left = -1
        return false
      }
      guard let variable = variables.first else {
        left -= effort.spend(space.weight) ? 1 : left + 1
        return left >= 0 && isWanted(known)
      }
      let isAsked = variable.item.map { isShown($0, variable.routes) } ?? true
      if variable.name == unanswered, !isAsked { return false }
      let hasValue = isAsked && variable.name != unanswered
      let missing = variable.item == nil ? [] : [Condition.Known.answer(.missing(.skipped))]
      for value in missing + (hasValue ? variable.values : []) {
        known[variable.name] = value
        if visit(variables.dropFirst(), isWanted) { return true }
      }
      known[variable.name] = nil
      return false
    }

    private func isShown(_ item: ItemBlock, _ routes: [Condition]) -> Bool {
      space.scope.isAsked(item, where: known)
        && routes.allSatisfy { route in route.truth { known[$0] } == .yes }
    }
  }
}

/// How much may still be tried in one file, in steps that take about as long as one another.
///
/// Without it, a thousand conditions of the largest kind would keep people waiting.
struct Effort {
  private var steps = 300_000

  /// Returns whether there was as much left.
  mutating func spend(_ count: Int) -> Bool {
    steps -= min(count, steps + 1)
    return steps >= 0
  }
}

extension Scope {
  /// The conditions on which an item is shown: its own, and its section's.
  func routes(to item: ItemBlock) -> [ConditionSyntax] {
    [section(of: item)?.showWhen, item.showWhen].compactMap { $0?.value }
  }

  func isForOneRole(_ item: ItemBlock) -> Bool {
    roles.contains { !isAsked(item, of: $0) }
  }

  /// Whether an item is on the form and for the role that are known; routing is another question.
  func isAsked(_ item: ItemBlock, where known: AnswerSpace.Known) -> Bool {
    if case .word(let role)? = known["role"], !isAsked(item, of: role) { return false }
    if case .word(let form)? = known["form"], let items = itemsOfForm[form] {
      return items.contains(item.heading.range.lower)
    }
    return true
  }

  private func isAsked(_ item: ItemBlock, of role: String) -> Bool {
    let only = [item.onlyFor, section(of: item)?.onlyFor].compactMap { $0?.value }
    let hasWords =
      item.wordings.isEmpty || item.wordings.contains { ($0.role?.value ?? role) == role }
    return hasWords && only.allSatisfy { $0 == role }
  }
}

extension ComparisonSyntax.Relation {
  /// How many values an answer is compared with.
  fileprivate var valueCount: Int {
    if case .isOneOf(let values) = self { values.count } else { 1 }
  }
}
