import ArgumentParser
import AttuneStore
import Foundation

extension Attune.StudyCommand {
  /// Copies a study while people may be answering, and reads the copy back.
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copy a study, and read the copy back.",
      discussion: """
        Makes a new folder with the study's own files and its answers as they are at one instant; \
        people may be answering. Every record of the copy is read back and checked before the \
        folder gets its name. Nothing is ever overwritten. Live answers and practice are copied \
        apart. A backup holds what people said: keep it as safe as the study, and delete it in time.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Argument(help: "The folder to make, best on another disk.", completion: .directory)
    var folder: String

    @Flag(help: "Copy practice answers, and no live ones.")
    var practice = false

    func run() throws {
      try reporting {
        let source = try StudyFolder(path: study)
        guard FileManager.default.fileExists(atPath: source.storePath(practice: practice)) else {
          throw failure(
            "nobody has answered in '\(study)' yet" + (practice ? " for practice." : "."))
        }
        var review: StoreReview?
        try makeFolder(folder) { unfinished in
          for name in try source.ownFiles() {
            try FileManager.default.copyItem(
              atPath: study + "/" + name, toPath: unfinished + "/" + name)
          }
          let place = practice ? "practice/" : ""
          if practice {
            try FileManager.default.createDirectory(
              atPath: unfinished + "/practice", withIntermediateDirectories: false,
              attributes: [.posixPermissions: 0o700])
          }
          let store = try source.openStore(practice: practice)
          review = try store.backUp(to: unfinished + "/\(place)answers.sqlite")
          try store.close()
          let apart = "\(place)apart.jsonl"
          if FileManager.default.fileExists(atPath: study + "/" + apart) {
            try FileManager.default.copyItem(
              atPath: study + "/" + apart, toPath: unfinished + "/" + apart)
          }
          try BackupFolder(path: unfinished).list()
        }
        guard let review else { return }
        print(
          """
          '\(folder)' is a whole copy: \(counted(review.sessions, "session")), \
          \(counted(review.entries, "entry", "entries")), each read back\
          \(practice ? " (practice)" : "").
          """)
        say(
          """
          It holds what people said: keep it as safe as the study. When somebody's answers are \
          deleted later, this copy still has them; make a new one then, and delete this one.
          """)
      }
    }
  }
}

extension StudyFolder {
  /// The study's own files: its description, its instrument, the lock, the translations.
  func ownFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { name in
      [".study", ".instrument", ".lock", ".translation"].contains { name.hasSuffix($0) }
        && !name.contains(".sqlite")
    }
  }
}

/// A number with its noun: `1 session`, `2 sessions`.
func counted(_ count: Int, _ one: String, _ several: String? = nil) -> String {
  count == 1 ? "1 \(one)" : "\(count) \(several ?? one + "s")"
}
