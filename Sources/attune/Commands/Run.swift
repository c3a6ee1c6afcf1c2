import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage

extension Attune {
  /// Asks a person, and keeps their answers.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Ask a person, and keep their answers.",
      usage: "attune run <study> [<options>]",
      discussion: """
        Waits until everything that people are told is filled in and the helplines were checked in \
        the last six months. Nothing is kept before the person has agreed; each answer is on the \
        disk before the next question is shown.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @OptionGroup var options: AskingOptions

    @OptionGroup var face: FaceOptions

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let reasons = folder.study.reasonsToWait(on: today()) + folder.reasonsToWrite
        guard reasons.isEmpty else {
          throw failure(
            """
            '\(study)' is not ready for real answers yet:
            \(reasons.map { "  - \($0)" }.joined(separator: "\n"))
            Fill these in first. To practise meanwhile: attune try \(study)
            """)
        }
        try folder.interview(options, showsProgress: !face.withoutProgress, practice: false)
          .run(by: face)
      }
    }
  }
}

extension StudyFolder {
  /// Why people cannot be asked with the questionnaire as it is; empty when they can.
  fileprivate var reasonsToWrite: [String] {
    let places = instrumentText.findings().filter { $0.code == "A315" }.map { finding in
      "line \(instrumentText.position(of: finding.range.lower).line)"
    }
    guard !places.isEmpty else { return [] }
    return [
      "'\(study.instrument)' still says [write here: ...], in \(places.joined(separator: ", "))."
    ]
  }
}
