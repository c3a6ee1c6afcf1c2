import AttuneDiagnostics

extension Reader {
  /// A day that there is, in ISO 8601: `2026-11-22`.
  mutating func expectDay() -> Written<String>? {
    let day = rest()
    guard isDay(day.value) else {
      report(.notADay(day))
      return nil
    }
    return day
  }
}

/// Whether `text` is a day of the Gregorian calendar, written `2026-11-22`.
func isDay(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.map(\.utf8.count) == [4, 2, 2],
    text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }),
    let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
  else { return false }
  let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
}

extension Finding {
  fileprivate static func notADay(_ said: Words) -> Finding {
    Finding(
      "A105", .mustFix, "I could not read \"\(said.value)\" as a day", at: said.range,
      explanation: "A day is written year, month, day: 2026-11-22.")
  }
}
