import AttuneDiagnostics

/// A scored question asks one thing.
///
/// Somebody who agrees with one half and not with the other has no answer to give, and nobody can
/// tell which half an answer was about:
///
///     item kind: My worker is kind and on time.
///
/// Below a stem, an item is the name of a thing rather than a statement: family and friends.
struct ItemAsksOneThing: Rule {
  static let code = "A401"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let scored = Set(
      scope.file.constructs.flatMap { scope.expand($0.uses + $0.usesReversed) }.map(\.value))
    let and = scope.wordIndex.first { $0 == "and" }
    for item in scope.file.items {
      guard let word = and[item.heading.range.lower], let name = item.heading.name,
        scored.contains(name.value),
        scope.section(of: item)?.stem == nil
      else { continue }
      findings.append(.twoQuestions(word))
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
