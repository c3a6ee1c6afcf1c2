import AttuneDiagnostics
import Foundation

/// Files of the repository that tests read.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> SourceText {
    try SourceText(
      name: URL(filePath: path).lastPathComponent,
      bytes: Data(contentsOf: root.appending(path: path)))
  }
}
