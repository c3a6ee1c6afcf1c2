/// Lines that people, or what they paste, could use to reach a terminal, a file or a database.
public enum HostileLines {
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

  /// Each piece alone, then pieces put together: the same 1,000 lines every time.
  public static let all: [[UInt8]] = {
    var generator = Generator(state: 1_000)
    return pieces
      + (0..<1000 - pieces.count).map { _ in
        (0..<Int.random(in: 1...6, using: &generator)).flatMap { _ in
          pieces.randomElement(using: &generator) ?? []
        }
      }
  }()

  /// Whether the scalar drives a terminal or turns its lines around.
  public static func drives(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n"
      && (scalar.properties.generalCategory == .control || 0x202A...0x202E ~= scalar.value
        || 0x2066...0x2069 ~= scalar.value)
  }

  /// Steele, Lea and Flood (2014), https://doi.org/10.1145/2660193.2660195.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
