import AttuneDiagnostics
import Foundation

extension SourceText {
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
