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

  @Test func readsAFileThatIsPacked() throws {
    let path = Golden.file("statistics/data/likert_missing.csv")
    let choosing = { (names: [String]) in
      ColumnRequest(scores: names.filter { $0.hasPrefix("A") }, levels: ["g"])
    }
    let plain = try DelimitedFile(reading: path, choosing: choosing)
    let packed = try Self.packed(Data(contentsOf: URL(filePath: path)))
    try Self.withFile(packed) { path in
      let file = try DelimitedFile(reading: path, choosing: choosing)
      #expect(file.columns == plain.columns)
      #expect(file.fingerprint == Fingerprint(of: packed))
    }
  }

  // As pigz and some instruments write it; zeros at the end are those of a tape.
  @Test func readsSeveralArchivesInARowAsOne() throws {
    let parts = try ["a,b\n1,", "2\n3,4\n"].map { try Self.packed(Data($0.utf8)) }
    try Self.withFile(parts[0] + parts[1] + Data(repeating: 0, count: 512)) { path in
      let file = try DelimitedFile(reading: path) { ColumnRequest(scores: $0) }
      #expect(file.columns.scores.column(1) == [2, 4])
    }
  }

  @Test func unpacksMoreThanOnePiece() throws {
    var text = "a,b\n"
    for row in 0..<900_000 { text += "\(row % 7),\(row * row % 11)\n" }
    try Self.withFile(try Self.packed(Data(text.utf8))) { path in
      let scores = try DelimitedFile(reading: path) { ColumnRequest(scores: $0) }.columns.scores
      #expect(scores.caseCount == 900_000)
      #expect(scores[899_999, 0] == Double(899_999 % 7))
    }
  }

  @Test func saysThatAnArchiveBreaksOff() throws {
    let packed = try Self.packed(Data("a,b\n1,2\n3,4\n".utf8))
    // In the header, in the content, and in the check at the end.
    for length in [2, 9, 15, packed.count - 9, packed.count - 1] {
      try Self.withFile(packed.prefix(length)) { path in
        let error = #expect(throws: FileError.self) { try Self.read(path) }
        #expect(error == .archiveCutShort(path: path))
        #expect(error?.description.contains("breaks off before the end") == true)
      }
    }
  }

  @Test func saysThatAnArchiveIsDamaged() throws {
    let text = (0..<2_000).map { "\($0 % 7),\($0 % 5)\n" }.joined()
    let packed = try Self.packed(Data(("a,b\n" + text).utf8))
    // The content and the check: whatever the text turns into, the archive is named first.
    for place in [packed.count / 2, packed.count - 6] {
      var damaged = packed
      damaged[place] ^= 0x55
      try Self.withFile(damaged) { path in
        let error = #expect(throws: FileError.self) { try Self.read(path) }
        #expect(error == .archiveDamaged(path: path) || error == .archiveCutShort(path: path))
      }
    }
  }

  @Test func saysWhereTheTextOfASoundArchiveIsWrong() throws {
    try Self.withFile(try Self.packed(Data("a,b\n1,2\n3,oops\n".utf8))) { path in
      #expect(
        throws: DelimitedTextError(
          .notANumber(column: "b", value: "oops"), line: 3, column: 3)
      ) { try Self.read(path) }
    }
  }

  @Test func stopsAtAnArchiveThatNeverEnds() throws {
    // What is wrong in the second line matters less.
    let lines = Data(repeating: UInt8(ascii: "\n"), count: 80 << 20)
    try Self.withFile(try Self.packed(Data("a,b\n1,o\n".utf8) + lines)) { path in
      #expect(throws: FileError.archiveTooLarge(path: path)) { try Self.read(path) }
    }
  }

  @Test func pointsOutAWorkbook() throws {
    try Self.withFile(Data([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])) { path in
      let error = #expect(throws: FileError.isWorkbook(path: path)) { try Self.read(path) }
      #expect(error?.description.contains("save the sheet as CSV") == true)
    }
  }

  @Test(arguments: [9 << 20, 20 << 20])
  func saysThatAFileChangedWhileItWasRead(length: Int) throws {
    let text = "a,b\n" + String(repeating: "1,2\n", count: 4 << 20)
    try Self.withFile(Data(text.utf8)) { path in
      var hasChanged = false
      #expect(throws: FileError.changed(path: path)) {
        try DelimitedFile(
          reading: path,
          progress: { _ in
            // After the first piece, the file becomes shorter, or longer.
            if !hasChanged { truncate(path, length) }
            hasChanged = true
          },
          choosing: { ColumnRequest(scores: $0) })
      }
    }
  }

  // However long a line is, little of it is held: 16 MB, whatever the length of the file.
  @Test func refusesAFileThatIsOneLongLine() throws {
    try Self.withFile(Data("a,b\n1,2\n1,".utf8)) { path in
      // Digits that take no room on the disk are not to be had; zeros are.
      truncate(path, 200 << 20)
      #expect(throws: DelimitedTextError(.nulByte, line: 3, column: 3)) { try Self.read(path) }
    }
    try Self.withFile(
      Data("a,b\n1,2\n\"".utf8) + Data(repeating: UInt8(ascii: "1"), count: 40 << 20)
    ) { path in
      #expect(throws: DelimitedTextError(.tooLong, line: 3, column: 1)) { try Self.read(path) }
    }
  }

  private static func read(_ path: String) throws {
    _ = try DelimitedFile(reading: path) { ColumnRequest(scores: $0) }
  }

  /// What the gzip of this machine makes of `data`.
  private static func packed(_ data: Data) throws -> Data {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
    try data.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "--stdout", "--fast", url.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let packed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return packed
  }

  private static func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    try withFile(Data(text.utf8), body)
  }

  private static func withFile(_ data: Data, _ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try data.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path())
  }
}
