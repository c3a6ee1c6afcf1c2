public import AttuneDiagnostics

/// The two kinds of file that the language knows.
public enum FileKind: Sendable, Hashable, CaseIterable {
  case instrument
  case study

  /// The kind of `source`: a study is called `….study`, or begins with the word.
  public init(of source: SourceText) {
    let lexer = Lexer(ByteText(source.content), headings: [BlockKind.study.rawValue])
    let isStudy = source.name.hasSuffix(".study") || lexer.firstWords()?.kind == .heading
    self = isStudy ? .study : .instrument
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
