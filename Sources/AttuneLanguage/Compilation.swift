public import AttuneDiagnostics
public import AttuneInstrument

/// What became of an instrument's text: findings, and the instrument where nothing must be fixed.
///
/// Every problem is found in one run. The work is linear in the length of the text.
public struct Compilation: Sendable {
  /// What must be fixed and what to check, in the order of the text.
  public let findings: [Finding]
  /// Suggestions, for those who ask for them.
  public let advice: [Finding]
  /// `nil` while any finding must be fixed.
  public let instrument: Instrument?

  /// Compiles `source`, and holds it against the `lock` beside it where there is one.
  public init(of source: SourceText, beside lock: SourceText? = nil) {
    var parser = Parser(source.content, kinds: BlockKind.ofInstruments)
    let file = parser.parseInstrument()
    let excess = Limits.findings(in: file)
    guard excess.isEmpty else {
      findings = (parser.findings + excess).sorted { $0.range < $1.range }
      advice = []
      instrument = nil
      return
    }
    let scope = Scope(file)
    let checker = Checker(scope: scope)
    var all = checker.findings(besides: parser.findings)
    var lowered: Instrument?
    if !all.contains(where: { $0.level == .mustFix }) { lowered = scope.loweredInstrument() }
    if let lock, let instrument = lowered {
      let checks = LockChecks(
        scope: scope, instrument: instrument, lock: LockCompilation(of: lock).lock)
      // Only a number that is not finite has no meaning, and the language can write none.
      all += checker.notAccepted((try? checks.findings()) ?? [])
      all.sort { $0.range < $1.range }
    }
    findings = all.filter { $0.level != .suggestion }
    advice = all.filter { $0.level == .suggestion }
    instrument = findings.contains { $0.level == .mustFix } ? nil : lowered
  }
}
