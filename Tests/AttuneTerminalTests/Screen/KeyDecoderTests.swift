import Testing

@testable import AttuneTerminal

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    return bytes.flatMap { decoder.take($0) } + [decoder.settle()].compactMap { $0 }
  }

  @Test(arguments: [
    ("a", [Key.character("a")]), ("\r", [.enter]), ("\u{7F}", [.backspace]),
    ("\u{3}", [.interrupt]), ("\u{4}", [.endOfInput]), ("é", [.character("é")]),
    ("日", [.character("日")]), ("👍", [.character("👍")]), ("\u{1B}", [.escape]),
    ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[1;5C", [.right]), ("\u{1B}[5~", [.pageUp]),
    ("\u{1B}[Z", [.backTab]), ("\u{1B}[M", [.enter]), ("\u{1B}[99~", []),
    ("\u{1B}x", [.character("x")]),
    ("\u{1B}\u{1B}", [.escape, .escape]),
    ("\u{1B}[200~two\nlines\u{1B}[201~b", [.pasted("two\nlines"), .character("b")]),
    ("\u{1B}[200~\u{1B}[A\u{1B}[201~", [.pasted("\u{1B}[A")]),
  ]) func bytesMeanKeys(bytes: String, expected: [Key]) {
    #expect(keys(bytes) == expected)
  }

  /// Two fast presses arrive in one read.
  @Test func twoKeysInOneReadAreTwoKeys() {
    #expect(keys("\u{1B}[B\u{1B}[B") == [.down, .down])
    #expect(keys("12\r") == [.character("1"), .character("2"), .enter])
  }

  @Test func bytesThatAreNoTextAreSaid() {
    #expect(keys([0xFF]) == [.unreadable])
    #expect(keys([0xC3, 0x41]) == [.unreadable, .character("A")])
    #expect(keys([0xED, 0xA0, 0x80]) == [.unreadable])
    #expect(keys([0xE2, 0x82]) == [.unreadable])
  }

  /// Wherever the reads are cut, the keys are the same: the decoder knows of bytes only.
  @Test func noBytesLeaveTheDecoderStuck() {
    var generator = SplitMix(seed: 20_260_301)
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      for _ in 0..<20 { _ = decoder.take(UInt8.random(in: 0...255, using: &generator)) }
      for byte in "\u{1B}[201~".utf8 { _ = decoder.take(byte) }
      _ = decoder.settle()
      #expect(decoder.take(UInt8(ascii: "z")) == [.character("z")])
    }
  }
}
