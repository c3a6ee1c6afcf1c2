public import AttuneDiagnostics
public import AttuneInstrument

/// What became of a design's text: findings, and the design where nothing must be fixed.
public struct DesignCompilation: Sendable {
  /// In the order of the text.
  public let findings: [Finding]
  /// `nil` while any finding must be fixed, and where there was no instrument to hold it against.
  public let design: SimulationDesign?

  /// Reads the text alone, as when no instrument is at hand.
  public init(of source: SourceText) {
    var parser = Parser(source.content, kinds: BlockKind.ofDesigns)
    let syntax = parser.parseDesign()
    findings = (parser.findings + DesignChecks(syntax: syntax).findings())
      .sorted { $0.range < $1.range }
    design = nil
  }

  /// Reads the text and holds its names against the instrument.
  ///
  /// `canBe` says whether there can be scores with these correlations; the language does not
  /// calculate.
  public init(
    of source: SourceText, for instrument: Instrument,
    canBe: @escaping (_ correlations: [[Double]]) -> Bool
  ) {
    var parser = Parser(source.content, kinds: BlockKind.ofDesigns)
    let syntax = parser.parseDesign()
    var lowering = DesignLowering(syntax, for: instrument, canBe: canBe)
    let design = lowering.design()
    let all = parser.findings + DesignChecks(syntax: syntax).findings() + lowering.findings
    // What is said of everybody is read for each kind of people.
    findings = all.unique.sorted { $0.range < $1.range }
    self.design = findings.contains { $0.level == .mustFix } ? nil : design
  }
}

extension [Finding] {
  fileprivate var unique: [Finding] {
    var seen: Set<Finding> = []
    return filter { seen.insert($0).inserted }
  }
}
