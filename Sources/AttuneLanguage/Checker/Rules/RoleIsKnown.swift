import AttuneDiagnostics

/// A role that is named has been declared.
///
/// A misspelt role would be a form that nobody fills in: its wording would never be shown.
struct RoleIsKnown: Rule {
  static let code = "A225"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for name in names(in: scope.file) where !scope.roles.contains(name.value) {
      findings.append(.unknownRole(name, known: scope.roles))
    }
  }

  private func names(in file: InstrumentSyntax) -> [Name] {
    let passages = file.information + file.debriefs
    let prose =
      passages.flatMap(\.prose) + file.consents.flatMap(\.prose) + file.sections.flatMap(\.prose)
    return file.items.flatMap(\.asks).compactMap(\.role) + file.items.compactMap(\.onlyFor)
      + file.sections.compactMap(\.onlyFor) + passages.compactMap(\.onlyFor)
      + prose.compactMap(\.role) + file.groups.flatMap { $0.pairs?.value ?? [] }
  }
}

extension Finding {
  fileprivate static func unknownRole(_ name: Name, known: Set<String>) -> Finding {
    let roles = known.sorted().joined(separator: ", ")
    return Finding(
      RoleIsKnown.code, .mustFix, "Who is \"\(name.value)\"?", at: name.range,
      explanation: known.isEmpty
        ? "No role has been declared." : "The roles that I know are: \(roles).",
      fixes: Fix.didYouMean(
        name, among: known, otherwise: "add: role \(name.value): ..."))
  }
}
