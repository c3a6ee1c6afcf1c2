import AttuneDiagnostics

/// A statement with "not" is hard to answer on a scale with "disagree".
///
/// Who feels heard has to disagree with not being heard, and many people slip on the way:
///
///     item heard: I am not listened to.     # 1 = Disagree
struct NoDoubleNegative: Rule {
  static let code = "A405"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for item in scope.file.items {
      guard case .one(let choices)? = scope.answers(to: item),
        let no = choices.map(\.label).first(where: { label in
          label.parts.contains { $0.value == "disagree" || Self.negations.contains($0.value) }
        }),
        let word = item.wordings.flatMap(\.words.parts).first(where: {
          Self.negations.contains($0.value) || $0.value.hasSuffix("n't")
        })
      else { continue }
      findings.append(.doubleNegative(word, no))
    }
  }

  private static let negations: Set<String> = ["not", "never", "cannot", "nobody", "nothing"]
}

extension Finding {
  fileprivate static func doubleNegative(_ word: Name, _ no: Words) -> Finding {
    Finding(
      NoDoubleNegative.code, .suggestion,
      "\"\(word.value)\" and \"\(no.value)\" together make a double negative", at: word.range,
      notes: [.init("one of the answers", at: no.range)],
      fixes: [
        Fix(.possible, "say what is there rather than what is not"),
        Fix(.possible, "if it is right as it is, add: accept: A405 because ..."),
      ])
  }
}
