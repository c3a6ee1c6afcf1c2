public import AttuneDiagnostics
public import AttuneInstrument

/// What became of a study's text: findings, and the study where nothing must be fixed.
public struct StudyCompilation: Sendable {
  /// In the order of the text.
  public let findings: [Finding]
  /// `nil` while any finding must be fixed.
  public let study: StudyDescription?

  public init(of source: SourceText) {
    findings = []
    study = nil
  }
}
