public import AttuneDiagnostics

/// The one form of a file: the same lines, always laid out alike, so that a difference between two
/// versions is a difference in meaning.
///
/// Words that people read stay as they are, comments stay above the line that they stood above, and
/// blocks keep their order. Formatting twice changes nothing more.
public struct Formatting: Sendable {
  /// The lines that could not be read.
  public let findings: [Finding]
  /// The file in its one form; `nil` where a line could not be read, because it would be guessed.
  public let text: String?

  public init(of source: SourceText) {
    let kind = FileKind(of: source)
    var parser = Parser(source.content, kinds: kind.blocks)
    switch kind {
    case .instrument: _ = parser.parseInstrument()
    case .study: _ = parser.parseStudy()
    case .lock: _ = parser.parseLocks()
    case .translation: _ = parser.parseTranslation()
    case .design: _ = parser.parseDesign()
    }
    findings = parser.findings
    guard findings.isEmpty else {
      text = nil
      return
    }
    var layout = FileLayout(parser.source, kind)
    parser.lines.forEach { layout.add($0) }
    text = layout.finished()
  }
}
