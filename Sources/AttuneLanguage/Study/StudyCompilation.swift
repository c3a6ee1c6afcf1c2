public import AttuneDiagnostics
public import AttuneInstrument

/// What became of a study's text: findings, and the study where nothing must be fixed.
///
/// Details that are blank are no findings; they are `nil` in the study.
public struct StudyCompilation: Sendable {
  /// In the order of the text.
  public let findings: [Finding]
  /// `nil` while any finding must be fixed.
  public let study: StudyDescription?

  public init(of source: SourceText) {
    var parser = Parser(source.content, kinds: BlockKind.ofStudies)
    let syntax = parser.parseStudy()
    findings = (parser.findings + StudyChecks(syntax: syntax).findings())
      .sorted { $0.range < $1.range }
    study = findings.contains { $0.level == .mustFix } ? nil : syntax.lowered()
  }
}
