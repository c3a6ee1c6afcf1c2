import ArgumentParser
import AttuneExchange
import AttuneInstrument
import AttuneTables

extension Attune {
  /// A study's answers as files that other programs read.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write a study's answers to CSV files.",
      discussion: """
        Writes responses.csv, with a row for each person and a blank for every missing answer, and \
        reasons.csv, of the same shape, with the reason for each blank. The order of the rows does \
        not tell who came when. Where the instrument keeps times, they have columns of their own.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Option(name: .shortAndLong, help: "The folder to write; STUDY/exports if not given.")
    var output: String?

    @Option(help: "Which form's answers; the full questionnaire if not given.")
    var form: String?

    @Flag(help: "Write practice answers instead of real ones.")
    var practice = false

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let cases = try StudyCases(of: folder, form: form, practice: practice)
        for caution in cases.cautions { say("Please note: \(caution.text)") }
        let export = ResponseExport(
          cases.submissions, of: folder.instrument, isPractice: practice)
        let output = output ?? study + "/exports"
        try write(export.responses, to: output + "/responses.csv")
        try write(export.reasons, to: output + "/reasons.csv")
        say("Wrote \(output)/responses.csv and reasons.csv: \(cases.submissions.count) people.")
      }
    }
  }
}
