import AttuneDiagnostics
import AttuneInstrument

/// A comparison says which difference would matter to people.
///
/// Without it a report can say only whether there is a difference, not whether it is worth
/// anything. An equivalence test cannot be done at all: the difference is its bound.
struct PlanSaysWhatMatters: Rule {
  static let code = "A274"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard scope.file.analyses.first?.smallest == nil else { return }
    for plan in scope.file.plans where plan.smallest == nil {
      guard case .compare = plan.questions.first?.value else { continue }
      let isNeeded = plan.test?.value == .equivalence
      findings.append(.whatMatters(plan.heading, isNeeded ? .mustFix : .pleaseCheck))
    }
  }
}

extension Finding {
  fileprivate static func whatMatters(_ heading: Heading, _ level: Level) -> Finding {
    Finding(
      PlanSaysWhatMatters.code, level, "What difference would matter?", at: heading.place,
      explanation: "Best agreed with the people it is about, before data are seen.",
      fixes: [
        .addLine(.possible, "smallest difference that matters: 0.4 points", under: heading)
      ])
  }
}
