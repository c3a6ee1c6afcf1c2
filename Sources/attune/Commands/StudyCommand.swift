import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation

extension Attune {
  /// The folder in which a team keeps one study.
  struct StudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "study", abstract: "Make and look after studies.",
      subcommands: [
        New.self, Status.self, Withdraw.self, Erase.self, Purge.self, Backup.self, Restore.self,
      ])
  }
}

extension Attune.StudyCommand {
  /// Makes a study's folder, whole or not at all.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Make a study's folder.",
      discussion: """
        The folder gets copies of the instrument, of its lock if it is frozen and of its \
        translations, and a .study file with every detail that people \
        are told (who asks, where answers are kept, until when), blank and explained. Practice \
        works at once: attune try FOLDER. Real answers wait until the blanks are filled.
        """)

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    @Option(help: "The instrument to ask.", completion: .file(extensions: ["instrument"]))
    var instrument: String

    @Option(help: "What the study is called; the instrument's title if not given.")
    var title: String?

    func run() throws {
      try reporting {
        guard !FileManager.default.fileExists(atPath: folder) else {
          throw FileFailure.exists(folder)
        }
        let (instrument, text) = try Instrument.load(instrument)
        let name = URL(filePath: folder).lastPathComponent
        let file = URL(filePath: self.instrument).lastPathComponent
        let study = StudyDescription(
          name: Self.languageName(for: name), title: title ?? instrument.title, instrument: file)
        try makeFolder(folder) { unfinished in
          try write(text.content, to: unfinished + "/" + file)
          if let lock = try LockFile(beside: self.instrument).text() {
            try write(lock.content, to: LockFile(beside: unfinished + "/" + file).path)
          }
          for (_, path) in TranslationFiles(beside: self.instrument).paths {
            let name = URL(filePath: path).lastPathComponent
            try write(try SourceText(path: path).content, to: unfinished + "/" + name)
          }
          try write(studyText(for: study), to: unfinished + "/\(name).study")
        }
        say(
          """
          '\(folder)' is ready.
            to practise:              attune try \(folder)
            before real answers:      fill in \(folder)/\(name).study
          """)
      }
    }

    /// A name the language accepts, from a folder's: `My study 2` becomes `my_study_2`.
    static func languageName(for folder: String) -> String {
      let name = folder.lowercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
      }
      let start = name.first?.isLetter == true ? "" : "study_"
      return String((start + String(name)).prefix(32))
    }
  }
}
