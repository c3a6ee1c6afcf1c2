import AttuneDiagnostics

/// `show when` looks at answers that were given before.
///
/// A later answer is not known yet when the condition is asked, so the question would never be
/// shown.
struct ConditionLooksBack: Rule {
  static let code = "A232"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for placed in scope.placedConditions {
      guard let moment = placed.moment else { continue }
      for comparison in placed.condition.value.comparisons {
        guard let item = scope.item(comparison.subject.value), scope.moment(of: item) >= moment
        else { continue }
        findings.append(.askedLater(comparison.subject, item.heading))
      }
    }
  }
}

extension Finding {
  fileprivate static func askedLater(_ name: Name, _ heading: Heading) -> Finding {
    Finding(
      ConditionLooksBack.code, .mustFix, "\"\(name.value)\" is asked later than this",
      at: name.range,
      explanation: "Its answer is not known yet when I must decide what to show.",
      notes: [.init("it is asked here", at: heading.range)],
      fixes: [Fix(.possible, "move \(name.value) above this place")])
  }
}
