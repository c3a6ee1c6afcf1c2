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

  /// The number of a plain decimal such as `-12.375`, read at once; `nil` for any other text.
  ///
  /// Fewer than 16 digits are a whole number that a double holds, and so is a power of ten up to
  /// 10^22: their quotient is rounded once, and so is the nearest double (Clinger 1990,
  /// doi:10.1145/93542.93557).
  func read(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    let mark = UInt8(ascii: hasDecimalComma ? "," : ".")
    var digits: Int64 = 0
    var count = 0
    var scale: Double?
    let isNegative = bytes.first == UInt8(ascii: "-")
    for byte in isNegative ? bytes.dropFirst() : bytes {
      if byte == mark, scale == nil, count > 0 {
        scale = 1
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10, count < 15 else { return nil }
      digits = digits * 10 + Int64(digit)
      count += 1
      scale = scale.map { $0 * 10 }
    }
    guard count > 0 else { return nil }
    let magnitude = Double(digits) / (scale ?? 1)
    return isNegative ? -magnitude : magnitude
  }

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
