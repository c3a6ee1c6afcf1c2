public import AttuneDiagnostics

/// The two kinds of file that the language knows.
public enum FileKind: Sendable, Hashable, CaseIterable {
  case instrument
  case study

  /// The kind of `source`: a study is called `….study`, or begins with the word.
  public init(of source: SourceText) {
    let bytes = ByteText(source.content)
    let lines = Lexer(bytes, headings: [BlockKind.study.rawValue]).lines()
    let first = lines.first { $0.kind != .blank && $0.kind != .comment }
    self = source.name.hasSuffix(".study") || first?.kind == .heading ? .study : .instrument
  }

  var blocks: [BlockKind] {
    switch self {
    case .instrument: BlockKind.ofInstruments
    case .study: BlockKind.ofStudies
    }
  }
}

extension SourceText {
  /// What should be known about the text, read as the kind of file that it is.
  public func findings(withAdvice: Bool = false) -> [Finding] {
    switch FileKind(of: self) {
    case .instrument:
      let compilation = Compilation(of: self)
      return compilation.findings + (withAdvice ? compilation.advice : [])
    case .study: return StudyCompilation(of: self).findings
    }
  }
}
