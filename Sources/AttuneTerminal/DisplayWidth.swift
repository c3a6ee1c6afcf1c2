extension Character {
  /// How many columns the character takes: 0, 1 or 2.
  ///
  /// A grapheme is as wide as its widest scalar; an emoji presentation selector makes it wide.
  /// Source: Unicode Standard Annex 11, East Asian Width (wide and fullwidth), and default emoji
  /// presentation of Unicode Technical Standard 51.
  var displayWidth: Int {
    let widest = unicodeScalars.map(\.displayWidth).max() ?? 0
    return unicodeScalars.contains("\u{FE0F}") ? 2 : widest
  }
}

extension StringProtocol {
  /// How many columns the text takes on one line.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: properties.isEmojiPresentation || isWide ? 2 : 1
    }
  }

  private var isWide: Bool { Self.wide.contains { $0 ~= value } }

  /// Blocks whose characters are wide or fullwidth.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F2FF, 0x1F900...0x1F9FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
