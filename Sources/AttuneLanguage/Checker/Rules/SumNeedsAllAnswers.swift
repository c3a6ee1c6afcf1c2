import AttuneDiagnostics
import AttuneInstrument

/// A sum with gaps is too small: a missing answer counts as nothing.
///
/// `prorated sum` takes the mean of what was answered times the number of items.
struct SumNeedsAllAnswers: Rule {
  static let code = "A268"
  static let silencedBy: Set<String> = .unreadLines.union(["A266", "A272"])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs {
      guard case .rule(let rule, let minimum?) = construct.score?.value, rule.combination == .sum,
        let score = construct.score
      else { continue }
      let count = scope.expand(construct.uses + construct.usesReversed).count
      if minimum.value < count { findings.append(.tooSmall(score.range, minimum)) }
    }
  }
}

extension Finding {
  fileprivate static func tooSmall(_ range: SourceRange, _ minimum: Written<Int>) -> Finding {
    Finding(
      SumNeedsAllAnswers.code, .mustFix, "A sum with gaps is too small", at: range,
      explanation: "Each answer that is missing would count as nothing.",
      fixes: [
        Fix(
          .likely, "use a prorated sum",
          edits: [.init(range, with: "prorated sum, at least \(minimum.value) answered")]),
        Fix(.possible, "ask for all: sum, all answered"),
      ])
  }
}
