import AttuneInstrument
import AttuneSession
import AttuneStore
import AttuneTerminal

// What a person reads who is about to answer, outside a session.
extension StudyFolder {
  private var catalogue: Catalogue { .speaking(instrument.language) ?? .britishEnglish }

  /// The support page in plain lines.
  var supportWords: [String] {
    var session = Session(
      SessionSetting(instrument: instrument, study: study, catalogue: catalogue))
    _ = session.handle(.opened(.support))
    let screen = session.screen
    return [screen.title].compactMap { $0 } + screen.paragraphs
  }

  /// Opens the store for somebody who is about to answer.
  ///
  /// Where that cannot be done, they read gentle words and where to find support. The reason is
  /// thrown on, for the team.
  func openStoreForAPerson(practice: Bool) throws -> ResponseStore {
    do { return try openStore(practice: practice) } catch {
      var output = StandardOutput()
      let width = min(max(output.width, 40), 72)
      let lines = ([catalogue[.cannotBegin], ""] + supportWords + [""])
        .flatMap { $0.plain.wrapped(to: width) }
      output.write(lines.map { $0 + "\n" }.joined())
      throw error
    }
  }
}
