import ArgumentParser
import AttuneDiagnostics
import AttuneLanguage

extension Attune {
  /// Reports what should be changed in instrument and study files; the work is the language's.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check instrument and study files.",
      discussion: """
        Every finding of every file is reported in one run, with its place and a next step; for \
        people the first ten of each file are shown, and the others counted. The names in a design are checked against its instrument by attune simulate. Exits with 0 when nothing must be fixed, 1 when something must.
        """)

    @Argument(
      help: "Instrument (.instrument), study (.study) and design (.design) files.",
      completion: .file(extensions: ["instrument", "study", "design"]))
    var files: [String]

    @Flag
    var style = Style.text

    @Flag(help: "Also give suggestions, such as questions that may be two in one.")
    var advice = false

    /// More than a few at once discourages, and the later ones often follow from the first.
    private static let mostShown = 10

    /// The ways to print findings, as flags.
    enum Style: String, EnumerableFlag {
      case text, spoken, lines, json

      static func help(for value: Style) -> ArgumentHelp? {
        switch value {
        case .text: "Print findings for people."
        case .spoken: "Print findings for people who listen to a screen reader."
        case .lines: "Print one line for each finding, for editors and build services."
        case .json: "Print the findings of one file as JSON."
        }
      }

      var format: FindingFormat {
        switch self {
        case .text: .text
        case .spoken: .spoken
        case .lines: .lines
        case .json: .json
        }
      }
    }

    func validate() throws {
      if style == .json, files.count > 1 {
        throw ValidationError("'--json' takes one file, found \(files.count)")
      }
    }

    func run() throws {
      var mustFix = false
      for file in files {
        guard let text = try? reporting({ try SourceText(path: file) }) else {
          mustFix = true
          continue
        }
        let findings = text.findings(withAdvice: advice)
        if !findings.isEmpty || style == .json {
          print(style.format.render(findings, of: text, limit: Self.mostShown), terminator: "")
        }
        if findings.isEmpty {
          let isDesign = FileKind(of: text) == .design
          say(
            "\(file): nothing to change."
              + (isDesign ? " attune simulate also checks its names against the instrument." : ""))
        }
        mustFix = mustFix || findings.contains { $0.level == .mustFix }
      }
      if mustFix { throw ExitCode.failure }
    }
  }
}
