extension StringProtocol {
  /// The text with everything replaced by a mark that could act on a terminal or hide words.
  ///
  /// Tabs become a space, so that carets stand below what they mean. Control characters, bidirectional
  /// overrides and invisible format characters become `?`, one for one. Joiners stay: scripts and
  /// emoji need them.
  package var inert: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0xA0: result.append(" ")
      case 0x200C, 0x200D: result.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: result.append("?")
        default: result.append(scalar)
        }
      }
    }
    return String(result)
  }
}
