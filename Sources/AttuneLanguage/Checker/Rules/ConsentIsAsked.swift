import AttuneDiagnostics

/// People are asked whether they want to take part.
struct ConsentIsAsked: Rule {
  static let code = "A303"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard let instrument = scope.file.instrument else { return }
    guard let consent = scope.file.consents.first else {
      return findings.append(.noConsent(instrument.heading))
    }
    if !consent.statements.contains(where: \.isNeeded) {
      findings.append(.nothingToAgreeTo(consent.heading))
    }
  }
}

extension Finding {
  fileprivate static func noConsent(_ heading: Heading) -> Finding {
    Finding(
      ConsentIsAsked.code, .mustFix, "There is no consent block", at: heading.place,
      explanation: "Nobody should be asked a question before they have said yes.",
      fixes: [Fix(.possible, "add: consent: Taking part")])
  }

  fileprivate static func nothingToAgreeTo(_ heading: Heading) -> Finding {
    Finding(
      ConsentIsAsked.code, .mustFix, "There is nothing to agree to", at: heading.range,
      fixes: [
        .addLine(.possible, "must agree taking_part: I want to take part.", under: heading)
      ])
  }
}
