import AttuneData

/// How numbers are written in a text: `3.5`, `3,5` or `1.234,50`.
struct NumberMarks: Sendable {
  private let hasDecimalComma: Bool
  private let hasThousandsPoints: Bool
  private(set) var findings: [String] = []

  /// Found in `cells`, unless a person says that the decimal mark is a comma.
  init(_ cells: some Sequence<String>, separator: DelimitedFormat.Separator, isToldComma: Bool) {
    var (commas, points, groups) = (0, 0, 0)
    var thousands: String?
    for cell in cells where cell.hasMark {
      if cell.wholeMatch(of: /-?\d+,\d+/) != nil { commas += 1 }
      if cell.wholeMatch(of: /-?\d+\.\d+/) != nil { points += 1 }
      if cell.wholeMatch(of: /-?\d{1,3}\.\d{3}/) != nil { groups += 1 }
      if cell.wholeMatch(of: /-?\d{1,3}(\.\d{3})+,\d+/) != nil { thousands = thousands ?? cell }
    }
    // Beside 1.234,50 there is no doubt what 2.000 is.
    if thousands != nil { (commas, points) = (commas + 1, points - groups) }
    hasDecimalComma = isToldComma || separator != .comma && commas > 0 && points == 0
    hasThousandsPoints = hasDecimalComma && thousands != nil
    if hasDecimalComma { findings.append("Numbers are written with a decimal comma.") }
    if hasThousandsPoints, let thousands {
      findings.append("Points stand between thousands, as in \(thousands).")
    }
    if !hasDecimalComma, separator != .comma, commas > 0, points > 0 {
      findings.append(
        "\(commas) values have a comma and \(points) a point; nobody but you knows which is the "
          + "decimal mark. Without --decimal-comma I take those with a comma for text.")
    }
  }

  /// The number with a point, without marks between thousands; `nil` where the text is none.
  func plain(_ text: String) -> String? {
    guard hasDecimalComma, text.hasMark else {
      return Double(text).map { $0.isFinite } ?? false ? text : nil
    }
    var plain = text
    if hasThousandsPoints, text.wholeMatch(of: /-?\d{1,3}(\.\d{3})+(,\d+)?/) != nil {
      plain = text.replacing(".", with: "")
    }
    if plain.wholeMatch(of: /-?\d+,\d+/) != nil {
      plain = plain.replacing(",", with: ".")
    }
    return Double(plain).map { $0.isFinite } ?? false ? plain : nil
  }
}

extension String {
  /// Whether a comma or a point stands in it behind a digit or a minus sign: most cells have none,
  /// and need no closer look.
  fileprivate var hasMark: Bool {
    guard let first = utf8.first, first == UInt8(ascii: "-") || 0x30...0x39 ~= first else {
      return false
    }
    return utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
  }
}
