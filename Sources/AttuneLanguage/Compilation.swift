public import AttuneDiagnostics
public import AttuneInstrument

/// What became of an instrument's text: findings, and the instrument where nothing must be fixed.
public struct Compilation: Sendable {
  /// In the order of the text.
  public let findings: [Finding]
  /// `nil` while any finding must be fixed.
  public let instrument: Instrument?

  public init(of source: SourceText) {
    findings = []
    instrument = nil
  }
}
