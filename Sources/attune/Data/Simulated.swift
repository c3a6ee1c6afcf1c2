import AttuneDiagnostics
import AttuneExchange
import AttuneInstrument
import AttuneLanguage
import AttuneSimulation
import AttuneTables

extension Caution {
  static let simulated = Caution(
    "simulated",
    "SIMULATED - not real people: these answers were made up. No number from them is a finding.")
}

extension DelimitedFile {
  /// What has to be said of the data whatever is asked of them.
  var cautions: [Caution] {
    (header.contains("simulated") ? [.simulated] : []) + foreign.compactMap(Caution.setAside)
  }
}

extension Caution {
  /// How many answers an SPSS file calls missing, and why; `nil` where there are none.
  fileprivate static func setAside(_ column: ForeignColumn) -> Caution? {
    let count = column.setAside.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    let reasons = column.setAside.map { answer in
      "\(answer.code)\(answer.words.isEmpty ? "" : " (\(answer.words.inert))"): \(answer.count)"
    }
    return Caution(
      "set-aside", about: [column.name],
      """
      '\(column.name)': \(count) \(count == 1 ? "answer is" : "answers are") missing by what the file \
      says: \(reasons.joined(separator: "; ")).
      """)
  }
}

extension SimulationDesign {
  /// Reads the file and holds it against the instrument, showing what it finds on standard error.
  static func load(
    _ path: String, for instrument: Instrument
  ) throws -> (SimulationDesign, SourceText) {
    let text = try SourceText(path: path)
    let compilation = DesignCompilation(of: text, for: instrument)
    show(compilation.findings, of: text)
    guard let design = compilation.design else {
      throw failure("'\(path)' has to be mended first; the reasons stand above.")
    }
    return (design, text)
  }
}
