import AttuneDiagnostics
import Testing

@Suite struct SourceTextTests {
  @Test func dropsAByteOrderMark() throws {
    let source = try SourceText(name: "a", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    #expect(source.content == "a")
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1), ([0x61, 0x0A, 0x0D, 0x0A, 0xE9], 3), ([0x0D, 0x62, 0xC3], 2),
      ([0xED, 0xA0, 0x80], 1), (Array("é\nü\n".utf8) + [0x80], 3),
    ] as [([UInt8], Int)])
  func saysOnWhichLineTheLettersAreNotUTF8(_ bytes: [UInt8], _ line: Int) {
    #expect(throws: UnreadableText.notUTF8(name: "a", line: line)) {
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

  @Test func countsColumnsInCharacters() {
    let source = SourceText(name: "a", content: "é👩‍👩‍👧 x\r\ny")
    #expect(source.position(of: "é👩‍👩‍👧 ".utf8.count) == (1, 4))
    #expect(source.position(of: source.content.utf8.count) == (2, 2))
    #expect(source[source.range(ofLine: 1)] == "é👩‍👩‍👧 x")
  }
}
