import ArgumentParser
import AttuneInstrument
import Foundation

extension Attune {
  /// Looks at a study, and says what is fine, what to look at, and what must be fixed.
  struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "doctor",
      abstract: "Look whether a study has all it needs.",
      discussion: """
        Reads every record of the answers, the promises of the store, who may read the files, what \
        people were asked against what is in the folder, translations, helplines, the days that \
        people were told, and the room on the disk. Changes nothing that people said. Exits with 1 \
        if anything must be fixed.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    func run() throws {
      let remarks: [DoctorRemark] = try reporting {
        let folder = try StudyFolder(path: study)
        return [.fine("'\(study)' is a study: \(folder.study.title).")]
          + StudyExamination(folder: folder, today: today()).remarks()
      }
      for remark in remarks { print(remark.line) }
      if remarks.contains(where: { $0.level == .mustFix }) { throw ExitCode.failure }
    }
  }
}
