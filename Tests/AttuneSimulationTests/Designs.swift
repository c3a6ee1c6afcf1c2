import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneSimulation
import Foundation
import Testing

/// The instruments and designs that the project ships, for tests.
enum Designs {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> SourceText {
    SourceText(
      name: path, content: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  static func instrument(_ name: String) throws -> Instrument {
    try #require(Compilation(of: try text("instruments/\(name).instrument")).instrument)
  }

  static func simulation(
    _ design: String, of name: String, change: (inout SimulationDesign) -> Void = { _ in }
  ) throws -> Simulation {
    let instrument = try instrument(name)
    let compilation = DesignCompilation(
      of: try text("datasets/\(design)/\(design).design"), for: instrument)
    #expect(compilation.findings == [])
    var lowered = try #require(compilation.design)
    change(&lowered)
    return Simulation(lowered, of: instrument)
  }
}
