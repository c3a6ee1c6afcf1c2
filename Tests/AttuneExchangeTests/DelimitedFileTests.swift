import AttuneData
import AttuneDigest
import AttuneExchange
import AttuneTestSupport
import Foundation
import Testing

@Suite struct DelimitedFileTests {
  @Test func readsAFileWithItsFingerprint() throws {
    let path = Golden.file("statistics/data/likert_missing.csv")
    let file = try DelimitedFile(reading: path) { names in
      ColumnRequest(scores: names.filter { $0.hasPrefix("A") }, levels: ["g"])
    }
    #expect(file.columns.caseCount == 300)
    #expect(file.columns.scores.names == ["A1", "A2", "A3", "A4", "A5", "A6"])
    let items = try file.columns.scores.complete(.listwise)
    #expect(items.caseCount == 208)
    #expect(
      file.fingerprint
        == Fingerprint(of: try Data(contentsOf: URL(filePath: path))))
  }

  @Test func readsAFileOfManyPieces() throws {
    try Self.withFile("a,b\n" + String(repeating: "1,-2\n", count: 500_000)) { path in
      let file = try DelimitedFile(reading: path) { ColumnRequest(scores: $0) }
      #expect(file.columns.caseCount == 500_000)
      #expect(file.columns.scores[499_999, 1] == -2)
    }
  }

  @Test func namesTheFileThatIsNotThere() {
    let error = #expect(throws: FileError.self) { try Self.read("/no/such/file.csv") }
    #expect(error?.description == "there is no file '/no/such/file.csv'")
  }

  @Test func namesAFolder() {
    let folder = FileManager.default.temporaryDirectory.path()
    let error = #expect(throws: FileError.self) { try Self.read(folder) }
    #expect(error?.description == "'\(folder)' is a folder, not a file")
  }

  @Test(.enabled(if: getuid() != 0, "the administrator may read everything"))
  func namesAFileThatMayNotBeRead() throws {
    try Self.withFile("a\n1\n") { path in
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      #expect(throws: FileError.notAllowed(path: path)) { try Self.read(path) }
    }
  }

  @Test func passesOnWhatTheChoiceThrows() throws {
    try Self.withFile("a,b\n1,2\n") { path in
      #expect(throws: ColumnSelectionError.unknownColumn("aa", among: ["a", "b"])) {
        try DelimitedFile(reading: path) { names in
          ColumnRequest(scores: try ColumnSelection(items: "aa", among: names).columns)
        }
      }
    }
  }

  private static func read(_ path: String) throws {
    _ = try DelimitedFile(reading: path) { ColumnRequest(scores: $0) }
  }

  private static func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path())
  }
}
