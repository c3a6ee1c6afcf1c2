import AttuneDiagnostics

/// A construct needs at least two items: one answer says nothing about how well it measures.
///
/// A construct that is made of constructs may have one.
struct ConstructHasTwoItems: Rule {
  static let code = "A262"
  static let silencedBy: Set<String> = .unreadLines.union(["A272"])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs where !scope.isComposite(construct) {
      if scope.expand(construct.uses + construct.usesReversed).count < 2 {
        findings.append(.tooFewItems(construct.heading))
      }
    }
  }
}

extension Finding {
  fileprivate static func tooFewItems(_ heading: Heading) -> Finding {
    Finding(
      ConstructHasTwoItems.code, .mustFix, "A construct needs at least two items",
      at: heading.place,
      fixes: [.addLine(.possible, "uses: ...", under: heading)])
  }
}
