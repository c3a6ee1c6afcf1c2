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

  public init(of source: SourceText) {
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
    let all = Checker(scope: scope).findings(besides: parser.findings)
    findings = all.filter { $0.level != .suggestion }
    advice = all.filter { $0.level == .suggestion }
    instrument =
      findings.contains { $0.level == .mustFix } ? nil : scope.loweredInstrument()
  }
}
