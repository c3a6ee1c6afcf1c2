extension StringProtocol {
  /// The text with everything replaced by a mark that could act on a terminal or hide words.
  ///
  /// Tabs become a space, so that carets stand below what they mean; what is hidden becomes `?`, one
  /// for one.
  package var inert: String {
    // Most text is printable ASCII, and stays as it is.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(self) }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      let isHidden = scalar.isHidden(after: previous)
      switch scalar.value {
      case 0x09, 0xA0: result.append(" ")
      default: result.append(isHidden ? "?" : scalar)
      }
      previous = isHidden ? nil : scalar
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether the character could steer a terminal, turn a line around or hide in it, where it
  /// stands after `previous`.
  ///
  /// Control characters (C0, DEL, C1), the separators of lines and paragraphs, bidirectional
  /// embeddings, overrides and isolates, and characters that nobody can see. What scripts and emoji
  /// need stays: joiners, the marks between left-to-right and right-to-left words, soft hyphens,
  /// the signs that stand before Arabic and Syriac numbers, and the tags of a flag.
  package func isHidden(after previous: Unicode.Scalar?) -> Bool {
    switch value {
    case 0x20..<0x7F: return false
    case 0xAD, 0x061C, 0x200C...0x200F: return false
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: return false
    case 0xE0020...0xE007F: return previous.map { !$0.isFlagPart } ?? true
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// The black flag and the tags that make it the flag of a part of a country.
  private var isFlagPart: Bool { value == 0x1F3F4 || (0xE0020...0xE007E).contains(value) }
}
