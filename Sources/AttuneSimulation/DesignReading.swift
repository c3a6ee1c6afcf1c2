public import AttuneDiagnostics
public import AttuneInstrument
public import AttuneLanguage
import AttuneNumerics

extension DesignCompilation {
  /// Reads a design and holds it against its instrument, correlations and all.
  public init(of source: SourceText, for instrument: Instrument) {
    self.init(of: source, for: instrument) { correlations in
      Cholesky(SymmetricMatrix(size: correlations.count) { correlations[$0][$1] }) != nil
    }
  }
}
