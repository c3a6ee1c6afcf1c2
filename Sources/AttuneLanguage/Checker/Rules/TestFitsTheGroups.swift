import AttuneDiagnostics
import AttuneInstrument

/// A test for two groups compares two groups.
struct TestFitsTheGroups: Rule {
  static let code = "A275"
  static let silencedBy: Set<String> = ["A271"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for plan in scope.file.plans {
      guard let test = plan.test, forTwo.contains(test.value),
        case .compare(_, let by) = plan.questions.first?.value,
        let group = scope.groups[by.value], let count = scope.levelsOfGroup[by.value]?.count
      else { continue }
      if count > 2 { findings.append(.tooManyGroups(test.range, count, group.heading)) }
    }
  }

  private let forTwo: [PlannedTest] = [
    .welch, .student, .mannWhitney, .permutation, .equivalence, .pairedT, .wilcoxon,
  ]
}

extension Finding {
  fileprivate static func tooManyGroups(
    _ range: SourceRange, _ count: Int, _ group: Heading
  ) -> Finding {
    Finding(
      TestFitsTheGroups.code, .pleaseCheck, "This plan compares \(count) groups with a test for 2",
      at: range,
      notes: [.init("the groups are here", at: group.range)],
      fixes: [Fix(.possible, "use Welch ANOVA or Kruskal-Wallis")])
  }
}
