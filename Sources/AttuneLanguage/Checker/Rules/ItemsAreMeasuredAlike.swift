import AttuneDiagnostics

/// The items of one construct are usually answered on the same scale.
///
/// A mean of answers from 1 to 5 and answers from 0 to 100 is mostly the second.
struct ItemsAreMeasuredAlike: Rule {
  static let code = "A263"
  static let silencedBy: Set<String> = ["A260", "A272"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let ofScales = scope.scales.mapValues { Self.measure(of: $0.choices) }
    func measure(of item: ItemBlock) -> [Double]? {
      if case .named(let scale)? = scope.answer(of: item)?.value { return ofScales[scale.value] }
      switch scope.answers(to: item) {
      case .one(let choices): return Self.measure(of: choices)
      case .number(let range?): return [range.lowest.value, range.highest.value]
      case .number(nil): return []
      case .several, .words, nil: return nil
      }
    }
    for construct in scope.file.constructs where construct.counts == nil {
      let items = scope.expand(construct.uses + construct.usesReversed)
        .compactMap { scope.item($0.value) }
      guard let first = items.first, let usual = measure(of: first) else { continue }
      if let other = items.first(where: { measure(of: $0) ?? usual != usual }) {
        findings.append(.measuredDifferently(construct.heading, first.heading, other.heading))
      }
    }
  }

  /// The codes of some answers, which items of one construct share.
  private static func measure(of choices: [ChoiceSyntax]) -> [Double] {
    choices.indices.map { Double(choices.code(at: $0)) }.sorted()
  }
}

extension Finding {
  fileprivate static func measuredDifferently(
    _ heading: Heading, _ first: Heading, _ other: Heading
  ) -> Finding {
    Finding(
      ItemsAreMeasuredAlike.code, .pleaseCheck, "These items are not measured the same way",
      at: heading.place,
      explanation: "Their numbers do not mean the same, and the wider range weighs most.",
      notes: [
        .init("one is answered this way", at: first.range),
        .init("and this one another way", at: other.range),
      ],
      fixes: [
        Fix(.possible, "make two constructs of them"),
        Fix(.possible, "if it is right as it is, add: accept: A263 because ..."),
      ])
  }
}
