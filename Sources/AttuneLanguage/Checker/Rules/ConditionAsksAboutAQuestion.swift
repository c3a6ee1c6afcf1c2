import AttuneDiagnostics

/// A condition asks about questions of this file.
struct ConditionAsksAboutAQuestion: Rule {
  static let code = "A231"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let known = Array(scope.itemIndex.keys) + BuiltIns.subjects
    for comparison in PlacedCondition.all(in: scope).flatMap(\.condition.value.comparisons) {
      let subject = comparison.subject
      if scope.item(subject.value) == nil, !BuiltIns.subjects.contains(subject.value) {
        findings.append(.noSuchQuestion(subject, known))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSuchQuestion(_ name: Name, _ known: [String]) -> Finding {
    Finding(
      ConditionAsksAboutAQuestion.code, .mustFix, "There is no question called \"\(name.value)\"",
      at: name.range,
      fixes: Fix.didYouMean(name, among: known, otherwise: "add: item \(name.value): ..."))
  }
}
