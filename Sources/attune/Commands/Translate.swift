import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation

extension Attune {
  /// Begins a translation, or brings one up to date; the work is the language's.
  struct Translate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "translate",
      abstract: "Begin a translation, or bring one up to date.",
      discussion: """
        Writes NAME.LANGUAGE.translation beside the instrument, with every text that people read \
        and a blank line below each for somebody to fill in. Where the file is there already, adds \
        what the instrument says now, marks what is out of date, and loses nothing that was \
        written.
        """)

    @Argument(help: "The instrument.", completion: .file(extensions: ["instrument"]))
    var instrument: String

    @Option(help: "The language, as a tag: cy for Welsh, pl for Polish.")
    var language: String

    func run() throws {
      try reporting {
        let (instrument, _) = try Instrument.load(self.instrument)
        guard isLanguageTag(language) else {
          throw failure(
            "I do not know the language '\(language)'. I expected a tag, such as cy for Welsh or "
              + "pl for Polish.")
        }
        guard language.lowercased() != instrument.language.lowercased() else {
          throw failure("'\(self.instrument)' is already in '\(language)'.")
        }
        let path = TranslationFiles(beside: self.instrument).path(for: language)
        let isThere = FileManager.default.fileExists(atPath: path)
        let existing = isThere ? try SourceText(path: path) : nil
        let draft = TranslationDraft(of: instrument, into: language, updating: existing)
        guard let text = draft.text else {
          throw failure(
            "I left '\(path)' as it is: there are lines that I could not read, or it is of another "
              + "instrument. 'attune check \(path)' shows where.")
        }
        if let existing {
          if existing.content != text { try existing.rewrite(as: text) }
        } else {
          try write(text, to: path)
        }
        say("\(path): \(draft.summary(isNew: !isThere)).")
      }
    }
  }
}

extension TranslationDraft {
  fileprivate func summary(isNew: Bool) -> String {
    func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
    if isNew { return "begun, with \(lines(blankCount)) to translate" }
    var parts: [String] = []
    if blankCount > 0 { parts.append("\(lines(blankCount)) to translate") }
    if outOfDateCount > 0 { parts.append("\(lines(outOfDateCount)) out of date") }
    if setAsideCount > 0 { parts.append("\(lines(setAsideCount)) set aside at the end") }
    return parts.isEmpty ? "complete" : parts.joined(separator: ", ")
  }
}
