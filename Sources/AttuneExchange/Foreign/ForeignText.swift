import AttuneTables

extension ForeignTable {
  /// The values as CSV under `names`: a blank wherever the file has a missing value of any kind.
  public func csv(naming names: [String]? = nil) -> String {
    let columns = (names ?? variables.map(\.name)).map { Column($0, $0, .text) }
    return DelimitedRenderer.data.render(
      Table(
        "data", title: title, columns: columns,
        rows: rows.map { row in zip(variables, row).map { Self.cell($1, of: $0) } }))
  }

  private static func cell(_ value: Value, of variable: Variable) -> Cell {
    switch value {
    case .number(let number): variable.dated(number) ?? plainCell(number)
    case .text(let text): .text(text)
    case .userMissing, .tagged, .missing: .text("")
    }
  }

  private static func plainCell(_ number: Double) -> Cell {
    Int(exactly: number).map { .count($0) } ?? .real(number)
  }
}

extension ForeignTable.Variable {
  /// Whether its numbers are days.
  var isDay: Bool {
    let format = format.uppercased()
    return ["DATE", "ADATE", "EDATE", "JDATE", "SDATE"].contains { kind in
      format.hasPrefix(kind) && format.dropFirst(kind.count).allSatisfy { !$0.isLetter }
    } || format.hasPrefix("%TD") || format == "%D"
  }

  /// The day that a number stands for, as `2026-03-01`.
  fileprivate func dated(_ number: Double) -> Cell? {
    guard isDay else { return nil }
    let isStata = format.hasPrefix("%")
    let days = isStata ? number - 3_653 : (number - 12_219_379_200) / 86_400
    guard let day = Int(exactly: days.rounded(.down)) else { return nil }
    return .text(CalendarDay(sinceUnixEpoch: day).text)
  }
}

extension CalendarDay {
  init(sinceUnixEpoch days: Int) { self.sinceUnixEpoch = days }

  /// `2026-03-01`, by Howard Hinnant's `civil_from_days`.
  var text: String {
    let shifted = sinceUnixEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
