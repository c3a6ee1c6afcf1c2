public import AttuneDiagnostics
public import AttuneInstrument

/// What became of a translation's text: findings, and the translation where nothing must be fixed.
///
/// Lines that are missing or out of date are findings that need not be fixed at once; people read
/// the instrument's own words meanwhile.
public struct TranslationCompilation: Sendable {
  /// In the order of the text.
  public let findings: [Finding]
  /// `nil` while any finding must be fixed.
  public let translation: Translation?

  public init(of source: SourceText, for instrument: Instrument) {
    var parser = Parser(source.content, kinds: BlockKind.ofTranslations)
    let scope = TranslationScope(
      parser.parseTranslation(), named: source.name, for: instrument)
    findings = TranslationChecker(scope: scope).findings(besides: parser.findings)
    translation = findings.contains { $0.level == .mustFix } ? nil : scope.translation()
  }

  /// What can be said without the instrument: which lines cannot be read.
  static func findings(of source: SourceText) -> [Finding] {
    var parser = Parser(source.content, kinds: BlockKind.ofTranslations)
    _ = parser.parseTranslation()
    return parser.findings.sorted { $0.range < $1.range }
  }

  /// The name of the instrument that the text says it translates.
  public static func instrumentName(in source: SourceText) -> String? {
    var parser = Parser(source.content, kinds: BlockKind.ofTranslations)
    return parser.parseTranslation().translation?.heading.name?.value
  }
}
