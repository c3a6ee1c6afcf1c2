import AttuneDiagnostics

/// "Prefer not to say" is a reason, not a point on a scale.
///
/// As a point it has a number, and the number would be averaged with the others. `offer:` shows it
/// beside the answers and keeps it out of every score.
struct ReasonsAreNotPoints: Rule {
  static let code = "A217"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let scored = Set(
      scope.file.constructs.flatMap { scope.expand($0.uses + $0.usesReversed) }.map(\.value))
    for list in AnswerList.all(in: scope.file)
    where list.isScale || list.heading.name.map({ scored.contains($0.value) }) == true {
      for index in list.choices.indices {
        let choice = list.choices[index]
        if let reason = reason(in: choice.label.value) {
          findings.append(.reasonAsAnswer(choice, list.choices.code(at: index), reason))
        }
      }
    }
  }

  private func reason(in label: String) -> MissingReasonSyntax? {
    let said = label.lowercased().replacing("\u{2019}", with: "'")
    let signs: [(String, MissingReasonSyntax)] = [
      ("prefer not to", .preferNotToSay), ("rather not say", .preferNotToSay),
      ("don't know", .notSure), ("not sure", .notSure), ("does not apply", .doesNotApply),
      ("not applicable", .doesNotApply), ("n/a", .doesNotApply),
    ]
    return signs.first { said.contains($0.0) }?.1
  }
}

extension Finding {
  fileprivate static func reasonAsAnswer(
    _ choice: ChoiceSyntax, _ code: Int, _ reason: MissingReasonSyntax
  ) -> Finding {
    Finding(
      ReasonsAreNotPoints.code, .pleaseCheck, "\"\(choice.label.value)\" is written as an answer",
      at: choice.label.range,
      explanation: "It would be scored as \(code), like any other answer.",
      fixes: [Fix(.likely, "take this line out and add: offer: \(reason.rawValue)")])
  }
}
