import ArgumentParser
import AttuneDiagnostics
import AttuneDigest
import AttuneExchange
import AttuneInstrument
import AttuneLanguage
import AttuneSimulation
import AttuneTables
import Foundation

extension Attune {
  /// Answers of made-up people to any instrument.
  struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "simulate",
      abstract: "Make up people and their answers by a stated model.",
      discussion: """
        A design says how many people of each kind there are, how their true scores go together, \
        how these become answers, and what is missing. The made-up people answer through the real \
        session, so that routing, roles, optional parts and stopping are obeyed.

        Writes SIMULATED_NAME_responses.csv and SIMULATED_NAME_reasons.csv, as attune export does, \
        with simulated = 1 on every row; SIMULATED_NAME_codebook.csv with what each column is; and \
        SIMULATED_NAME_truth.json with the design, the seed and what is true of each person. The \
        same seed gives the same files on every machine.

          attune simulate keep.instrument keep_study.design --output made_up
        """)

    @Argument(
      help: "The instrument that they answer.", completion: .file(extensions: ["instrument"]))
    var instrument: String

    @Argument(help: "What they are like.", completion: .file(extensions: ["design"]))
    var design: String

    @Option(name: .shortAndLong, help: "The folder to write.")
    var output = "simulated"

    @Option(help: "Another seed than the design's: a whole number up to 4294967295.")
    var seed: UInt64?

    func validate() throws { try check(seed: seed) }

    func run() throws {
      try reporting {
        let (instrument, instrumentText) = try Instrument.load(instrument)
        let (design, text) = try SimulationDesign.load(design, for: instrument)
        let simulation = Simulation(design, of: instrument, seed: seed)
        let progress = Progress(
          "Asking made-up people", of: design.people.reduce(0) { $0 + $1.count })
        let outcome = simulation.run(reached: progress.reach)
        progress.finish()

        let truth = Results(
          version: Attune.version, command: "simulate",
          source: Results.Source(
            path: URL(filePath: self.design).lastPathComponent,
            sha256: Fingerprint(of: Data(text.content.utf8)).description,
            cases: design.people.reduce(0) { $0 + $1.count }),
          options: [
            .init("seed", .text("\(simulation.seed)")),
            .init("instrument", .text("\(instrument.name) \(instrument.version)")),
            .init(
              "instrument-sha256",
              .text(Fingerprint(of: Data(instrumentText.content.utf8)).description)),
            .init("design", .text(text.content)),
          ],
          tables: simulation.tables(of: outcome), cautions: [.simulated])
        let path = "\(output)/SIMULATED_\(design.name)"
        try export(outcome.first, of: instrument, to: path)
        if let again = outcome.again, let retest = design.retest {
          try export(again, of: instrument, to: "\(output)/SIMULATED_\(retest.name)")
        }
        try write(Codebook(instrument).text, to: path + "_codebook.csv")
        try write(JSONRenderer().render(truth), to: path + "_truth.json")
        say(
          "Wrote \(path)_codebook.csv: what each column is; \(path)_truth.json: what is true of them."
        )
      }
    }

    private func export(
      _ occasion: Simulation.Occasion, of instrument: Instrument, to path: String
    ) throws {
      let export = ResponseExport(
        occasion.submissions, of: instrument, origin: .simulated, numbers: occasion.numbers)
      try write(export.responses, to: path + "_responses.csv")
      try write(export.reasons, to: path + "_reasons.csv")
      say(
        "Wrote \(path)_responses.csv and _reasons.csv: \(occasion.submissions.count) made-up "
          + "people; \(occasion.stopped) stopped early, and \(occasion.deleted) more had their "
          + "answers deleted.")
    }
  }
}

/// The generator takes 32 bits.
func check(seed: UInt64?) throws {
  if let seed, seed > 0xFFFF_FFFF {
    throw ValidationError("'--seed \(seed)' is not a whole number up to 4294967295.")
  }
}
