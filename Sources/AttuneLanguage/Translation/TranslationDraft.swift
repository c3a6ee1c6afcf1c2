public import AttuneDiagnostics
public import AttuneInstrument

/// A `.translation` file to be filled in, or one brought up to date with its instrument.
///
/// Every text that people read stands there, in the order of the instrument, with the translation
/// that the file had or a blank line. Nothing that somebody wrote is lost: comments stay, a line that
/// is out of date is kept and marked, and what the instrument no longer has is set aside below.
/// Bringing a file up to date twice changes nothing more.
public struct TranslationDraft: Sendable {
  /// What is in the way: lines of the file that could not be read, or another instrument's name.
  public let findings: [Finding]
  /// The file; `nil` where something is in the way, because words could be lost.
  public let text: String?
  /// Lines to be written.
  public private(set) var blankCount = 0
  /// Lines to be looked at, because the instrument says something else by now.
  public private(set) var outOfDateCount = 0
  /// Translations that were set aside, because the instrument has no such words any more.
  public private(set) var setAsideCount = 0

  public init(of instrument: Instrument, into language: String, updating source: SourceText? = nil)
  {
    guard let source else {
      findings = []
      var writer = TranslationWriter(instrument, language, updating: nil)
      text = writer.written()
      blankCount = writer.blankCount
      return
    }
    var parser = Parser(source.content, kinds: BlockKind.ofTranslations)
    let scope = TranslationScope(
      parser.parseTranslation(), named: source.name, for: instrument)
    var obstacles = parser.findings
    TranslationIsOfThisInstrument().check(scope, into: &obstacles)
    findings = obstacles.sorted { $0.range < $1.range }
    guard findings.isEmpty else {
      text = nil
      return
    }
    var writer = TranslationWriter(instrument, language, updating: scope)
    text = writer.written()
    blankCount = writer.blankCount
    outOfDateCount = writer.outOfDateCount
    setAsideCount = writer.setAsideCount
  }
}
