import AttuneDiagnostics

/// The items of one construct are usually answered on the same scale.
///
/// A mean of answers from 1 to 5 and answers from 0 to 100 is mostly the second.
struct ItemsAreMeasuredAlike: Rule {
  static let code = "A263"
  static let silencedBy: Set<String> = ["A260", "A272"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs where construct.counts == nil {
      let items = scope.expand(construct.uses + construct.usesReversed)
        .compactMap { scope.item($0.value) }
      guard let first = items.first, let measure = measure(of: first, in: scope) else { continue }
      if let other = items.first(where: { self.measure(of: $0, in: scope) ?? measure != measure }) {
        findings.append(.measuredDifferently(construct.heading, first.heading, other.heading))
      }
    }
  }

  /// The codes or the range of an item's answers.
  private func measure(of item: ItemBlock, in scope: Scope) -> [Double]? {
    switch scope.answers(to: item) {
    case .one(let choices): choices.indices.map { Double(choices.code(at: $0)) }.sorted()
    case .number(let range?): [range.lowest.value, range.highest.value]
    case .number(nil): []
    case .several, .words, nil: nil
    }
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
