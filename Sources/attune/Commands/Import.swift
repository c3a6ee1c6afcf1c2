import ArgumentParser
import AttuneData
import AttuneDiagnostics
import AttuneExchange
import AttuneLanguage
import Foundation

extension Attune {
  /// Other programs' files as an instrument, and their answers as CSV.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Make an instrument from another program's file.",
      usage: "attune import <file> [<options>]",
      discussion: """
        Reads answers (.csv; .sav of SPSS; .dta of Stata) or questionnaires (XLSForm .xlsx, a \
        REDCap data dictionary .csv, an Open Scale Definition .osd), and writes NAME.instrument, a \
        draft to be read and completed, and of answers NAME.csv under the draft's own names. What \
        could not be brought along is said. Of a .csv the encoding, the separator, the decimal mark, lines \
        of questions (Qualtrics), codes in headings (LimeSurvey) and missing values are found and said; \
        what nobody but the team knows is asked, and kept as it is. Reasons for missing answers that attune wrote into .sav and \
        .dta come back in NAME_reasons.csv; what other files call missing is said, and blank. Only the team knows the rest: 'attune check' lists it.

        SPSS and Stata files are read by a process that can write nothing, has no network, and may \
        take 512 MiB and 20 seconds.

          attune import survey.sav
          attune import answers.csv --missing -99,NA
        """)

    @Argument(help: "The file to bring in.", completion: .file())
    var file: String

    @Option(help: "The instrument's name; the file's if not given.")
    var name: String?

    @Option(name: .shortAndLong, help: "The folder to write; this one if not given.")
    var output = "."

    @Option(
      parsing: .unconditional,
      help: "What stands for a missing value in a .csv, and nothing else does: as in -99,NA.",
      transform: { $0.split(separator: ",").map { String($0).trimmingSpaces } })
    var missing: [String]?

    @Flag(help: "Numbers in a .csv are written 3,5.")
    var decimalComma = false

    @Option(
      help: "How many lines of headings a .csv has: 2 where the questions stand below the names.")
    var headings: Int?

    func validate() throws {
      guard headings.map({ 1...2 ~= $0 }) ?? true else {
        throw ValidationError("--headings is 1 or 2.")
      }
    }

    func run() throws {
      try reporting {
        let url = URL(filePath: file)
        let isText = ["csv", "tsv", "txt"].contains(url.pathExtension.lowercased())
        guard isText || missing == nil && headings == nil && !decimalComma else {
          throw failure(
            "--missing, --decimal-comma and --headings are for text such as .csv; '\(file)' says "
              + "such things itself.")
        }
        let name =
          name
          ?? StudyCommand.New.languageName(
            for: url.deletingPathExtension().lastPathComponent)
        let path = "\(output)/\(name)"
        for ending in [".instrument", ".csv", "_reasons.csv"]
        where FileManager.default.fileExists(atPath: path + ending) {
          throw FileFailure.exists(path + ending)
        }
        let arrival = try Arrival(
          file, named: name,
          told: .init(missing: missing, hasDecimalComma: decimalComma, headingLines: headings))
        for sentence in arrival.findings { say(sentence) }
        try write(arrival.text.text, to: path + ".instrument")
        say(
          "Wrote \(path).instrument: a draft. To see what is left to write: attune check \(path).instrument"
        )
        if let data = arrival.data {
          try write(data, to: path + ".csv")
          say("Wrote \(path).csv: the answers under the draft's names.")
        }
        if let reasons = arrival.reasons {
          try write(reasons, to: path + "_reasons.csv")
          say("Wrote \(path)_reasons.csv: why answers are missing.")
        }
        for sentence in arrival.text.losses.sentences { say("  \(sentence)") }
        let compilation = Compilation(of: SourceText(name: path, content: arrival.text.text))
        let count = compilation.findings.count { $0.level == .mustFix }
        if count > 0 { say("\(count) places have to be mended before the draft can be used.") }
      }
    }
  }
}
