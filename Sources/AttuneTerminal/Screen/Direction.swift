extension StringProtocol {
  /// Whether the text is read from right to left: its first letter says so.
  ///
  /// Source: Unicode Standard Annex 9, rules P2 and P3; the blocks of the bidirectional classes R
  /// and AL.
  var isRightToLeft: Bool {
    let first = unicodeScalars.first { $0.isRightToLeft || $0.properties.isAlphabetic }
    return first?.isRightToLeft ?? false
  }

  /// A line of right-to-left text that a terminal turns around on its own, without what stands
  /// beside it; a terminal that turns nothing around shows nothing of the two marks.
  var isolated: String { "\u{2067}\(self)\u{2069}" }
}

extension Unicode.Scalar {
  fileprivate var isRightToLeft: Bool {
    Self.rightToLeft.contains { $0 ~= value } && properties.isAlphabetic
  }

  private static let rightToLeft: [ClosedRange<UInt32>] = [
    0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ]
}
