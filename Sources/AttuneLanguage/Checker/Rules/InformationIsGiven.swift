import AttuneDiagnostics

/// People are told what they are asked to do before the first question.
struct InformationIsGiven: Rule {
  static let code = "A302"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    if let instrument = scope.file.instrument, scope.file.information.isEmpty {
      findings.append(.noInformation(instrument.heading))
    }
  }
}

extension Finding {
  fileprivate static func noInformation(_ heading: Heading) -> Finding {
    Finding(
      InformationIsGiven.code, .mustFix, "There is no information block", at: heading.place,
      explanation: "People need to know what this is before they agree to it.",
      fixes: [Fix(.possible, "add: information: About these questions")])
  }
}
