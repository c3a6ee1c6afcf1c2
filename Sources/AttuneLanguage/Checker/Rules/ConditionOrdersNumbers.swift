import AttuneDiagnostics

/// "At least" and "less than" ask about numbers, or about scales whose points are numbers.
struct ConditionOrdersNumbers: Rule {
  static let code = "A235"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for case .noOrder(let range, let heading) in scope.valueFaults {
      findings.append(.noOrder(range, heading))
    }
  }
}

extension Finding {
  fileprivate static func noOrder(_ range: SourceRange, _ heading: Heading?) -> Finding {
    Finding(
      ConditionOrdersNumbers.code, .mustFix, "These choices have no order", at: range,
      explanation: "I cannot tell which of them is higher.",
      notes: heading.map { [.init("it is asked here", at: $0.range)] } ?? [],
      fixes: [Fix(.possible, "write \"is one of\" and the choices that you mean")])
  }
}
