extension StringProtocol {
  /// The columns that the text takes in a terminal: two for an East Asian or emoji character.
  ///
  /// By the ranges of UAX #11 that fixed-width fonts agree on; a character is as wide as its
  /// widest part.
  var displayWidth: Int {
    reduce(0) { sum, character in
      sum + (character.unicodeScalars.map(\.displayWidth).max() ?? 0)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    case 0xFE0F:
      // The emoji variation selector widens what it follows.
      2
    case 0x200B...0x200D, 0xFE00...0xFE0E: 0
    default: properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
