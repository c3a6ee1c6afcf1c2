public import AttuneDiagnostics
public import AttuneInstrument

/// The kinds of file that the language knows.
public enum FileKind: Sendable, Hashable, CaseIterable {
  case instrument
  case study
  case lock
  case translation
  case design

  /// The kind of `source`, by its name's ending (`.study`, `.lock`, `.translation`, `.design`) or its
  /// first word.
  public init(of source: SourceText) {
    let endings: [(String, FileKind)] = [
      (".study", .study), (".lock", .lock), (".translation", .translation), (".design", .design),
    ]
    if let ending = endings.first(where: { source.name.hasSuffix($0.0) }) {
      self = ending.1
      return
    }
    let kinds: [BlockKind: FileKind] = [
      .study: .study, .lock: .lock, .translation: .translation, .simulation: .design,
    ]
    let bytes = ByteText(source.content)
    let first = Lexer(bytes, headings: Set(kinds.keys.map(\.rawValue))).firstWords()
    let word = first.map { bytes.folded($0.head).prefix { $0 != " " } }
    let kind = word.flatMap { BlockKind(rawValue: String($0)) }.flatMap { kinds[$0] }
    self = first?.kind == .heading ? kind ?? .instrument : .instrument
  }

  var blocks: [BlockKind] {
    switch self {
    case .instrument: BlockKind.ofInstruments
    case .study: BlockKind.ofStudies
    case .lock: BlockKind.ofLocks
    case .translation: BlockKind.ofTranslations
    case .design: BlockKind.ofDesigns
    }
  }
}

extension SourceText {
  /// What should be known about the text, read as the kind of file that it is.
  ///
  /// An instrument is held against the `lock` beside it that says what was frozen, a translation
  /// against its `instrument`; without that, only its lines are read.
  public func findings(
    withAdvice: Bool = false, beside lock: SourceText? = nil,
    translating instrument: Instrument? = nil
  ) -> [Finding] {
    switch FileKind(of: self) {
    case .instrument:
      let compilation = Compilation(of: self, beside: lock)
      return compilation.findings + (withAdvice ? compilation.advice : [])
    case .study: return StudyCompilation(of: self).findings
    case .lock: return LockCompilation(of: self).findings
    case .translation:
      return instrument.map { TranslationCompilation(of: self, for: $0).findings }
        ?? TranslationCompilation.findings(of: self)
    case .design: return DesignCompilation(of: self).findings
    }
  }
}
