import AttuneDiagnostics

/// An item has words that people read.
struct ItemHasWords: Rule {
  static let code = "A224"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for item in scope.file.items where item.wordings.isEmpty {
      findings.append(.noWords(item.heading))
    }
  }
}

extension Finding {
  fileprivate static func noWords(_ heading: Heading) -> Finding {
    Finding(
      ItemHasWords.code, .mustFix, "This item has no words", at: heading.place,
      explanation: "I have nothing to ask.",
      fixes: [.addLine(.possible, "ask: ...", under: heading)])
  }
}
