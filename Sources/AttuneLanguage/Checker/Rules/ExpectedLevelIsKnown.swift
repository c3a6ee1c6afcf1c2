import AttuneDiagnostics

/// A prediction names a level of the group that is compared.
struct ExpectedLevelIsKnown: Rule {
  static let code = "A278"
  static let silencedBy: Set<String> = ["A271"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for plan in scope.file.plans {
      guard case .higher(let level) = plan.expect?.value,
        let by = plan.questions.first?.value.group, let group = scope.groups[by.value],
        let known = scope.levelsOfGroup[by.value]
      else { continue }
      // A facilitator's levels belong to the study, which may name any.
      if !known.isEmpty, !known.contains(level.value) {
        var guesses = Guesses(among: known, after: findings.count)
        let fixes = guesses.fixes(for: level, otherwise: "use one of the levels")
        findings.append(.noSuchLevel(level, known, group.heading, fixes))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSuchLevel(
    _ level: Name, _ known: [String], _ group: Heading, _ fixes: [Fix]
  ) -> Finding {
    Finding(
      ExpectedLevelIsKnown.code, .mustFix, "There is no level called \"\(level.value)\"",
      at: level.range,
      explanation: "The levels are: \(known.listed).",
      notes: [.init("the group is here", at: group.range)],
      fixes: fixes)
  }
}
