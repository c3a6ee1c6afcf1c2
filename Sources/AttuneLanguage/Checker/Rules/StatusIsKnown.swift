import AttuneDiagnostics
import AttuneInstrument

/// The status is one of four, so that a reader knows what each means.
struct StatusIsKnown: Rule {
  static let code = "A306"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for status in scope.file.instruments.compactMap(\.status)
    where ValidationStatus(written: status.value) == nil {
      findings.append(.unknownStatus(status))
    }
  }
}

extension Finding {
  fileprivate static func unknownStatus(_ status: Words) -> Finding {
    let known = ValidationStatus.allCases.map(\.rawValue)
    return Finding(
      StatusIsKnown.code, .mustFix, "I do not know the status \"\(status.value)\"",
      at: status.range,
      explanation: "I know: \(known.joined(separator: "; ")).",
      fixes: Fix.didYouMean(status, among: known, otherwise: "use one of these"))
  }
}
