import AttuneDiagnostics

/// A plan asks one question of the data.
struct PlanAsksOneThing: Rule {
  static let code = "A277"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for plan in scope.file.plans {
      if plan.questions.isEmpty {
        findings.append(.asksNothing(plan.heading))
      } else if plan.questions.count > 1 {
        findings.append(.asksTwice(plan.questions[1].range, first: plan.questions[0].range))
      }
    }
  }
}

extension Finding {
  fileprivate static func asksNothing(_ heading: Heading) -> Finding {
    Finding(
      PlanAsksOneThing.code, .mustFix, "What does this plan ask?", at: heading.place,
      fixes: [.addLine(.possible, "compare: ... by ...", under: heading)])
  }

  fileprivate static func asksTwice(_ range: SourceRange, first: SourceRange) -> Finding {
    Finding(
      PlanAsksOneThing.code, .mustFix, "This plan asks two things", at: range,
      notes: [.init("the first one is here", at: first)],
      fixes: [Fix(.possible, "make a plan of its own for each")])
  }
}
