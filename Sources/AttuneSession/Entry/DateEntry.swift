import AttuneInstrument

/// Reads dates as people type them: day before month, or ISO 8601.
struct DateEntry {
  /// The names of the months, January first.
  let months: [String]

  /// The ISO 8601 date that `text` (folded) says at `precision`; `nil` when it is no such date.
  func date(_ text: String, to precision: DatePrecision) -> String? {
    var parts = text.split { " /-.,".contains($0) }.map(String.init)
    let isYearFirst = parts.first?.count == 4 && Int(parts[0]) != nil
    if isYearFirst { parts.reverse() }
    guard let last = parts.popLast(), last.count == 4, let year = Int(last), year > 0 else {
      return nil
    }
    let start = Self.padded(year, 4)
    if precision == .year { return parts.isEmpty ? start : nil }
    guard let month = parts.popLast().flatMap(month) else { return nil }
    let monthly = "\(start)-\(Self.padded(month, 2))"
    if precision == .month { return parts.isEmpty ? monthly : nil }
    guard let day = parts.popLast().flatMap(Self.day), parts.isEmpty,
      1...Self.length(of: month, in: year) ~= day
    else { return nil }
    return "\(monthly)-\(Self.padded(day, 2))"
  }

  private func month(_ text: String) -> Int? {
    if let number = Int(text) { return 1...12 ~= number ? number : nil }
    guard text.count >= 3 else { return nil }
    let index = months.firstIndex { $0.lowercased().hasPrefix(text) }
    return index.map { $0 + 1 }
  }

  /// A day's number, also as in `5th` and, in Welsh, `5ed`.
  private static func day(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard endings.contains(String(text.dropFirst(digits.count))) else { return nil }
    return Int(digits)
  }

  private static let endings: Set<String> = [
    "", "st", "nd", "rd", "th", "af", "il", "ydd", "ed", "fed", "eg", "ain",
  ]

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
