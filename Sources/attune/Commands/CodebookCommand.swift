import ArgumentParser
import AttuneExchange
import AttuneInstrument
import AttuneTerminal
import Foundation

extension Attune {
  /// What each column of a study's answers is.
  struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "codebook",
      abstract: "Say what each column of the answers is.",
      discussion: """
        A row for each column of responses.csv: the question, the answers as they stand in the \
        data with their words, how an answer can be missing, and the scores that use it. html is \
        one page for a browser that needs no network.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case markdown, html, csv
    }

    @Argument(
      help: "An instrument, or a study's folder.", completion: .file(extensions: ["instrument"]))
    var path: String

    @Option(help: "How to write it.")
    var format: Format = .markdown

    @Flag(help: "Tell of the columns of the scores too, as export --scores writes them.")
    var scores = false

    @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
    var output: String?

    func run() throws {
      try reporting {
        var isFolder: ObjCBool = false
        let isStudy =
          FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        let instrument =
          isStudy ? try StudyFolder(path: path).instrument : try Instrument.load(path).0
        let codebook = Codebook(instrument, hasScores: scores)
        let text =
          switch format {
          case .markdown: codebook.markdown
          case .html: codebook.html
          case .csv: codebook.text
          }
        guard let output else { return print(text, terminator: "") }
        try write(text, to: output)
        say("Wrote \(output)")
      }
    }
  }
}
