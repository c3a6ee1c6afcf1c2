import ArgumentParser
import AttuneInstrument
import AttuneStore
import AttuneTerminal

extension Attune.StudyCommand {
  /// Deletes a person's answers at their wish.
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw",
      abstract: "Delete a person's answers, at their wish.",
      discussion: """
        Asks for the three words that the person was given, deletes their answers, and proves that \
        no byte of them is left in the study's files. Only a count stays. Exports and reports made \
        earlier are not changed: make them again.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Flag(help: "Delete practice answers.")
    var practice = false

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let store = try folder.openStore(practice: practice)
        var reader = StandardInput()
        let found = try askForCode(from: &reader) { try store.session(of: $0) }
        guard let kept = found?.session else {
          try store.close()
          throw failure("nothing was deleted.")
        }
        try store.erase([kept], as: .withdrawn)
        try store.close()
        print("The answers are deleted, and no trace of them is left in the study's files.")
        if let until = folder.study.withdrawUntil, until < today() {
          say("Please note: people were told that they could ask for this until \(until).")
        }
        say("Exports and reports made earlier may still hold them; please make these again.")
      }
    }
  }
}
