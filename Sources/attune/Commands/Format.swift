import ArgumentParser
import AttuneDiagnostics
import AttuneLanguage

extension Attune {
  /// Lays out instrument, study and translation files in their one form; the work is the language's.
  struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "format",
      abstract: "Lay out instrument, study and translation files in their one form.",
      discussion: """
        Only the layout changes: blanks, empty lines, the order of details within a block. Words \
        that people read and comments stay. A file with a line that could not be read is left as \
        it is. Exits with 0 when all is well, 1 when a file was left, or would change under \
        '--check'.
        """)

    @Argument(
      help: "Instrument, study, translation, lock and design files; '-' for standard input.",
      completion: .file(extensions: ["instrument", "study", "translation", "lock", "design"]))
    var files: [String]

    @Flag(help: "Change nothing; name the files that would change.")
    var check = false

    func validate() throws {
      if files.contains("-"), files.count > 1 {
        throw ValidationError("'-' stands alone, found \(files.count) files")
      }
    }

    func run() throws {
      var isWell = true
      for file in files {
        let isDone = (try? reporting { try format(file) }) ?? false
        isWell = isWell && isDone
      }
      if !isWell { throw ExitCode.failure }
    }

    /// Returns whether the file is, or has been brought, in its form.
    private func format(_ file: String) throws -> Bool {
      let source = try SourceText.load(file)
      guard let text = Formatting(of: source).text else {
        throw failure(
          """
          I left '\(source.name)' as it is: there are lines that I could not read. \
          'attune check' shows them.
          """)
      }
      let isFormatted = text == source.content
      if check {
        if !isFormatted { print(source.name.inert) }
        return isFormatted
      }
      if file == "-" {
        print(text, terminator: "")
      } else if !isFormatted {
        try source.rewrite(as: text)
        say("\(file): laid out.")
      }
      return true
    }
  }
}
