import AttuneInstrument
import AttuneSession
import AttuneTestSupport
import Testing

@testable import AttuneTerminal

/// Whatever is typed is kept byte for byte or visibly refused, and drives no terminal.
@Suite struct HostileTextTests {
  /// A session that awaits an answer in words.
  private static func atText() -> Session {
    var session = MeetingInstrument.session()
    for line in ["", "", "1", "3", "2", "1"] {
      if case .event(let event) = session.reading(of: line) { _ = session.handle(event) }
    }
    return session
  }

  @Test func everyLineIsKeptOrRefusedInTheTranscript() throws {
    var kept = 0
    for bytes in HostileLines.all {
      let typed = String(validating: bytes, as: UTF8.self).map(Input.line) ?? .unreadable
      var session = Self.atText()
      try #require(session.step == .item("more"))
      var face = TranscriptFace(
        reader: TypedLines([typed, .line(".")]), writer: Paper(width: 80))
      _ = try face.run(&session) { _ in }
      let shown = face.writer.text
      #expect(!shown.unicodeScalars.contains(where: HostileLines.drives), "\(bytes)")
      if case .value(.text(let text)) = session.answers["more"] {
        kept += 1
        #expect(Array(text.utf8) == bytes)
      } else {
        let isRefused =
          shown.contains("Sorry, ") || shown.contains("Would you like to skip this one?")
        #expect(isRefused, "\(bytes)")
      }
    }
    #expect(kept > 200 && kept < HostileLines.all.count)
  }

  @Test func everyLineIsKeptOrRefusedOnTheScreen() throws {
    // A frame costs more than a line, so fewer are drawn.
    for bytes in HostileLines.all.prefix(150) {
      var decoder = KeyDecoder()
      let pasted = Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~\r".utf8)
      let keys = pasted.flatMap { decoder.take($0) }
      var session = Self.atText()
      var face = ScreenFace(
        device: ScriptedDevice(
          keys.map(ScreenInput.key) + ScriptedDevice.line("."), rows: 40))
      _ = try face.run(&session) { _ in }
      for line in face.device.frames.flatMap(\.lines) {
        // Of the marks that turn text around, only one pair, which the screen itself sets.
        let text = line.text.replacing(/\u{2067}([^\u{2067}\u{2069}]*)\u{2069}/, maxReplacements: 1)
        {
          $0.output.1
        }
        #expect(!text.unicodeScalars.contains { HostileLines.drives($0) || $0 == "\n" }, "\(bytes)")
      }
      if case .value(.text(let text)) = session.answers["more"] {
        #expect(Array(text.utf8) == bytes)
      } else {
        let shown = face.device.frames.map(\.picture).joined()
        #expect(shown.contains("Sorry, ") || shown.contains("skip this one?"), "\(bytes)")
      }
    }
  }
}
