import ArgumentParser
import AttuneInstrument
import AttuneReport
import AttuneTables
import AttuneTerminal

extension Attune {
  /// The analyses that the instrument planned, and nothing else.
  struct Analyse: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "analyse",
      abstract: "Run the analyses that the instrument planned.",
      discussion: """
        Exactly what was written down before: primary, secondary and exploratory questions apart; for \
        each the prediction and its basis first, then the result, corrected within its family, with \
        the tests beside it, the same again on other terms, and what a sample of this size could have \
        shown. "We could not tell" is never "no difference"; sameness takes a test of its own. Groups \
        that are too small are described only, and plans that changed since the freeze say so.

          attune analyse my-study
          attune analyse answers.csv --instrument keep.instrument --format html --output results.html
        """,
      aliases: ["analyze"])

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Option(
      help: "A file of the answers' shape with the reason for each blank.",
      completion: .file(extensions: ["csv"]))
    var reasons: String?

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func run() throws {
      try reporting {
        let cases = try WholeCases(data, reasons: reasons)
        guard !cases.instrument.plans.isEmpty else {
          throw failure(
            "'\(cases.instrument.name)' plans no analysis. A plan is a block of the instrument, "
              + "written before the answers; see docs/reference/language.md.")
        }
        let analysis = PlannedAnalysis(of: cases.sample)
        let context = ResultContext(instrument: cases.instrument)
        let found = Results(
          version: Attune.version, command: "analyse", source: cases.source,
          options: [
            .init("form", .text(cases.form?.name ?? "full")),
            .init(
              "correction", .text((cases.instrument.analysis.correction ?? .holm).rawValue)),
          ],
          tables: context.completing(
            analysis.tables, about: cases.instrument.constructs.map(\.name)),
          cautions: (cases.cautions + analysis.cautions).gathered)
        if results.format == .text, results.tableID == nil {
          try results.deliver(
            text: analysis.text(width: StandardOutput().width) + "\n" + context.status + "\n",
            of: found)
        } else {
          try results.deliver(found)
        }
      }
    }
  }
}
