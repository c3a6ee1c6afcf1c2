import AttuneDiagnostics

/// A plan that compares or correlates names its test before data are seen.
///
/// Choosing the test after a look at the data finds differences that are not there.
struct PlanNamesATest: Rule {
  static let code = "A273"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for plan in scope.file.plans where plan.test == nil {
      switch plan.questions.first?.value {
      case .compare: findings.append(.whichTest(plan.heading, "Welch"))
      case .compareWithinPerson: findings.append(.whichTest(plan.heading, "Friedman"))
      case .correlate: findings.append(.whichTest(plan.heading, "Spearman"))
      case .reliability, .describe, .rank, nil: break
      }
    }
  }
}

extension Finding {
  fileprivate static func whichTest(_ heading: Heading, _ usual: String) -> Finding {
    Finding(
      PlanNamesATest.code, .mustFix, "Which test?", at: heading.place,
      explanation: "The usual choice here is \(usual).",
      fixes: [.addLine(.possible, "test: \(usual)", under: heading)])
  }
}
