import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation

/// The translations that stand beside an instrument's file: `keep.cy.translation` beside
/// `keep.instrument`.
struct TranslationFiles {
  /// Their paths, by the language in their names.
  let paths: [(language: String, path: String)]
  private let instrumentPath: String

  init(beside instrumentPath: String) {
    self.instrumentPath = instrumentPath
    let url = URL(filePath: instrumentPath)
    let folder = Self.folder(of: instrumentPath)
    let start = url.deletingPathExtension().lastPathComponent + "."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.folderPath)) ?? []
    paths = names.sorted().compactMap { name in
      guard name.hasPrefix(start), name.hasSuffix(Self.ending) else { return nil }
      let language = name.dropFirst(start.count).dropLast(Self.ending.count)
      guard !language.isEmpty, !language.contains(".") else { return nil }
      return (String(language), folder + name)
    }
  }

  private static let ending = ".translation"

  /// The folder in a path as a person gave it, with its slash; nothing for a bare name.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Where the translation into `language` stands, or would.
  func path(for language: String) -> String {
    let base = URL(filePath: instrumentPath).deletingPathExtension().lastPathComponent
    return Self.folder(of: instrumentPath) + "\(base).\(language)\(Self.ending)"
  }

  /// The translation of `instrument` into `language`, checked.
  func translation(of instrument: Instrument, into language: String) throws -> (
    translation: Translation, text: SourceText
  ) {
    guard let path = paths.first(where: { $0.language.lowercased() == language.lowercased() })?.path
    else { throw notThere(language, instrument) }
    let text = try SourceText(path: path)
    let compilation = TranslationCompilation(of: text, for: instrument)
    guard let translation = compilation.translation else {
      show(compilation.findings.filter { $0.level == .mustFix }, of: text)
      throw failure("'\(path)' has to be mended first; the reasons stand above.")
    }
    return (translation, text)
  }

  private func notThere(_ language: String, _ instrument: Instrument) -> ExitCode {
    let known = [instrument.language] + paths.map(\.language)
    return failure(
      """
      I have no '\(language)' of '\(instrumentPath)': there is no \(path(for: language)). \
      I have \(known.joined(separator: ", ")). \
      To begin a translation: attune translate \(instrumentPath) --language \(language)
      """)
  }

  /// The instrument's file that a translation's file belongs to: beside it, named alike, or else as
  /// the translation says.
  static func instrument(besides translation: SourceText) throws -> Instrument {
    let folder = folder(of: translation.name)
    let name = URL(filePath: translation.name).lastPathComponent
    let base = name.prefix { $0 != "." }
    let said = TranslationCompilation.instrumentName(in: translation)
    let candidates = [String(base), said].compactMap { $0 }.map { folder + $0 + ".instrument" }
    guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw failure(
        """
        I cannot set '\(translation.name)' against its instrument: there is no \
        '\(candidates.first ?? "")' beside it. Put the two into one folder, or say \
        --instrument FILE.
        """)
    }
    return try Instrument.load(path).0
  }
}

extension URL {
  /// The folder that the file stands in.
  fileprivate var folderPath: String { deletingLastPathComponent().path() }
}

extension SourceText {
  /// The instrument that the text translates: `path`, or else the file beside it; `nil` where the
  /// text is no translation.
  func translatedInstrument(at path: String?) throws -> Instrument? {
    guard FileKind(of: self) == .translation else { return nil }
    return try path.map { try Instrument.load($0).0 } ?? TranslationFiles.instrument(besides: self)
  }
}
