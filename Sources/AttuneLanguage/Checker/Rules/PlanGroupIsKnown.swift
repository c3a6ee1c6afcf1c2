import AttuneDiagnostics

/// A plan compares by a group of the file.
struct PlanGroupIsKnown: Rule {
  static let code = "A271"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for group in scope.file.plans.flatMap(\.questions).compactMap(\.value.group)
    where scope.groups[group.value] == nil {
      findings.append(
        .noSuchGroup(group, scope.groups.keys, isItem: scope.item(group.value) != nil))
    }
  }
}

extension Finding {
  fileprivate static func noSuchGroup(
    _ name: Name, _ known: some Sequence<String>, isItem: Bool
  ) -> Finding {
    Finding(
      PlanGroupIsKnown.code, .mustFix, "There is no group called \"\(name.value)\"", at: name.range,
      explanation: isItem
        ? "It is an item; a group with \"set by: item \(name.value)\" makes levels of its answers."
        : "",
      fixes: Fix.didYouMean(name, among: known, otherwise: "add: group \(name.value): ..."))
  }
}
