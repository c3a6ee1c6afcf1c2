import AttuneDiagnostics

/// A condition asks about questions of this file.
struct ConditionAsksAboutAQuestion: Rule {
  static let code = "A231"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var guesses = Guesses(among: Array(scope.itemIndex.keys) + BuiltIns.subjects)
    for comparison in scope.placedConditions.flatMap(\.condition.value.comparisons) {
      let subject = comparison.subject
      if scope.item(subject.value) == nil, !BuiltIns.subjects.contains(subject.value) {
        let fixes = guesses.fixes(for: subject, otherwise: "add: item \(subject.value): ...")
        findings.append(.noSuchQuestion(subject, fixes))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSuchQuestion(_ name: Name, _ fixes: [Fix]) -> Finding {
    Finding(
      ConditionAsksAboutAQuestion.code, .mustFix, "There is no question called \"\(name.value)\"",
      at: name.range,
      fixes: fixes)
  }
}
