public import AttuneDiagnostics

/// The kinds of file that the language knows.
public enum FileKind: Sendable, Hashable, CaseIterable {
  case instrument
  case study
  case lock

  /// The kind of `source`: a study is called `….study`, or begins with the word; so is a lock.
  public init(of source: SourceText) {
    let bytes = ByteText(source.content)
    let lines = Lexer(
      bytes, headings: [BlockKind.study.rawValue, BlockKind.lock.rawValue]
    ).lines()
    let first = lines.first { $0.kind != .blank && $0.kind != .comment }
    let word = first?.kind == .heading ? first.map { bytes.folded($0.head) } : nil
    if source.name.hasSuffix(".study") {
      self = .study
    } else if source.name.hasSuffix(".lock") {
      self = .lock
    } else {
      self = word.map { $0.hasPrefix(BlockKind.lock.rawValue) ? .lock : .study } ?? .instrument
    }
  }

  var blocks: [BlockKind] {
    switch self {
    case .instrument: BlockKind.ofInstruments
    case .study: BlockKind.ofStudies
    case .lock: BlockKind.ofLocks
    }
  }
}

extension SourceText {
  /// What should be known about the text, read as the kind of file that it is.
  ///
  /// `lock` is the file beside an instrument that says what was frozen.
  public func findings(withAdvice: Bool = false, beside lock: SourceText? = nil) -> [Finding] {
    switch FileKind(of: self) {
    case .instrument:
      let compilation = Compilation(of: self, beside: lock)
      return compilation.findings + (withAdvice ? compilation.advice : [])
    case .study: return StudyCompilation(of: self).findings
    case .lock: return LockCompilation(of: self).findings
    }
  }
}
