import AttuneDiagnostics
import Foundation

extension SourceText {
  /// What a person may write in the place of a file name: `-` is standard input.
  static func load(_ argument: String) throws -> SourceText {
    guard argument == "-" else { return try SourceText(path: argument) }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    guard bytes.count <= 16 << 20 else {
      throw failure("standard input is over 16 MiB; that is not a questionnaire.")
    }
    return try SourceText(name: "standard input", bytes: bytes)
  }

  /// Puts `text` in the file's place, whole or not at all; who may read it stays as it is.
  func rewrite(as text: String) throws {
    // Through a link, so that the link stays one.
    let url = URL(filePath: name).resolvingSymlinksInPath()
    do {
      let files = FileManager.default
      let permissions = try files.attributesOfItem(atPath: url.path)[.posixPermissions]
      guard files.isWritableFile(atPath: url.path) else {
        throw FileFailure.unwritable(name, reason: "I am not allowed to change it")
      }
      try Data(text.utf8).write(to: url, options: .atomic)
      if let permissions {
        try files.setAttributes([.posixPermissions: permissions], ofItemAtPath: url.path)
      }
    } catch let failure as FileFailure {
      throw failure
    } catch {
      throw FileFailure.unwritable(name, reason: words(for: error))
    }
  }
}
