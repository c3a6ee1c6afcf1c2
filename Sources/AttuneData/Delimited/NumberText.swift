/// Reads a cell as a number: digits with at most one decimal mark, a sign, an exponent.
///
/// Nothing else counts: no thousands marks, no `0x1F`, no `inf`.
struct NumberText {
  enum Outcome {
    case number(Double)
    case notANumber
    case outOfRange
  }

  let hasDecimalComma: Bool

  func read(_ text: some StringProtocol) -> Outcome {
    let mark: Character = hasDecimalComma ? "," : "."
    var digits = ""
    var hasDigitOtherThanZero = false
    for character in text {
      switch character {
      case mark: digits.append(".")
      case "0"..."9", "+", "-", "e", "E": digits.append(character)
      default: return .notANumber
      }
      if !digits.contains(where: { "eE".contains($0) }), ("1"..."9").contains(character) {
        hasDigitOtherThanZero = true
      }
    }
    guard let number = Double(digits) else { return .notANumber }
    guard number.isFinite, number != 0 || !hasDigitOtherThanZero else { return .outOfRange }
    return .number(number)
  }
}
