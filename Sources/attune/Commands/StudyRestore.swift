import ArgumentParser
import AttuneStore
import Foundation

extension Attune.StudyCommand {
  /// Makes a study's folder from a backup.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: "Make a study's folder from a backup.",
      discussion: """
        Checks every file and every record of the backup, and makes a new folder from it. A folder \
        that is there already is never touched: give it another name first. People whose answers \
        were deleted after the backup was made are in it again; delete these again.
        """)

    @Argument(help: "The backup's folder.", completion: .directory)
    var backup: String

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    func run() throws {
      try reporting {
        let names = try BackupFolder(path: backup).verified()
        var sessions: [(isPractice: Bool, count: Int)] = []
        try makeFolder(folder) { unfinished in
          for name in names {
            let url = URL(filePath: unfinished + "/" + name)
            try FileManager.default.createDirectory(
              at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
              attributes: [.posixPermissions: 0o700])
            try FileManager.default.copyItem(atPath: backup + "/" + name, toPath: url.path())
            try FileManager.default.setAttributes(
              [.posixPermissions: 0o600], ofItemAtPath: url.path())
          }
          for isPractice in [false, true] {
            let path = unfinished + (isPractice ? "/practice" : "") + "/answers.sqlite"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let store = try ResponseStore(path: path)
            sessions.append((isPractice, try store.review().sessions))
            try store.close()
          }
          _ = try StudyFolder(path: unfinished)
        }
        for (isPractice, count) in sessions {
          print(
            "'\(folder)' is ready, with \(counted(count, isPractice ? "practice session" : "session")),"
              + " each read and checked.")
        }
        say(
          """
          People whose answers were deleted after this backup was made are in it again. Please \
          delete these again: attune study withdraw \(folder)
          """)
      }
    }
  }
}
