import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage

extension Attune {
  /// Reports what should be changed in the files of the language; the work is the language's.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check instrument, study, translation, lock and design files.",
      usage: "attune check <files> ... [<options>]",
      discussion: """
        Every finding of every file is reported in one run, with its place and a next step; for \
        people the first ten of each file are shown, and the others counted. An instrument that \
        was frozen is held against the lock beside it, a translation against the instrument beside \
        it; the names in a design are held against its instrument by attune simulate. Exits with 0 \
        when nothing must be fixed, 1 when something must.
        """)

    @Argument(
      help: "Instrument, study, translation, lock and design files; '-' for standard input.",
      completion: .file(extensions: ["instrument", "study", "translation", "lock", "design"]))
    var files: [String]

    @Option(
      help: "The instrument of a translation, where it is not beside it.",
      completion: .file(extensions: ["instrument"]))
    var instrument: String?

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
        let read = try? reporting {
          (text: try SourceText.load(file), lock: try LockFile(beside: file).text())
        }
        guard let (text, lock) = read else {
          mustFix = true
          continue
        }
        // Without its instrument a translation is read all the same, as far as that goes.
        let translated = try? reporting { try text.translatedInstrument(at: instrument) }
        let isAlone = FileKind(of: text) == .translation && translated == nil
        if isAlone { mustFix = true }
        let findings = text.findings(
          withAdvice: advice, beside: lock, translating: translated)
        if !findings.isEmpty || style == .json {
          print(style.format.render(findings, of: text, limit: Self.mostShown), terminator: "")
        }
        if findings.isEmpty, !isAlone {
          let isDesign = FileKind(of: text) == .design
          say(
            "\(text.name): nothing to change."
              + (isDesign ? " attune simulate also checks its names against the instrument." : ""))
        }
        if let translated { sayHowMuchIsTranslated(text, translated) }
        sayWhatIsOutOfDate(beside: text)
        mustFix = mustFix || findings.contains { $0.level == .mustFix }
      }
      if mustFix { throw ExitCode.failure }
    }

    private func sayHowMuchIsTranslated(_ text: SourceText, _ instrument: Instrument) {
      let compilation = TranslationCompilation(of: text, for: instrument)
      guard let missing = compilation.translation?.untranslated(in: instrument).count, missing > 0
      else { return }
      let all = instrument.texts.count
      say("\(text.name): \(all - missing) of \(all) texts are translated.")
    }

    /// Names the translations of an instrument that no longer say what it says; whether the
    /// instrument itself is well is another question.
    private func sayWhatIsOutOfDate(beside text: SourceText) {
      guard FileKind(of: text) == .instrument, let instrument = Compilation(of: text).instrument
      else { return }
      for (_, path) in TranslationFiles(beside: text.name).paths {
        guard let translation = try? SourceText(path: path) else { continue }
        let findings = TranslationCompilation(of: translation, for: instrument).findings
        if !findings.isEmpty {
          say("\(path) does not say all that \(text.name) says; 'attune check \(path)' shows it.")
        }
      }
    }
  }
}
