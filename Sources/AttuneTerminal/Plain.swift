extension String {
  /// The text with everything taken out that could drive a terminal or turn its lines around.
  ///
  /// Line ends stay; tabs become spaces; other control characters show as U+FFFD; bidirectional
  /// overrides and isolates are left out.
  package var plain: String {
    var plain = ""
    for scalar in replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n": plain.unicodeScalars.append(scalar)
      case "\t", "\u{2028}", "\u{2029}": plain.append(" ")
      case "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        continue
      case _ where scalar.properties.generalCategory == .control: plain.append("\u{FFFD}")
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
