import ArgumentParser
import AttuneDiagnostics
import AttuneDigest
import AttuneInstrument
import AttuneLanguage
import AttuneSimulation
import AttuneTables
import Foundation

extension Attune {
  /// What a study of some size can show, by its own plans.
  struct Power: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "power",
      abstract: "What a study of this size can show.",
      usage: "attune power <instrument> <design> [<options>]",
      discussion: """
        Carries out the instrument's own plans on made-up studies, again and again: how often each \
        planned test finds what it looks for if people are as the design supposes, and how widely \
        alpha varies. The supposed differences are yours to defend; no number here is about real \
        people.

        A size is a number of people, shared out as in the design, or one number for each kind of \
        people in the design's order:
          attune power keep.instrument keep_study.design --sizes 48,100,225
          attune power keep.instrument keep_study.design --sizes 20+13+15,36+24+40
        """)

    @Argument(
      help: "The instrument whose plans are tried.", completion: .file(extensions: ["instrument"]))
    var instrument: String

    @Argument(
      help: "What people are supposed to be like.", completion: .file(extensions: ["design"]))
    var design: String

    @Option(
      help: "Sizes, with commas; the design's own if not given.",
      transform: { text in
        try text.split(separator: ",").map { size in
          let parts = size.split(separator: "+").map { Int($0.trimmingSpaces) }
          guard !parts.isEmpty, parts.allSatisfy({ (1...100_000).contains($0 ?? 0) }) else {
            throw ValidationError(
              "'--sizes \(text)' is not numbers of people, as in 48,100 or 20+13+15.")
          }
          return parts.compactMap { $0 }
        }
      })
    var sizes: [[Int]] = []

    @Option(help: "How many studies to make up for each size.")
    var runs = 1000

    @Option(help: "Another seed than the design's: a whole number up to 4294967295.")
    var seed: UInt64?

    @Option(help: "An alpha that you want to reach; adds how many studies reach it.")
    var bar: Double?

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func validate() throws {
      try check(seed: seed)
      guard (1...1_000_000).contains(runs) else {
        throw ValidationError("'--runs \(runs)' is not between 1 and 1000000.")
      }
      if let bar, !(0 < bar && bar < 1) {
        throw ValidationError("'--bar \(bar)' is not between 0 and 1.")
      }
    }

    func run() throws {
      try reporting {
        let (instrument, _) = try Instrument.load(instrument)
        let (design, text) = try SimulationDesign.load(design, for: instrument)
        let study = PowerStudy(design, of: instrument, runs: runs, seed: seed, bar: bar)
        let sizes = try self.sizes.isEmpty ? [study.size] : self.sizes.map { try size($0, study) }
        let progress = Progress("Making up studies", of: runs * sizes.count)
        let outcome = study.run(sizes, reached: progress.reach)
        progress.finish()
        guard !outcome.powers.isEmpty || !outcome.reliabilities.isEmpty else {
          throw failure("'\(instrument.name)' plans nothing that I can try yet.")
        }
        try results.deliver(
          Results(
            version: Attune.version, command: "power",
            source: Results.Source(
              path: self.design, sha256: Fingerprint(of: Data(text.content.utf8)).description,
              cases: study.size.total),
            options: [
              .init("runs", .count(runs)), .init("seed", .text("\(study.seed)")),
              .init("sizes", .text(sizes.map(\.words).joined(separator: ","))),
            ],
            tables: ResultContext(instrument: instrument).completing(outcome.tables, about: []),
            cautions: [.simulated]))
      }
    }

    private func size(_ said: [Int], _ study: PowerStudy) throws -> PowerStudy.Size {
      let kinds = study.design.people.map(\.name)
      if said.count == 1, kinds.count > 1 {
        guard said[0] >= kinds.count else {
          throw failure("\(said[0]) people are fewer than the kinds of people in the design.")
        }
        return study.size(of: said[0])
      }
      guard said.count == kinds.count else {
        throw failure(
          "'\(said.map(String.init).joined(separator: "+"))' has \(said.count) numbers, and the "
            + "design has \(kinds.count) kinds of people: \(kinds.joined(separator: ", ")).")
      }
      return PowerStudy.Size(said)
    }
  }
}

extension PowerStudy.Size {
  fileprivate var words: String { counts.map(String.init).joined(separator: "+") }
}
