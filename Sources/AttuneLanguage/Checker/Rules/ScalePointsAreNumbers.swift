import AttuneDiagnostics

/// The points of a scale have numbers.
///
/// A score adds the numbers up; a scale of names has nothing to add. Where answers have names, give
/// them to the item itself with `answer: choose one`.
struct ScalePointsAreNumbers: Rule {
  static let code = "A213"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for scale in scope.file.scales {
      guard let choice = scale.choices.first(where: { $0.number == nil }) else { continue }
      findings.append(.needsNumbers(scale.heading, choice))
    }
  }
}

extension Finding {
  fileprivate static func needsNumbers(_ heading: Heading, _ choice: ChoiceSyntax) -> Finding {
    Finding(
      ScalePointsAreNumbers.code, .mustFix, "A scale needs whole numbers", at: heading.place,
      explanation: "Scores add the numbers of a scale up.",
      notes: [.init("\"\(choice.key.value)\" is not a whole number", at: choice.key.range)],
      fixes: [Fix(.possible, "write: 1 = \(choice.label.value)")])
  }
}
