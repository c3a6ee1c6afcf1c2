import AttuneDiagnostics

/// A scored question asks one thing.
///
/// Somebody who agrees with one half and not with the other has no answer to give, and nobody can
/// tell which half an answer was about:
///
///     item kind: My worker is kind and on time.
struct ItemAsksOneThing: Rule {
  static let code = "A401"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let scored = Set(
      scope.file.constructs.flatMap { scope.expand($0.uses + $0.usesReversed) }.map(\.value))
    for item in scope.file.items where item.heading.name.map({ scored.contains($0.value) }) == true
    {
      for wording in item.wordings {
        guard let word = wording.words.parts.first(where: { $0.value == "and" }) else { continue }
        findings.append(.twoQuestions(word))
        break
      }
    }
  }
}

extension Finding {
  fileprivate static func twoQuestions(_ word: Name) -> Finding {
    Finding(
      ItemAsksOneThing.code, .suggestion, "This may be two questions in one", at: word.range,
      explanation: "What would somebody answer who agrees with one part and not with the other?",
      fixes: [
        Fix(.possible, "ask the part that matters more, or make two questions of it"),
        Fix(.possible, "if it is right as it is, add: accept: A401 because ..."),
      ])
  }
}
