import ArgumentParser
import AttuneInstrument
import AttuneLanguage
import AttuneStore
import AttuneTables
import Foundation

extension Attune.StudyCommand {
  /// How far a study has come: who finished, stopped, or may come back.
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Show how far a study has come.",
      discussion: "Counts people, never shows an answer, and says what live collection waits for.")

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Flag(help: "Show practice sessions.")
    var practice = false

    @Option(help: "How many people were invited.")
    var invited: Int?

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let path = folder.storePath(practice: practice)
        var rows: [[Cell]] = []
        var length: Table?
        var trouble: Table?
        if FileManager.default.fileExists(atPath: path) {
          let store = try ResponseStore(path: path)
          let sessions = try store.sessions()
          rows = try people(sessions, store)
          length = Self.length(sessions)
          trouble = QuestionTrouble(sessions).table(
            for: folder.instrument, smallestGroup: folder.study.smallestGroupShown)
          try store.close()
        }
        let cautions = folder.study.reasonsToWait(on: today()).map {
          Caution("not-ready", "Real answers wait: \($0)")
        }
        let freeze = try folder.freeze()
        try results.deliver(
          Results(
            version: Attune.version, command: "study status", source: nil,
            tables: [
              Table(
                "people", title: "\(folder.study.title): people",
                columns: [Column("state", "what became of them", .text), .cases], rows: rows,
                notes: (rows.isEmpty ? ["Nobody has begun yet."] : []) + [freeze.note])
            ] + [length, trouble].compactMap { $0 },
            cautions: (practice ? [.practice] : []) + cautions + freeze.cautions))
      }
    }

    private func people(_ sessions: [KeptSession], _ store: ResponseStore) throws -> [[Cell]] {
      let states = KeptSession.State.allCases.map { state in
        (state.words, sessions.count { $0.state == state })
      }
      let erasures = try ResponseStore.Erasure.allCases.map { erasure in
        (erasure.words, try store.count(of: erasure))
      }
      // Who was deleted had begun as well.
      let begun = sessions.count + erasures.map(\.1).reduce(0, +)
      let all = (invited.map { [("invited", $0)] } ?? []) + [("began", begun)]
      let ways = [
        ("of these, answered with help", sessions.count { $0.start.isHelpGiven }),
        ("of these, typed in from paper", sessions.count { $0.start.isFromPaper }),
      ].filter { $0.1 > 0 }
      return (all + states + erasures + ways).map { [.text($0.0), .count($0.1)] }
    }

    /// How long people took who finished; `nil` where no times are kept.
    private static func length(_ sessions: [KeptSession]) -> Table? {
      let times = sessions.filter { $0.state == .finished }.compactMap(\.times)
      guard !times.isEmpty else { return nil }
      let minutes = times.compactMap(\.minutes).sorted()
      let middle = minutes.count / 2
      let median =
        if minutes.isEmpty {
          Cell.unavailable("nobody finished in one sitting by a clock that ran forward")
        } else if minutes.count.isMultiple(of: 2) {
          Cell.real(Double(minutes[middle - 1] + minutes[middle]) / 2)
        } else {
          Cell.real(Double(minutes[middle]))
        }
      return Table(
        "length", title: "How long it took",
        columns: [
          .cases, Column("not_known", "not known", .count),
          Column("median_minutes", "Mdn minutes", .number),
        ],
        rows: [[.count(minutes.count), .count(times.count - minutes.count), median]],
        notes: [
          "People who finished. Not known: those who came back another time, or whose clock was "
            + "set back."
        ])
    }
  }
}

extension StudyFolder.Freeze {
  /// Whether the questionnaire is as it was agreed, in one sentence.
  fileprivate var note: String {
    switch self {
    case .notFrozen: "The questionnaire is not frozen."
    case .unreadable: "The questionnaire has a lock that cannot be read."
    case .frozen(let comparison) where comparison.isUnchanged:
      "The questionnaire was frozen on \(comparison.frozenOn) and has not changed since."
    case .frozen(let comparison):
      "The questionnaire was frozen on \(comparison.frozenOn) and has changed since."
    }
  }

  fileprivate var cautions: [Caution] {
    switch self {
    case .notFrozen: []
    case .unreadable:
      [Caution("lock-unreadable", "'attune check', given the .lock file, says why.")]
    case .frozen(let comparison) where comparison.isUnchanged: []
    case .frozen(let comparison):
      [
        Caution(
          "changed-since-freeze",
          about: comparison.changedPlans + comparison.addedPlans + comparison.missingPlans,
          "Since the freeze on \(comparison.frozenOn): "
            + comparison.sentences.joined(separator: "; ") + ".")
      ]
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
    case .erased: "deleted by the team, with everybody's"
    }
  }
}
