import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneStore
import Foundation

/// A study on disk: its `.study` file, its instrument, and where its answers are kept.
struct StudyFolder {
  let path: String
  let study: StudyDescription
  let instrument: Instrument
  /// The instrument's file as it is now.
  let instrumentText: SourceText

  /// Opens the folder, and says what is wrong in its files where something is.
  init(path: String) throws {
    study = try Self.study(in: path)
    self.path = path
    (instrument, instrumentText) = try Instrument.load(path + "/" + study.instrument)
  }

  /// Opens the folder for somebody who comes back: where the instrument's file is gone or has to be
  /// mended, they go on with what was asked last, which is kept with the answers.
  init(resumingIn path: String, practice: Bool) throws {
    study = try Self.study(in: path)
    self.path = path
    let file = path + "/" + study.instrument
    do {
      (instrument, instrumentText) = try Instrument.load(file)
    } catch {
      let store = practice ? path + "/practice/answers.sqlite" : path + "/answers.sqlite"
      guard FileManager.default.fileExists(atPath: store),
        let kept = try ResponseStore(path: store).latestInstrument()
      else { throw error }
      if let failure = error as? FileFailure { say("attune: \(failure)") }
      say("attune: I go on with the questions as they were asked; they are kept with the answers.")
      instrument = kept.0
      instrumentText = SourceText(name: file, content: kept.text)
    }
  }

  /// The study of the folder's one `.study` file.
  private static func study(in path: String) throws -> StudyDescription {
    guard !BackupFolder.isBackup(path) else {
      throw failure(
        "'\(path)' is a backup, and stays as it is. "
          + "To use it: attune study restore \(path) FOLDER")
    }
    let names = try contents(of: path).filter { $0.hasSuffix(".study") }
    guard let name = names.first else {
      throw failure(
        "there is no .study file in '\(path)', so it is not a study. "
          + "To make one: attune study new FOLDER --instrument FILE")
    }
    guard names.count == 1 else {
      throw failure(
        "'\(path)' holds \(names.count) .study files (\(names.joined(separator: ", "))); "
          + "a study has one.")
    }
    let text = try SourceText(path: path + "/" + name)
    let compilation = StudyCompilation(of: text)
    show(compilation.findings, of: text)
    guard let study = compilation.study else {
      throw failure("'\(text.name)' has to be mended first; the reasons stand above.")
    }
    return study
  }

  private static func contents(of path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileFailure.missing(path)
    }
    guard isFolder.boolValue else { throw failure("'\(path)' is a file; a study is a folder.") }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw FileFailure.unreadable(path)
    }
    return names.sorted()
  }

  /// The store of live answers, or of practice.
  func storePath(practice: Bool) -> String {
    practice ? path + "/practice/answers.sqlite" : path + "/answers.sqlite"
  }

  /// Opens the store, and makes it where there is none yet.
  func openStore(practice: Bool) throws -> ResponseStore {
    let path = storePath(practice: practice)
    if practice {
      do {
        try FileManager.default.createDirectory(
          atPath: self.path + "/practice", withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        throw FileFailure.unwritable(self.path + "/practice", reason: words(for: error))
      }
    }
    return try ResponseStore(path: path) {
      say("attune: another program is writing in this study; I am waiting for it.")
    }
  }
}

extension Instrument {
  /// Compiles the file, showing what it finds on standard error.
  static func load(_ path: String) throws -> (Instrument, SourceText) {
    let text = try SourceText(path: path)
    if FileKind(of: text) == .translation {
      throw failure(
        "'\(path)' is a translation. Name its instrument, and the language with '--language'.")
    }
    let compilation = Compilation(of: text)
    guard let instrument = compilation.instrument else {
      show(compilation.findings.filter { $0.level == .mustFix }, of: text)
      throw failure("'\(path)' has to be mended first; the reasons stand above.")
    }
    return (instrument, text)
  }
}

/// Shows findings on standard error, as people read them.
func show(_ findings: [Finding], of text: SourceText) {
  guard !findings.isEmpty else { return }
  say(FindingFormat.text.render(findings, of: text))
}
