import AttuneLanguageServer
import Foundation
import Testing

@Suite struct MessageReaderTests {
  private func read(_ pieces: [String]) -> [String] {
    var reader = MessageReader()
    return pieces.flatMap { reader.messages(after: $0.utf8) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aMessageStandsBehindItsLength() {
    #expect(read(["Content-Length: 2\r\n\r\n{}"]) == ["{}"])
    #expect(
      String(decoding: Data("{}".utf8).framed, as: UTF8.self) == "Content-Length: 2\r\n\r\n{}")
  }

  @Test func headersComeInAnyCapitalsAndNumber() {
    #expect(
      read([
        "content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:2\r\n\r\n{}"
      ]) == ["{}"])
  }

  @Test func messagesComeBackToBackAndInPieces() {
    let stream = "Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n\"é\""
    #expect(read([stream]) == ["{}", "\"é\""])
    var reader = MessageReader()
    var messages: [Data] = []
    for byte in stream.utf8 { messages += reader.messages(after: [byte]) }
    #expect(messages.map { String(decoding: $0, as: UTF8.self) } == ["{}", "\"é\""])
  }

  @Test(arguments: ["Content-Length: two", "Content-Length: -5", "Length: 2", "Content-Length:"])
  func aHeaderWithoutALengthIsAnsweredAndPassed(header: String) {
    #expect(read(["\(header)\r\n\r\nContent-Length: 2\r\n\r\n{}"]) == ["", "{}"])
  }

  @Test func aMessageThatIsFarTooLongIsNotHeld() {
    let length = (64 << 20) + 1
    var reader = MessageReader()
    #expect(reader.messages(after: "Content-Length: \(length)\r\n\r\n".utf8) == [Data()])
    let piece = Array(repeating: UInt8(ascii: " "), count: 1 << 20)
    for _ in 0..<64 { #expect(reader.messages(after: piece) == []) }
    #expect(reader.messages(after: " Content-Length: 2\r\n\r\n{}".utf8) == [Data("{}".utf8)])
  }

  @Test func noiseWithoutAnEndIsDropped() {
    let noise = String(repeating: "x", count: 9_000)
    #expect(read([noise, "Content-Length: 2\r\n\r\n{}"]) == ["", "{}"])
  }
}
