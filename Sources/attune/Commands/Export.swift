import ArgumentParser
import AttuneExchange
import AttuneInstrument
import AttuneTables
import Foundation

extension Attune {
  /// A study's answers, and its questionnaire, as files that other programs read.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write answers, or a questionnaire, for other programs.",
      usage: "attune export <data> [<options>]",
      discussion: """
        csv writes responses.csv, with a row for each person and a blank for every missing answer, \
        and reasons.csv, of the same shape, with the reason for each blank. The order of the rows \
        does not tell who came when.

        sav (SPSS) and dta (Stata) carry the questions and answers as labels, and the reasons as \
        missing values. xlsx has both tables and the codebook. data-package, r and python describe \
        or load the CSV files, and write them too. ddi describes the data as DDI Codebook 2.5. fhir \
        writes a Questionnaire and its QuestionnaireResponses (R4). redcap writes a data \
        dictionary, xlsform a form for ODK and Kobo; these two also of an instrument alone.

        With --scores, each construct has a column with the score and one, ending in _n, with how many \
        of its questions were answered; why there is no score stands in reasons.csv, and in sav and \
        dta in a column ending in _absent.

        What a format cannot carry is said as it is written.

          attune export my-study --format csv,sav --scores
          attune export keep.instrument --format xlsform
        """)

    @Argument(
      help: "A study's folder; an instrument; or responses.csv with --instrument.",
      completion: .file())
    var data: String

    @Option(
      help: "csv, sav, dta, xlsx, data-package, r, python, ddi, fhir, redcap, xlsform; or all.",
      transform: ExportFormat.list)
    var format: [ExportFormat]?

    @Option(name: .shortAndLong, help: "The folder to write; STUDY/exports if not given.")
    var output: String?

    @Option(help: "Which form's answers; the full questionnaire if not given.")
    var form: String?

    @Option(
      help: "The instrument that says what the columns of a file mean.",
      completion: .file(extensions: ["instrument"]))
    var instrument: String?

    @Flag(help: "Write everybody's scores behind their answers.")
    var scores = false

    @Flag(help: "Write practice answers instead of real ones.")
    var practice = false

    func run() throws {
      try reporting {
        let source = try ExportSource(
          data, instrument: instrument, form: form, practice: practice, scores: scores)
        for sentence in source.remarks { say("Please note: \(sentence)") }
        let formats = format ?? [source.export == nil ? .xlsform : .csv]
        try ExportWriting(to: output ?? source.folder)(formats, of: source)
      }
    }
  }
}
