import AttuneDiagnostics

/// A group that no plan uses, or a role that nothing asks, may have been forgotten.
struct GroupIsUsed: Rule {
  static let code = "A241"
  static let silencedBy: Set<String> = ["A120", "A225"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let used = Set(file.plans.flatMap(\.questions).compactMap { $0.value.group?.value })
    // A misspelt name elsewhere is the cause; its finding says so.
    if used.isSubset(of: scope.groups.keys) {
      for group in file.groups where group.pairs == nil && group.setBy?.value != .facilitator {
        guard let name = group.heading.name, !used.contains(name.value) else { continue }
        findings.append(.unused("group", group.heading))
      }
    }
    let asked = rolesAsked(in: scope)
    guard asked.isSubset(of: scope.roles),
      !file.groups.contains(where: { $0.setBy?.value == .role })
    else { return }
    for role in file.roles where role.heading.name.map({ asked.contains($0.value) }) == false {
      findings.append(.unused("role", role.heading))
    }
  }

  /// The roles that have words, questions or conditions of their own.
  private func rolesAsked(in scope: Scope) -> Set<String> {
    let file = scope.file
    let passages = file.information + file.debriefs
    let named =
      file.items.flatMap(\.asks).compactMap(\.role) + file.items.compactMap(\.onlyFor)
      + file.sections.compactMap(\.onlyFor) + passages.compactMap(\.onlyFor)
      + (passages.flatMap(\.prose) + file.sections.flatMap(\.prose)).compactMap(\.role)
    let conditions = scope.placedConditions.flatMap(\.condition.value.comparisons)
    let values = conditions.filter { $0.subject.value == "role" }.flatMap {
      comparison -> [Name] in
      switch comparison.relation {
      case .isOneOf(let values): return values
      case .isNot(let value): return [value]
      default: return []
      }
    }
    return Set((named + values).map(\.value))
  }
}

extension Finding {
  fileprivate static func unused(_ kind: String, _ heading: Heading) -> Finding {
    Finding(
      GroupIsUsed.code, .pleaseCheck, "Nothing uses this \(kind)", at: heading.place,
      fixes: [
        Fix(.likely, "take it out, or use it"),
        Fix(.possible, "if it is right as it is, add: accept: A241 because ..."),
      ])
  }
}
