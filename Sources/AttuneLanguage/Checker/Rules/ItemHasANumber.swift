import AttuneDiagnostics

/// A score adds numbers up, so the items of a construct have numbers for answers.
struct ItemHasANumber: Rule {
  static let code = "A260"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs {
      for name in scope.expand(construct.uses + construct.usesReversed) {
        guard let item = scope.item(name.value), let answers = scope.answers(to: item) else {
          continue
        }
        switch answers {
        case .one, .number: break
        case .several, .words: findings.append(.noNumber(name, item.heading))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func noNumber(_ name: Name, _ heading: Heading) -> Finding {
    Finding(
      ItemHasANumber.code, .mustFix, "\"\(heading.name?.value ?? "")\" has no number to add up",
      at: name.range,
      notes: [.init("it is answered in words, or with several answers", at: heading.range)],
      fixes: [Fix(.possible, "take it out of this construct")])
  }
}
