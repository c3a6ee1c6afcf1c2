import AttuneDiagnostics

/// People are told where they can turn.
///
/// Questions can bring things up. The support block is one key away at every question.
struct SupportIsGiven: Rule {
  static let code = "A301"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    if let instrument = scope.file.instrument, scope.file.supports.isEmpty {
      findings.append(.noSupport(instrument.heading))
    }
  }
}

extension Finding {
  fileprivate static func noSupport(_ heading: Heading) -> Finding {
    Finding(
      SupportIsGiven.code, .mustFix, "There is no support block", at: heading.place,
      explanation: "People need to know where they can turn if a question brings things up.",
      fixes: [Fix(.possible, "add: support: If this brings things up")])
  }
}
