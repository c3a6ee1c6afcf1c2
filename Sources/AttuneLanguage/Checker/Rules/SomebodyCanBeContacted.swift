import AttuneDiagnostics

/// The support block names at least one place to turn to, shown to everybody.
struct SomebodyCanBeContacted: Rule {
  static let code = "A304"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    if let support = scope.file.supports.first,
      !support.lines.contains(where: { $0.isContact && $0.condition == nil })
    {
      findings.append(.nobodyToContact(support.heading))
    }
  }
}

extension Finding {
  fileprivate static func nobodyToContact(_ heading: Heading) -> Finding {
    Finding(
      SomebodyCanBeContacted.code, .mustFix, "There is nobody to contact", at: heading.range,
      explanation: "At least one contact is shown to everybody, wherever they live.",
      fixes: [.addLine(.possible, "contact: ...", under: heading)])
  }
}
