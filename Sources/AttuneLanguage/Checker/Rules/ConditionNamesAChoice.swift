import AttuneDiagnostics

/// A condition compares with answers that there are.
struct ConditionNamesAChoice: Rule {
  static let code = "A233"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for case .notAChoice(let value, let known, let heading) in ValueFault.all(in: scope) {
      findings.append(.notAChoice(value, known, heading))
    }
  }
}

extension Finding {
  fileprivate static func notAChoice(
    _ value: Name, _ known: [String], _ heading: Heading?
  ) -> Finding {
    Finding(
      ConditionNamesAChoice.code, .mustFix, "\"\(value.value)\" is not one of the choices",
      at: value.range,
      explanation: "The choices are: \(known.joined(separator: ", ")).",
      notes: heading.map { [.init("it is asked here", at: $0.range)] } ?? [],
      fixes: Fix.didYouMean(value, among: known, otherwise: "use one of the choices"))
  }
}
