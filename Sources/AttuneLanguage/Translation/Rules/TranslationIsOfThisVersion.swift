import AttuneDiagnostics
import AttuneInstrument

/// A translation names the version of the instrument that was translated.
///
/// When the instrument gets a new version, somebody should look through the translation. The lines
/// whose words changed are found one by one; when they are mended, "from version" says the new
/// version.
struct TranslationIsOfThisVersion: TranslationRule {
  static let code = "A323"
  static let silencedBy: Set<String> = ["A324"]

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    guard let version = scope.file.translation?.details.fromVersion,
      version.value != scope.instrument.version
    else { return }
    let changed = scope.entries.count { $0.state != .current }
    findings.append(.otherVersion(version, now: scope.instrument.version, changed: changed))
  }
}

extension Finding {
  fileprivate static func otherVersion(_ said: Words, now: String, changed: Int) -> Finding {
    let edit = Fix.Edit(said.range, with: now)
    let fix =
      changed == 0
      ? Fix(.likely, "the words are the same; say \(now)", edits: [edit])
      : Fix(.possible, "mend what is out of date, then say \(now)", edits: [edit])
    return Finding(
      TranslationIsOfThisVersion.code, .pleaseCheck,
      "This is a translation of version \(said.value); the instrument is \(now)", at: said.range,
      explanation: changed == 0
        ? "Every line that is translated still has the same words."
        : "\(changed) of its lines translate words that have changed or gone.",
      fixes: [fix])
  }
}
