import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation

extension Attune {
  /// Writes a small questionnaire to start from; the words are the language's.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Write a small questionnaire to start from.",
      discussion: """
        Four questions on one scale, what they measure, a plan, and everything around them that \
        people need to be told, with comments that say what each part is for. It can be tried out \
        at once; 'attune check' lists what only you can write.
        """)

    @Argument(help: "A short name: small letters, digits and _, such as being_met.")
    var name: String

    @Option(help: "What people will read above it; made from the name if not given.")
    var title: String?

    @Option(
      name: .shortAndLong, help: "The file to write; NAME.instrument if not given.",
      completion: .file(extensions: ["instrument"]))
    var output: String?

    func run() throws {
      try reporting {
        let path = output ?? name + ".instrument"
        let text = starterText(name: name, title: readTitle)
        let source = SourceText(name: path, content: text)
        guard Compilation(of: source).instrument?.name == name else {
          let other = StudyCommand.New.languageName(for: name)
          throw failure(
            "'\(name)' cannot be its name: names have small letters a to z, digits and _, and "
              + "start with a letter. Would '\(other == name ? "my_questions" : other)' do?")
        }
        guard !FileManager.default.fileExists(atPath: path) else { throw FileFailure.exists(path) }
        try write(text, to: path)
        say(
          """
          '\(path)' is ready.
            to see what people see:   attune try \(path)
            what is still to write:   attune check \(path)
          """)
      }
    }

    /// The title on one line: `being_met` is *Being met* if nothing else is said.
    private var readTitle: String {
      let words = (title ?? "").split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
      guard words.isEmpty else { return words }
      let said = name.split(separator: "_").joined(separator: " ")
      return said.prefix(1).uppercased() + said.dropFirst()
    }
  }
}
