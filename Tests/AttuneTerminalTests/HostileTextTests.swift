import AttuneInstrument
import AttuneSession
import Testing

@testable import AttuneTerminal

/// Whatever is typed is kept byte for byte or visibly refused, and drives no terminal.
@Suite struct HostileTextTests {
  private static let pieces: [[UInt8]] =
    [
      "stop\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{1B}[31m", "\u{9B}2J", "\u{90}q\u{9C}", "\0",
      "\u{7}", "\u{8}",
      "\u{7F}", "\t", "\u{85}", "\u{2028}", "\u{202E}abc", "\u{2066}x\u{2069}", "\u{200B}",
      "\u{FEFF}",
      "e\u{301}\u{301}\u{301}\u{301}", "👩‍👩‍👧", "日本語", "שלום", "مرحبا", "'; DROP TABLE entry; --",
      "{team}",
      "%s%n", "$(reboot)", "\\n", "\"", ",", "<script>", "=1+1", " ", "words", "\u{FFFD}",
      "\u{10FFFF}",
      String(repeating: "x", count: 3000),
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0xE2, 0x82]]

  private static let lines: [[UInt8]] = {
    var generator = SplitMix(seed: 1_000)
    return pieces
      + (0..<1000 - pieces.count).map { _ in
        (0..<Int.random(in: 1...6, using: &generator)).flatMap { _ in
          pieces.randomElement(using: &generator) ?? []
        }
      }
  }()

  private static func drives(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n"
      && (scalar.properties.generalCategory == .control || 0x202A...0x202E ~= scalar.value
        || 0x2066...0x2069 ~= scalar.value)
  }

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
    for bytes in Self.lines {
      let typed = String(validating: bytes, as: UTF8.self).map(Input.line) ?? .unreadable
      var session = Self.atText()
      try #require(session.step == .item("more"))
      var face = TranscriptFace(
        reader: TypedLines([typed, .line(".")]), writer: Paper(width: 80))
      _ = try face.run(&session) { _ in }
      let shown = face.writer.text
      #expect(!shown.unicodeScalars.contains(where: Self.drives), "\(bytes)")
      if case .value(.text(let text)) = session.answers["more"] {
        kept += 1
        #expect(Array(text.utf8) == bytes)
      } else {
        let isRefused =
          shown.contains("Sorry, ") || shown.contains("Would you like to skip this one?")
        #expect(isRefused, "\(bytes)")
      }
    }
    #expect(kept > 200 && kept < Self.lines.count)
  }

  @Test func everyLineIsKeptOrRefusedOnTheScreen() throws {
    // A frame costs more than a line, so fewer are drawn.
    for bytes in Self.lines.prefix(150) {
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
        let text = line.text.replacing(/\u{2067}([^\u{2067}\u{2069}]*)\u{2069}/, maxReplacements: 1) {
          $0.output.1
        }
        #expect(!text.unicodeScalars.contains { Self.drives($0) || $0 == "\n" }, "\(bytes)")
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
