public import AttuneDiagnostics

/// The kinds of file that the language knows.
public enum FileKind: Sendable, Hashable, CaseIterable {
  case instrument
  case study
  case design

  /// The kind of `source`: a study is called `….study`, or begins with the word; a simulation's design
  /// is called `….design`, or begins with `simulation`.
  public init(of source: SourceText) {
    let bytes = ByteText(source.content)
    let kinds: [BlockKind: FileKind] = [.study: .study, .simulation: .design]
    let lines = Lexer(bytes, headings: Set(kinds.keys.map(\.rawValue))).lines()
    let first = lines.first { $0.kind != .blank && $0.kind != .comment }
    if source.name.hasSuffix(".study") {
      self = .study
    } else if source.name.hasSuffix(".design") {
      self = .design
    } else if let first, first.kind == .heading {
      let word = bytes.folded(first.head).prefix { $0 != " " }
      self = BlockKind(rawValue: String(word)).flatMap { kinds[$0] } ?? .instrument
    } else {
      self = .instrument
    }
  }

  var blocks: [BlockKind] {
    switch self {
    case .instrument: BlockKind.ofInstruments
    case .study: BlockKind.ofStudies
    case .design: BlockKind.ofDesigns
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
    case .design: return DesignCompilation(of: self).findings
    }
  }
}
