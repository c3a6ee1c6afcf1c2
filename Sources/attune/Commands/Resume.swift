import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneSession
import AttuneStore
import AttuneTerminal
import Foundation

extension Attune {
  /// Goes on where a person left off.
  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume",
      abstract: "Go on where a person left off.",
      usage: "attune resume <study> [<options>]",
      discussion: """
        Asks for the three words that the person was given. They are typed at a prompt, not on the \
        command line, so that no shell remembers them.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @Flag(help: "Go on with practice answers.")
    var practice = false

    @Option(help: "The language to go on in; the one it was begun in if not given.")
    var language: String?

    @OptionGroup var face: FaceOptions

    func run() throws {
      try reporting {
        let folder = try StudyFolder(resumingIn: study, practice: practice)
        let store = try folder.openStoreForAPerson(practice: practice)
        var reader = StandardInput()
        let found = try askForCode(from: &reader, support: folder.supportWords) { code in
          try store.session(of: code).flatMap { $0.state.canGoOn ? $0 : nil }
        }
        guard let (code, kept) = found else {
          print("That is all right. Whoever asked you to take part can help.")
          try store.close()
          throw ExitCode.failure
        }
        // They came back: the days until set-aside answers are deleted begin anew.
        let writing = ResponseStore.Writing(id: kept.id)
        try store.mark(writing, as: .open, on: today())
        // The version that the person began with, not the one that is in the folder now.
        let instrument = try store.instrument(kept.instrument) ?? folder.instrument
        let asked =
          try language.map { try AskedInstrument(instrument, folder.instrumentText, in: $0) }
          ?? AskedInstrument(
            instrument, folder.instrumentText,
            keptTranslation: kept.start.translation.flatMap { try store.instrument($0) })
        if !practice { try asked.mustBeWhole() }
        let journal = Journal(
          store, asked, code: code, start: kept.start, isPractice: practice, writing: writing)
        try Interview(
          .init(
            asked, study: folder.study, purpose: practice ? .practice : .live,
            start: kept.start, code: code, showsProgress: !face.withoutProgress,
            answeredOn: kept.changedOn == today() ? nil : kept.changedOn),
          journal: journal
        ).run(by: face, reader, after: kept.events)
      }
    }
  }
}

extension KeptSession.State {
  /// Whether the person may still come back to it.
  fileprivate var canGoOn: Bool {
    switch self {
    case .open, .paused, .setAside: true
    case .kept, .finished: false
    }
  }
}
