/// A day of the Gregorian calendar, from `2026-03-01`.
struct CalendarDay: Sendable, Hashable {
  /// Days since 1970-01-01, by Howard Hinnant's `days_from_civil`.
  let sinceUnixEpoch: Int

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      1...12 ~= month, 1...31 ~= day
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    sinceUnixEpoch = era * 146_097 + dayOfEra - 719_468
  }
}
