import AttuneDiagnostics
import AttuneInstrument

/// The status is one of four, so that a reader knows what each means.
struct StatusIsKnown: Rule {
  static let code = "A306"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var guesses = Guesses(among: ValidationStatus.allCases.map(\.rawValue))
    for status in scope.file.instruments.compactMap(\.status)
    where ValidationStatus(written: status.value) == nil {
      findings.append(
        .unknownStatus(status, guesses.fixes(for: status, otherwise: "use one of these")))
    }
  }
}

extension Finding {
  fileprivate static func unknownStatus(_ status: Words, _ fixes: [Fix]) -> Finding {
    let known = ValidationStatus.allCases.map(\.rawValue)
    let begun = known.first { $0.hasPrefix(status.value.lowercased()) }
    return Finding(
      StatusIsKnown.code, .mustFix, "I do not know the status \"\(status.value)\"",
      at: status.range,
      explanation: "I know: \(known.joined(separator: "; ")).",
      fixes: begun.map {
        [Fix(.likely, "did you mean \"\($0)\"?", edits: [.init(status.range, with: $0)])]
      } ?? fixes)
  }
}
