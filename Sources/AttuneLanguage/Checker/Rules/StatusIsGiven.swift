import AttuneDiagnostics

/// The instrument says how far it has been tested; the words are printed on every table.
struct StatusIsGiven: Rule {
  static let code = "A305"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    if let instrument = scope.file.instrument, instrument.status == nil {
      findings.append(.howFarTested(instrument.heading))
    }
  }
}

extension Finding {
  fileprivate static func howFarTested(_ heading: Heading) -> Finding {
    Finding(
      StatusIsGiven.code, .mustFix, "How far has this been tested?", at: heading.place,
      fixes: [.addLine(.certain, "status: draft, unvalidated", under: heading)])
  }
}
