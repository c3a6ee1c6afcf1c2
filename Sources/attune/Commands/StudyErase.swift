import ArgumentParser
import AttuneInstrument
import AttuneStore
import AttuneTerminal
import Foundation

extension Attune.StudyCommand {
  /// Deletes the answers of everybody, for good.
  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Delete everybody's answers, for good.",
      discussion: """
        Asks for the study's name, deletes every answer, and proves that no byte of them is left in \
        the study's files. A count stays, and so do the questionnaire and the .study file. Exports, \
        reports and backups made earlier are not changed: they are yours to delete.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Flag(help: "Delete practice answers, and no live ones.")
    var practice = false

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let path = folder.storePath(practice: practice)
        guard FileManager.default.fileExists(atPath: path) else {
          throw failure("there are no\(practice ? " practice" : "") answers in '\(study)'.")
        }
        let store = try folder.openStore(practice: practice)
        defer { try? store.close() }
        let sessions = try store.sessions()
        let name = folder.study.name
        print(
          """
          This deletes the \(practice ? "practice " : "")answers of \
          \(counted(sessions.count, "session")), and nobody can bring them back.
          To go on, please type the study's name: \(name)
          """)
        print("> ", terminator: "")
        fflush(nil)
        var reader = StandardInput()
        guard case .line(let line) = reader.next(), line == name else {
          throw failure("that is not '\(name)'; nothing was deleted.")
        }
        if !reader.isEchoed { print("") }
        try store.erase(sessions, as: .erased)
        try ApartFile(besides: store).erase()
        print("All answers are deleted, and no trace of them is left in the study's files.")
        let left = ["exports", "reports"].filter {
          FileManager.default.fileExists(atPath: study + "/" + $0)
        }
        say(
          (left.isEmpty
            ? "Exports, reports and backups"
            : "'\(left.joined(separator: "' and '"))' in this folder, and exports, reports and backups")
            + " made elsewhere may still hold answers; please delete these yourself.")
      }
    }
  }
}
