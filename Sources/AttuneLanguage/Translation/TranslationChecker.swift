import AttuneDiagnostics

/// Applies every rule to a translation, and reports each fault once.
struct TranslationChecker {
  let scope: TranslationScope

  /// The findings of the rules and of the parser, in the order of the text.
  func findings(besides parserFindings: [Finding]) -> [Finding] {
    let ruled = allTranslationRules.map { rule in
      var findings: [Finding] = []
      rule.init().check(scope, into: &findings)
      return (silencedBy: rule.silencedBy, findings: findings)
    }
    let codes = Set((parserFindings + ruled.flatMap(\.findings)).map(\.code))
    let kept = ruled.flatMap { rule in
      codes.isDisjoint(with: rule.silencedBy) ? rule.findings.filter { !isAccepted($0) } : []
    }
    return (parserFindings + kept).sorted { $0.range < $1.range }
  }

  /// Whether the translator has looked at it: in its block, or for the whole file in the first.
  private func isAccepted(_ finding: Finding) -> Bool {
    guard finding.level != .mustFix else { return false }
    let block = scope.file.blocks.last { $0.heading.range.lower <= finding.range.lower }
    return ((block?.details.accepted ?? []) + (scope.file.translation?.details.accepted ?? []))
      .contains { $0.value.code == finding.code }
  }
}
