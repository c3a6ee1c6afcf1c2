import AttuneDiagnostics

/// A construct says how its answers become a score, and how many there must be.
///
///     score: mean, at least 4 answered
struct ConstructIsScored: Rule {
  static let code = "A264"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs where construct.score == nil {
      let count = scope.expand(construct.uses + construct.usesReversed).count
      findings.append(.notScored(construct.heading, atLeast: (2 * count + 2) / 3))
    }
  }
}

extension Finding {
  fileprivate static func notScored(_ heading: Heading, atLeast minimum: Int) -> Finding {
    Finding(
      ConstructIsScored.code, .mustFix, "How is \(heading.name?.value ?? "this") scored?",
      at: heading.place,
      explanation: "A score needs a rule, and the fewest answers that give one.",
      fixes: [
        .addLine(.possible, "score: mean, at least \(minimum) answered", under: heading)
      ])
  }
}
