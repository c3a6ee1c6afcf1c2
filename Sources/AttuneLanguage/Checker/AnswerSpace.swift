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

  init(of conditions: [ConditionSyntax], in scope: Scope) {
    self.scope = scope
    var conditions = conditions
    var names: Set<String> = []
    var waiting = conditions.flatMap(\.comparisons).map(\.subject.value)
    while let name = waiting.popLast() {
      guard names.insert(name).inserted, let item = scope.item(name) else { continue }
      let routes = scope.routes(to: item)
      conditions += routes
      waiting += routes.flatMap(\.comparisons).map(\.subject.value)
      if scope.isForOneRole(item) { waiting.append("role") }
    }
    let comparisons = Dictionary(grouping: conditions.flatMap(\.comparisons), by: \.subject.value)
    let items = names.compactMap(scope.item).sorted { scope.moment(of: $0) < scope.moment(of: $1) }
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
  func contains(unanswered: String? = nil, where isWanted: (Known) -> Bool) -> Bool? {
    var left = Self.mostTried
    var known: Known = [:]
    let found = visit(variables[...], &known, &left, unanswered, isWanted)
    return found ? true : left < 0 ? nil : false
  }

  private func visit(
    _ variables: ArraySlice<Variable>, _ known: inout Known, _ left: inout Int,
    _ unanswered: String?, _ isWanted: (Known) -> Bool
  ) -> Bool {
    guard left >= 0 else { return false }
    guard let variable = variables.first else {
      left -= 1
      return left >= 0 && isWanted(known)
    }
    let isAsked = variable.item.map { isShown($0, variable.routes, known) } ?? true
    if variable.name == unanswered, !isAsked { return false }
    let hasValue = isAsked && variable.name != unanswered
    let missing = variable.item == nil ? [] : [Condition.Known.answer(.missing(.skipped))]
    for value in missing + (hasValue ? variable.values : []) {
      known[variable.name] = value
      if visit(variables.dropFirst(), &known, &left, unanswered, isWanted) { return true }
    }
    known[variable.name] = nil
    return false
  }

  private func isShown(_ item: ItemBlock, _ routes: [Condition], _ known: Known) -> Bool {
    if case .word(let role)? = known["role"], !scope.isAsked(item, of: role) { return false }
    return routes.allSatisfy { route in route.truth { known[$0] } == .yes }
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

  func isAsked(_ item: ItemBlock, of role: String) -> Bool {
    let only = [item.onlyFor, section(of: item)?.onlyFor].compactMap { $0?.value }
    let hasWords =
      item.wordings.isEmpty || item.wordings.contains { ($0.role?.value ?? role) == role }
    return hasWords && only.allSatisfy { $0 == role }
  }
}
