import AttuneDiagnostics

/// A number is compared with a number, and several answers are asked with `includes`.
struct ConditionComparesLikeWithLike: Rule {
  static let code = "A234"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for case .notComparable(let range, let why, let heading) in scope.valueFaults {
      findings.append(.notComparable(range, why, heading))
    }
  }
}

extension Finding {
  fileprivate static func notComparable(
    _ range: SourceRange, _ why: String, _ heading: Heading?
  ) -> Finding {
    Finding(
      ConditionComparesLikeWithLike.code, .mustFix, "I cannot compare these", at: range,
      explanation: "About \(heading?.name?.value ?? "this question"): \(why).",
      notes: heading.map { [.init("it is asked here", at: $0.range)] } ?? [],
      fixes: [Fix(.possible, "\"is answered\" works for every question")])
  }
}
