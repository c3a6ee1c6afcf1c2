import AttuneDiagnostics

/// A statement with "not" is hard to answer on a scale with "disagree".
///
/// Who feels heard has to disagree with not being heard, and many people slip on the way:
///
///     item heard: I am not listened to.     # 1 = Disagree
struct NoDoubleNegative: Rule {
  static let code = "A405"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let ofScales = scope.scales.mapValues { Self.negative(in: $0.choices) }
    let negative = scope.wordIndex.first { Self.negations.contains($0) || $0.hasSuffix("n't") }
    for item in scope.file.items {
      guard let word = negative[item.heading.range.lower] else { continue }
      let no: Words?
      switch scope.answer(of: item)?.value {
      case .named(let scale): no = ofScales[scale.value] ?? nil
      case .chooseOne: no = Self.negative(in: item.choices)
      default: no = nil
      }
      if let no { findings.append(.doubleNegative(word, no)) }
    }
  }

  /// The first answer that says no.
  private static func negative(in choices: [ChoiceSyntax]) -> Words? {
    choices.map(\.label).first { label in
      label.parts.contains { $0.value == "disagree" || negations.contains($0.value) }
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
