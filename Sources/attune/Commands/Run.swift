import ArgumentParser
import AttuneInstrument

extension Attune {
  /// Asks a person, and keeps their answers.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask a person, and keep their answers.",
      discussion: """
        Waits until everything that people are told is filled in and the helplines were checked in \
        the last six months. Nothing is kept before the person has agreed; each answer is on the \
        disk before the next question is shown.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @OptionGroup var options: AskingOptions

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let reasons = folder.study.reasonsToWait(on: today())
        guard reasons.isEmpty else {
          throw failure(
            """
            '\(study)' is not ready for real answers yet:
            \(reasons.map { "  - \($0)" }.joined(separator: "\n"))
            Fill these in, in its .study file. To practise meanwhile: attune try \(study)
            """)
        }
        try folder.interview(options, practice: false).run()
      }
    }
  }
}
