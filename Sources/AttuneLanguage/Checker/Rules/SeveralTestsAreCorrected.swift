import AttuneDiagnostics
import AttuneInstrument

/// Several tests at once need a plan for chance findings.
///
/// Of twenty tests of nothing, one is expected to look like something. `correction: Holm` in the
/// analysis block keeps the whole family honest; `correction: none` says that it is meant.
struct SeveralTestsAreCorrected: Rule {
  static let code = "A276"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard scope.file.analyses.first?.correction == nil else { return }
    for family in [Plan.Family.primary, .secondary] {
      let plans = scope.file.plans.filter { plan in
        switch plan.questions.first?.value {
        case .compare, .compareWithinPerson, .correlate: (plan.family?.value ?? .primary) == family
        case .reliability, .describe, .rank, nil: false
        }
      }
      if plans.count > 1 { findings.append(.uncorrected(plans.map(\.heading))) }
    }
  }
}

extension Finding {
  fileprivate static func uncorrected(_ headings: [Heading]) -> Finding {
    Finding(
      SeveralTestsAreCorrected.code, .pleaseCheck,
      "\(headings.count) comparisons and no plan for several tests at once", at: headings[0].place,
      notes: headings.dropFirst().map { .init("tested too", at: $0.range) },
      fixes: [Fix(.possible, "add to the analysis block: correction: Holm")])
  }
}
