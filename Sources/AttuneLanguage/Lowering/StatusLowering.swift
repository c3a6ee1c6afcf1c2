import AttuneDiagnostics
import AttuneInstrument

extension ValidationStatus {
  /// The status that the words mean, whatever their capitals and blanks.
  init?(written words: String) {
    let source = ByteText(words)
    self.init(rawValue: source.folded(SourceRange(0, source.bytes.count)))
  }
}
