import AttuneDiagnostics

/// At least half of a score should come from answers.
///
/// A mean of one answer out of five says more about which question was answered than about the
/// construct.
struct MostOfTheScoreIsAnswered: Rule {
  static let code = "A267"
  static let silencedBy: Set<String> = .unreadLines.union(["A262", "A266", "A272"])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs {
      guard case .rule(_, let minimum?) = construct.score?.value else { continue }
      let count = scope.expand(construct.uses + construct.usesReversed).count
      if minimum.value >= 1, 2 * minimum.value < count {
        findings.append(.mostlyGuessed(minimum, of: count))
      }
    }
  }
}

extension Finding {
  fileprivate static func mostlyGuessed(_ minimum: Written<Int>, of count: Int) -> Finding {
    Finding(
      MostOfTheScoreIsAnswered.code, .pleaseCheck, "Most of the score could be guessed",
      at: minimum.range,
      explanation:
        "\(minimum.value) \(minimum.value == 1 ? "answer" : "answers") of \(count) would be enough for a score.",
      fixes: [
        Fix(.possible, "ask for at least \((2 * count + 2) / 3) answers"),
        Fix(.possible, "if it is right as it is, add: accept: A267 because ..."),
      ])
  }
}
