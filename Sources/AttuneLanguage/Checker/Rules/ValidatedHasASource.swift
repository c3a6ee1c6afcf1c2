import AttuneDiagnostics
import AttuneInstrument

/// An instrument that is called validated says where one can read about it.
struct ValidatedHasASource: Rule {
  static let code = "A308"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard let instrument = scope.file.instrument, instrument.sources.isEmpty,
      let status = instrument.status
    else { return }
    switch ValidationStatus(written: status.value) {
    case .validatedElsewhere, .validatedHere: findings.append(.needsSource(status))
    case .draft, .inPilot, nil: break
    }
  }
}

extension Finding {
  fileprivate static func needsSource(_ status: Words) -> Finding {
    Finding(
      ValidatedHasASource.code, .mustFix, "\"Validated\" needs a source", at: status.range,
      explanation: "A reader wants to know who tested it, where and how.",
      fixes: [Fix(.possible, "add: source: and the paper")])
  }
}
