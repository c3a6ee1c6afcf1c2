import ArgumentParser
import AttuneInstrument
import AttuneReport
import AttuneTables

extension Attune {
  /// Every person's score on every construct.
  struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "score",
      abstract: "Everybody's scores: one row for each person.",
      discussion: """
        Scores by the instrument's own rules: reversed by the declared range, the fewest answers that \
        give a score, sums made up for what is missing, counts, indices and composites. Beside each \
        score, how many questions were answered, and where there is no score, why. Nothing is filled \
        in. People who answered another form are left out and counted.

          attune score my-study --format csv --output scores.csv
          attune score answers.csv --instrument keep.instrument --reasons reasons.csv
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Argument(help: "Constructs of the instrument; all if not given.")
    var constructs: [String] = []

    @Option(
      help: "A file of the answers' shape with the reason for each blank.",
      completion: .file(extensions: ["csv"]))
    var reasons: String?

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func run() throws {
      try reporting {
        let cases = try WholeCases(data, reasons: reasons)
        let known = cases.instrument.constructs.map(\.name)
        for name in constructs where !known.contains(name) {
          throw cases.instrument.unknown(name, "construct", among: known)
        }
        let table = ScoreTable(of: cases.sample, constructs: constructs).table
        try results.deliver(
          Results(
            version: Attune.version, command: "score", source: cases.source,
            options: [.init("form", .text(cases.form?.name ?? "full"))],
            tables: ResultContext(instrument: cases.instrument).completing([table], about: []),
            cautions: cases.cautions))
      }
    }
  }
}
