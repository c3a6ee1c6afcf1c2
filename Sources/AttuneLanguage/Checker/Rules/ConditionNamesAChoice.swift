import AttuneDiagnostics

/// A condition compares with answers that there are.
struct ConditionNamesAChoice: Rule {
  static let code = "A233"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for case .notAChoice(let value, let known, let heading) in scope.valueFaults {
      var guesses = Guesses(among: known, after: findings.count)
      let fixes = guesses.fixes(for: value, otherwise: "use one of the choices")
      findings.append(.notAChoice(value, known, heading, fixes))
    }
  }
}

extension Finding {
  fileprivate static func notAChoice(
    _ value: Name, _ known: [String], _ heading: Heading?, _ fixes: [Fix]
  ) -> Finding {
    Finding(
      ConditionNamesAChoice.code, .mustFix, "\"\(value.value)\" is not one of the choices",
      at: value.range,
      explanation: "The choices are: \(known.listed).",
      notes: heading.map { [.init("it is asked here", at: $0.range)] } ?? [],
      fixes: fixes)
  }
}
