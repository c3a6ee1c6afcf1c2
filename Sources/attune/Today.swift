import Foundation

/// The day in the local calendar, ISO 8601.
func today() -> String {
  let parts = Calendar(identifier: .gregorian)
    .dateComponents([.year, .month, .day], from: Date())
  func padded(_ number: Int?, to width: Int) -> String {
    let digits = String(number ?? 0)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
  return [padded(parts.year, to: 4), padded(parts.month, to: 2), padded(parts.day, to: 2)]
    .joined(separator: "-")
}

/// The minute on the clock here, ISO 8601 with its offset: `2026-11-24T12:34+00:00`.
func thisMinute() -> String {
  let formatter = ISO8601DateFormatter()
  formatter.timeZone = .current
  let second = formatter.string(from: Date())
  return String(second.prefix(16) + second.dropFirst(19))
}

/// How many days ago `day`, ISO 8601, was in the local calendar; 0 for a day that is none.
func daysSince(_ day: String) -> Int {
  let calendar = Calendar(identifier: .gregorian)
  let parts = day.split(separator: "-").compactMap { Int($0) }
  guard parts.count == 3,
    let date = calendar.date(
      from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
  else { return 0 }
  return calendar.dateComponents([.day], from: date, to: Date()).day ?? 0
}
