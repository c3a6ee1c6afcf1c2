import AttuneDiagnostics

/// A role that is named has been declared.
///
/// A misspelt role would be a form that nobody fills in: its wording would never be shown.
struct RoleIsKnown: Rule {
  static let code = "A225"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var guesses = Guesses(among: scope.roles)
    let known = scope.roles.sorted()
    for name in names(in: scope.file) where !scope.roles.contains(name.value) {
      let fixes = guesses.fixes(for: name, otherwise: "add: role \(name.value): ...")
      findings.append(.unknownRole(name, known: known, fixes))
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
  fileprivate static func unknownRole(
    _ name: Name, known: [String], _ fixes: [Fix]
  ) -> Finding {
    Finding(
      RoleIsKnown.code, .mustFix, "Who is \"\(name.value)\"?", at: name.range,
      explanation: known.isEmpty
        ? "No role has been declared." : "The roles that I know are: \(known.listed).",
      fixes: fixes)
  }
}
