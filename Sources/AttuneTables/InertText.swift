extension String {
  /// The text with every character that could steer a terminal or reorder a line made visible.
  ///
  /// Control characters become control pictures (ESC is `␛`); the rest of C1, the line and
  /// paragraph separators and the bidirectional controls become `\u{202E}`. Data are foreign.
  package var inert: String {
    guard unicodeScalars.contains(where: \.steers) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.flatMap(\.inert)))
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a reader of lines would obey the character instead of showing it.
  var steers: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  fileprivate var inert: [Unicode.Scalar] {
    switch value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value).map { [$0] } ?? []
    case 0x7F: ["\u{2421}"]
    case _ where steers: Array("\\u{\(String(value, radix: 16, uppercase: true))}".unicodeScalars)
    default: [self]
    }
  }
}

extension String {
  /// The text with every control character but tab and line feed made visible, for files of data.
  ///
  /// C0 becomes control pictures, the rest of C1 and what XML cannot hold `\u{9B}`. Bidirectional
  /// controls stay: they are part of what people write in Arabic or Hebrew.
  package var controlFree: String {
    guard unicodeScalars.contains(where: \.isForeignToFiles) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.flatMap(\.visible)))
  }
}

extension Unicode.Scalar {
  fileprivate var isForeignToFiles: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  fileprivate var visible: [Unicode.Scalar] {
    guard isForeignToFiles else { return [self] }
    switch value {
    case 0x00...0x1F, 0x7F: return inert
    default: return Array("\\u{\(String(value, radix: 16, uppercase: true))}".unicodeScalars)
    }
  }
}
