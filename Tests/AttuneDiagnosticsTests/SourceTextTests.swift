import AttuneDiagnostics
import Testing

@Suite struct SourceTextTests {
  @Test func dropsAByteOrderMark() throws {
    let source = try SourceText(name: "a", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    #expect(source.content == "a")
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1, 0xFF), ([0x61, 0x0A, 0x0D, 0x0A, 0xE9], 3, 0xE9),
      ([0x0D, 0x62, 0xC3], 2, 0xC3), ([0xED, 0xA0, 0x80], 1, 0xED),
      (Array("é\nü\n".utf8) + [0x80], 3, 0x80),
    ] as [([UInt8], Int, UInt8)])
  func saysOnWhichLineTheLettersAreNotUTF8(_ bytes: [UInt8], _ line: Int, _ byte: UInt8) {
    #expect(throws: UnreadableText.notUTF8(name: "a", line: line, byte: byte)) {
      try SourceText(name: "a", bytes: bytes)
    }
  }

  @Test func refusesBinaryFiles() {
    #expect(throws: UnreadableText.binary(name: "a.docx", line: 2)) {
      try SourceText(name: "a.docx", bytes: [0x50, 0x0A, 0x00, 0xFF])
    }
    let reason = UnreadableText.binary(name: "a.docx", line: 2).description
    #expect(reason.contains("a.docx") && reason.contains("line 2"))
  }

  @Test(
    arguments: [
      (0xE9, "the byte E9 in line 2", "In Windows-1252 it would be é"),
      (0x92, "the byte 92 in line 2", "In Windows-1252 it would be ’"),
    ] as [(UInt8, String, String)])
  func guessesHowItWasSaved(_ byte: UInt8, _ place: String, _ guess: String) {
    let reason = UnreadableText.notUTF8(name: "a", line: 2, byte: byte).description
    #expect(reason.contains(place) && reason.contains(guess) && reason.contains("as UTF-8"))
    let other = UnreadableText.notUTF8(name: "a", line: 2, byte: 0x81).description
    #expect(!other.contains("Windows"))
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x69, 0x00], [0xFE, 0xFF, 0x00, 0x69],
      Array("item".utf16).flatMap { [UInt8($0), 0] },
      Array("item".utf16).flatMap { [0, UInt8($0)] },
    ] as [[UInt8]])
  func tellsUTF16(_ bytes: [UInt8]) {
    #expect(throws: UnreadableText.utf16(name: "a")) { try SourceText(name: "a", bytes: bytes) }
    #expect(UnreadableText.utf16(name: "a").description.contains("save it again as UTF-8"))
  }

  @Test func refusesMoreThanAQuestionnaireNeeds() throws {
    let most = [UInt8](repeating: 0x61, count: SourceText.mostBytes)
    #expect(
      try SourceText(name: "a", bytes: [0xEF, 0xBB, 0xBF] + most).content.utf8.count == 1 << 20)
    #expect(throws: UnreadableText.tooLarge(name: "a")) {
      try SourceText(name: "a", bytes: most + [0x61])
    }
    #expect(UnreadableText.tooLarge(name: "a").description.contains("over 1 MiB"))
  }

  @Test func countsColumnsInCharacters() {
    let source = SourceText(name: "a", content: "é👩‍👩‍👧 x\r\ny")
    #expect(source.position(of: "é👩‍👩‍👧 ".utf8.count) == (1, 4))
    #expect(source.position(of: source.content.utf8.count) == (2, 2))
    #expect(source[source.range(ofLine: 1)] == "é👩‍👩‍👧 x")
  }
}
