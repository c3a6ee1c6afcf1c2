import ArgumentParser
import AttuneDiagnostics
import AttuneLanguage
import Foundation

extension Attune {
  /// Makes the fixes that findings are certain of; the rest is a person's choice.
  struct Mend: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fix",
      abstract: "Make the fixes that are certain.",
      discussion: """
        A fix is certain where there is one obvious way on, such as taking out a line that nobody \
        may be held to. With '--likely', asks about each fix that is probably right. Every file is \
        written whole or not at all.
        """)

    @Argument(
      help: "Instrument, study, translation and design files.",
      completion: .file(extensions: ["instrument", "study", "translation", "design"]))
    var files: [String]

    @Option(
      help: "The instrument of a translation, where it is not beside it.",
      completion: .file(extensions: ["instrument"]))
    var instrument: String?

    @Flag(help: "Also ask about each fix that is probably right.")
    var likely = false

    func run() throws {
      if likely, isatty(STDIN_FILENO) == 0 {
        throw failure("'--likely' asks about each change, and needs a terminal to do so.")
      }
      var isWell = true
      for file in files {
        isWell = (try? reporting { try mend(file) }) != nil && isWell
      }
      if !isWell { throw ExitCode.failure }
    }

    private func mend(_ file: String) throws {
      let source = try SourceText(path: file)
      let translated = try source.translatedInstrument(at: instrument)
      let check: (SourceText) -> [Finding] = { $0.findings(translating: translated) }
      var mending = Mending(source, findings: check)
      for change in mending.changes {
        say("\(file), line \(change.line): \(change.fix.title)  [\(change.code)]")
      }
      var count = mending.changes.count
      if likely {
        var asking = LikelyFixes(mending.text, findings: check)
        asking.askAll()
        mending = Mending(asking.text, findings: check)
        count += asking.made + mending.changes.count
      }
      if mending.text.content != source.content { try source.rewrite(as: mending.text.content) }
      let fixes = count == 1 ? "1 fix" : "\(count) fixes"
      say("\(file): \(count == 0 ? "nothing to fix that I am sure of" : "\(fixes) made").")
      let left = mending.findings.filter { $0.level == .mustFix }.count
      if left > 0 { say("\(left) must still be fixed; 'attune check \(file)' shows how.") }
    }
  }
}
