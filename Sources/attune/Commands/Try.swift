import ArgumentParser
import AttuneInstrument
import AttuneSession
import Foundation

extension Attune {
  /// Asks a questionnaire to try it out.
  struct Try: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "try",
      abstract: "Try a questionnaire out.",
      usage: "attune try <path> [<options>]",
      discussion: """
        With an instrument, nothing is saved. With a study's folder, answers are saved in its \
        practice folder, stamped, and never meet real ones. Answers may come from a pipe, a line \
        for each question.
        """)

    @Argument(
      help: "An instrument, or a study's folder.", completion: .file(extensions: ["instrument"]))
    var path: String

    @OptionGroup var options: AskingOptions

    @OptionGroup var face: FaceOptions

    func run() throws {
      try reporting {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
          return try StudyFolder(path: path).interview(
            options, showsProgress: !face.withoutProgress, practice: true
          ).run(by: face)
        }
        let (instrument, text) = try Instrument.load(path)
        let asked = try AskedInstrument(instrument, text, in: options.language)
        asked.sayWhatIsUnchecked()
        let start = try options.start(instrument, nil)
        try Interview(
          .init(
            asked, study: nil, purpose: .rehearsal, start: start, code: nil,
            showsProgress: !face.withoutProgress),
          journal: nil
        ).run(by: face)
      }
    }
  }
}
