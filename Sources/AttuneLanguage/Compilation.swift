public import AttuneDiagnostics
public import AttuneInstrument

/// What became of an instrument's text: findings, and the instrument where nothing must be fixed.
///
/// Every problem is found in one run. The work is linear in the length of the text.
public struct Compilation: Sendable {
  /// In the order of the text.
  public let findings: [Finding]
  /// `nil` while any finding must be fixed.
  public let instrument: Instrument?

  public init(of source: SourceText) {
    var parser = Parser(source.content, kinds: BlockKind.ofInstruments)
    let scope = Scope(parser.parseInstrument())
    findings = Checker(scope: scope).findings(besides: parser.findings)
    instrument =
      findings.contains { $0.level == .mustFix } ? nil : scope.loweredInstrument()
  }
}
