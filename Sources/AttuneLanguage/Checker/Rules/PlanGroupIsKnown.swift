import AttuneDiagnostics

/// A plan compares by a group of the file.
struct PlanGroupIsKnown: Rule {
  static let code = "A271"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var guesses = Guesses(among: scope.groups.keys)
    for group in scope.file.plans.flatMap(\.questions).compactMap(\.value.group)
    where scope.groups[group.value] == nil {
      let fixes = guesses.fixes(for: group, otherwise: "add: group \(group.value): ...")
      findings.append(.noSuchGroup(group, isItem: scope.item(group.value) != nil, fixes))
    }
  }
}

extension Finding {
  fileprivate static func noSuchGroup(_ name: Name, isItem: Bool, _ fixes: [Fix]) -> Finding {
    Finding(
      PlanGroupIsKnown.code, .mustFix, "There is no group called \"\(name.value)\"", at: name.range,
      explanation: isItem
        ? "It is an item; a group with \"set by: item \(name.value)\" makes levels of its answers."
        : "",
      fixes: fixes)
  }
}
