import ArgumentParser
import AttuneDiagnostics
import AttuneDigest
import AttuneInstrument
import AttuneReport
import AttuneTables
import Foundation

extension Attune {
  /// A study's results as one document.
  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "Write a study's results as one document to give away.",
      discussion: """
        Who answered and who is missing, each construct with its questions, every planned analysis, and \
        how it was made, as one page that needs nothing else. Small numbers are hidden, and so is \
        whatever would give one away; other counts are rounded to 5. --team writes a report that is not \
        for release: exact counts, those under 5 hidden.

          attune report my-study --output report.html
          attune report my-study --summary --output for-participants.html
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case html, markdown, latex, json
    }

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Option(
      help: "A file of the answers' shape with the reason for each blank.",
      completion: .file(extensions: ["csv"]))
    var reasons: String?

    @Option(help: "How to write it; json holds its tables.")
    var format: Format = .html

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String?

    @Flag(help: "A summary in plain words for the people who answered.")
    var summary = false

    @Flag(help: "For the team alone, not for release: exact counts, those under 5 hidden.")
    var team = false

    @Option(help: "Hide counts under this, and figures of fewer people; never below 5.")
    var floor: Int?

    func validate() throws {
      if team, floor != nil { throw ValidationError("'--floor' is for reports to give away.") }
      if let floor, floor < ReleaseView.lowestFloor {
        throw ValidationError(
          "'--floor \(floor)' is too low: never below \(ReleaseView.lowestFloor).")
      }
    }

    /// What makes the report again, without where this machine keeps the files.
    private func command(_ view: ReleaseView) -> String {
      func name(_ path: String) -> String { URL(filePath: path).lastPathComponent }
      var words = ["attune report", name(data.data)]
      if let instrument = data.instrument { words += ["--instrument", name(instrument)] }
      if let reasons { words += ["--reasons", name(reasons)] }
      if let form = data.form { words += ["--form", form] }
      if data.practice { words.append("--practice") }
      if summary { words.append("--summary") }
      return (words + (team ? ["--team"] : ["--floor \(view.floor)"])).joined(separator: " ")
    }

    func run() throws {
      try reporting {
        let cases = try WholeCases(data, reasons: reasons)
        let stamps = cases.cautions.filter { [.practice, .simulated].contains($0) }.map(\.text)
        for caution in cases.cautions where !stamps.contains(caution.text) {
          say("Please note: \(caution.text)")
        }
        let asked = floor ?? cases.study?.study.smallestGroupShown ?? 10
        let view = team ? ReleaseView.team : .publish(floor: asked)
        var subject = ReportSubject(
          sample: cases.sample, title: cases.study?.study.title ?? cases.instrument.title,
          view: view, others: cases.others?.map { .init($0.id, $0.count, $0.words) },
          banners: stamps, version: Attune.version, sourceHash: cases.source.sha256,
          command: command(view))
        subject.instrumentHash =
          Fingerprint(of: Data(cases.instrumentText.content.utf8)).description
        let composer = ReportComposer(subject)
        let report = summary ? composer.summary : composer.report
        let text =
          switch format {
          case .html: HTMLReport().render(report)
          case .markdown: MarkdownReport().render(report)
          case .latex: LaTeXReport().render(report)
          case .json:
            JSONRenderer().render(
              Results(
                version: Attune.version, command: "report", source: nil, tables: report.tables))
          }
        guard let output else { return print(text, terminator: "") }
        try write(text, to: output)
        say("Wrote \(output)")
      }
    }
  }
}
