import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneSession
import AttuneStore
import AttuneTerminal

extension Attune {
  /// Types in answers that people gave on paper.
  struct Enter: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "enter",
      abstract: "Type in answers that people gave on paper.",
      usage: "attune enter <study> [<options>]",
      discussion: """
        Goes through the form as 'attune show --format html' prints it: type the small code beside \
        each tick, or Enter alone where nothing is ticked. A form is kept whole or not at all, and \
        marked as from paper. With --twice it is typed twice, best by two people, and whatever \
        differs is settled by looking at the paper again.
        """)

    @Argument(help: "The study's folder.", completion: .directory)
    var study: String

    @OptionGroup var options: AskingOptions

    @Flag(help: "Type each form twice, and settle what differs.")
    var twice = false

    @Flag(help: "Keep the answers apart, with practice.")
    var practice = false

    func run() throws {
      try reporting {
        let folder = try StudyFolder(path: study)
        let asked = try AskedInstrument(
          folder.instrument, folder.instrumentText, in: options.language)
        let start = try options.start(folder.instrument, folder.study, isFromPaper: true)
        let setting = SessionSetting(
          asked, study: folder.study, purpose: practice ? .practice : .live, start: start,
          code: nil)
        let store = try folder.openStore(practice: practice)
        var entry = PaperEntry(reader: StandardInput(), writer: StandardOutput())
        tell(Self.how)
        repeat {
          guard let typing = form(setting, &entry) else {
            tell("\nThis form is not kept. Nothing of it was saved.")
            try store.close()
            throw ExitCode.failure
          }
          try keep(typing, asked, start, in: store)
        } while wantsAnother(&entry)
        try store.close()
      }
    }

    private static let how = """
      Type what stands on the paper: the small code beside the tick, or the words that were written.
      Where nothing is ticked, press Enter alone. Where two boxes are ticked and none is crossed \
      out, press Enter alone too.
      back: the question before. stop: give this form up; nothing of it is kept.
      """

    /// At once, between what the form's questions write.
    private func tell(_ words: String) {
      var output = StandardOutput()
      output.write(words + "\n")
    }

    private typealias Entry = PaperEntry<StandardInput, StandardOutput>

    /// One form as it is to be kept; `nil` where it was given up.
    private func form(_ setting: SessionSetting, _ entry: inout Entry) -> PaperTyping? {
      if twice { tell("\nThe first typing.") }
      guard let first = entry.type(setting) else { return nil }
      guard twice else { return first }
      tell("\nThe second typing: the same form, from the beginning.")
      guard let second = entry.type(setting) else { return nil }
      tell("\nComparing the two.")
      guard let (form, settled, compared) = entry.settle(first, second) else { return nil }
      tell("\nTyped twice: \(compared) places compared, \(settled) differed and were settled.")
      return form
    }

    private func keep(
      _ form: PaperTyping, _ asked: AskedInstrument, _ start: SessionStart,
      in store: ResponseStore
    ) throws {
      guard form.session.outcome == .finished else {
        return tell("\nThis form does not say yes to taking part, so it is not kept.")
      }
      var generator = SystemRandomNumberGenerator()
      let code = PersonCode.random(using: &generator)
      let journal = Journal(
        store, asked, code: code, start: start, isPractice: practice)
      try journal.carryOut(form.effects)
      tell(
        """

        Kept, as from paper. The words for this form are: \(code).
        Write them on the form now: with them the answers can be deleted, and they are not shown
        again.
        """)
    }

    private func wantsAnother(_ entry: inout Entry) -> Bool {
      tell("\nFor another form, press Enter. To finish, type stop.")
      guard case .line(let line) = entry.reader.next() else { return false }
      if !entry.reader.isEchoed { tell("") }
      return line.trimmingSpaces.isEmpty
    }
  }
}
