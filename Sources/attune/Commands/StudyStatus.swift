import ArgumentParser
import AttuneInstrument
import AttuneStore
import AttuneTables
import Foundation

extension Attune.StudyCommand {
  /// How far a study has come: who finished, stopped, or may come back.
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show how far a study has come.",
      discussion: "Counts people, never shows an answer, and says what live collection waits for.")

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Flag(help: "Show practice sessions.")
    var practice = false

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let path = folder.storePath(practice: practice)
        var rows: [[Cell]] = []
        if FileManager.default.fileExists(atPath: path) {
          let store = try ResponseStore(path: path)
          rows = try Self.rows(store)
          try store.close()
        }
        let cautions = folder.study.reasonsToWait(on: today()).map {
          Caution("not-ready", "Real answers wait: \($0)")
        }
        try results.deliver(
          Results(
            version: Attune.version, command: "study status", source: nil,
            tables: [
              Table(
                "people", title: "\(folder.study.title): people",
                columns: [Column("state", "what became of them", .text), .cases], rows: rows,
                notes: rows.isEmpty ? ["Nobody has begun yet."] : [])
            ], cautions: (practice ? [.practice] : []) + cautions))
      }
    }

    private static func rows(_ store: ResponseStore) throws -> [[Cell]] {
      let sessions = try store.sessions()
      let states = KeptSession.State.allCases.map { state in
        (state.words, sessions.count { $0.state == state })
      }
      let erasures = try ResponseStore.Erasure.allCases.map { erasure in
        (erasure.words, try store.count(of: erasure))
      }
      return (states + erasures).map { [.text($0.0), .count($0.1)] }
    }
  }
}

extension KeptSession.State {
  fileprivate var words: String {
    switch self {
    case .open: "answering now, or cut off"
    case .paused: "paused, and may come back"
    case .setAside: "left without a word; set aside"
    case .kept: "stopped, and kept their answers"
    case .finished: "finished"
    }
  }
}

extension ResponseStore.Erasure {
  fileprivate var words: String {
    switch self {
    case .stoppedAndDeleted: "stopped, and had their answers deleted"
    case .withdrawn: "had their answers deleted later"
    case .purged: "set aside and deleted in time"
    }
  }
}
