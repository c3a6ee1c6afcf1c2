import ArgumentParser
import AttuneInstrument
import AttuneStore

extension Attune.StudyCommand {
  /// Deletes answers that were set aside and that nobody came back for.
  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "purge",
      abstract: "Delete answers that nobody came back for.",
      discussion: """
        People are told that answers of a closed window are left out of every result, and deleted \
        after some days (14, unless the .study file says otherwise) if they do not come back. This \
        does it, and proves that no byte is left. A person who chose to come back keeps their place.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Flag(help: "Purge practice answers.")
    var practice = false

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let store = try folder.openStore(practice: practice)
        let due = try store.sessions().filter { $0.isDue(after: folder.study.setAsideDays) }
        try store.erase(due, as: .purged)
        try store.close()
        print(
          due.isEmpty
            ? "Nothing has been set aside for \(folder.study.setAsideDays) days."
            : "Deleted for good: \(due.count), set aside for \(folder.study.setAsideDays) days or more."
        )
      }
    }
  }
}
