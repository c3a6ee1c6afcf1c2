public import AttuneData

/// A CSV file seen as answers: what it turned out to be, a draft, and the values made plain.
public struct DelimitedDraft: Sendable {
  public let draft: InstrumentDraft
  /// What was found, in sentences.
  public let findings: [String]
  private let grid: Grid
  private let hasDecimalComma: Bool
  private let missing: Set<String>

  /// Codes that other programs and people write for *nothing*.
  private static let words: Set<String> = [
    "na", "n/a", "nan", "null", "none", ".", "-", "missing", "#n/a", "#null!", "9999", "-9999",
  ]
  private static let codes: [Double] = [
    -999, -99, -98, -97, -96, -95, -94, -93, -9, -8, -7, 99, 999,
  ]

  /// - Throws: `DelimitedTextError`.
  public init(_ bytes: [UInt8], named name: String, format: DelimitedFormat) throws {
    let decoded = DecodedText(bytes)
    let separator = format.separator ?? Self.separator(of: decoded.text)
    var plain = format
    plain.separator = separator
    plain.missing = []
    let grid = try Grid(delimited: decoded.text, plain)
    let cells = grid.rows.joined()
    let commas = cells.count { $0.wholeMatch(of: /-?\d+,\d+/) != nil }
    let points = cells.count { $0.wholeMatch(of: /-?\d+\.\d+/) != nil }
    let hasDecimalComma = format.hasDecimalComma || separator != .comma && commas > 0 && points == 0
    let names: [DelimitedFormat.Separator: String] = [
      .comma: "comma", .semicolon: "semicolon", .tab: "tab",
    ]
    var findings = [
      "The text is \(decoded.encoding), with a \(names[separator] ?? "comma") between values, and "
        + "\(grid.rows.count) rows of \(grid.header.count) columns."
    ]
    if hasDecimalComma { findings.append("Numbers are written with a decimal comma.") }
    if separator != .comma, commas > 0, points > 0 {
      findings.append(
        "\(commas) values have a comma and \(points) a point; nobody but you knows which is the "
          + "decimal mark. Without --decimal-comma I take those with a comma for text.")
    }
    self.grid = grid
    self.hasDecimalComma = hasDecimalComma
    var missing = Set(format.missing.map { $0.lowercased() })
    var draft = InstrumentDraft(name: name, title: name)
    var section = InstrumentDraft.Section(title: "")
    for (index, column) in grid.header.enumerated() {
      let values = grid.rows.map { $0[index] }.filter { !$0.isEmpty }
      let found = Dictionary(
        values.filter { Self.words.contains($0.lowercased()) }.map { ($0, 1) }, uniquingKeysWith: +)
      for (word, count) in found.sorted(by: { $0.key < $1.key }) {
        findings.append("'\(column)': '\(word)' stands there \(count) times; I take it as missing.")
        missing.insert(word.lowercased())
      }
      let rest = values.filter { !missing.contains($0.lowercased()) }
      let kind = Self.kind(rest, column, hasDecimalComma, &findings)
      section.items.append(InstrumentDraft.Item(name: column, words: "", answer: kind))
    }
    draft.sections = [section]
    draft.losses.add("A CSV file has no questions and no words for answers; write them in.")
    self.draft = draft
    self.findings = findings
    self.missing = missing
  }

  /// The values with a comma between them, points in numbers and blanks for what is missing.
  public func csv(naming names: [String: String]) -> String {
    let header = grid.header.map { names[$0] ?? $0 }
    let rows = grid.rows.map { row in
      row.map { value -> String in
        if missing.contains(value.lowercased()) { return "" }
        guard hasDecimalComma, value.wholeMatch(of: /-?\d+,\d+/) != nil else { return value }
        return value.replacing(",", with: ".")
      }
    }
    return DataText.csv(header, rows)
  }

  private static func separator(of text: String) -> DelimitedFormat.Separator {
    let line = text.prefix { !$0.isNewline }
    return DelimitedFormat.Separator.allCases.max { first, second in
      line.count { String($0) == first.rawValue } < line.count { String($0) == second.rawValue }
    } ?? .comma
  }

  private static func kind(
    _ values: [String], _ column: String, _ hasDecimalComma: Bool, _ findings: inout [String]
  ) -> InstrumentDraft.Answer {
    func number(_ text: String) -> Double? {
      Double(hasDecimalComma ? text.replacing(",", with: ".") : text)
    }
    guard !values.isEmpty else { return .text(severalLines: false) }
    let numbers = values.compactMap(number)
    if numbers.count == values.count {
      let distinct = Set(numbers)
      // A code far from all other values is likely no value.
      let usual = distinct.filter { !codes.contains($0) }
      if let low = usual.min(), let high = usual.max(), high - low <= 20 {
        for code in distinct.intersection(codes).sorted() where code < low - 2 || code > high + 2 {
          let count = numbers.count { $0 == code }
          findings.append(
            "'\(column)': \(plain(code)) stands there \(count) times, far from the other values. If "
              + "it means 'missing', say --missing \(plain(code)); I keep it as a number.")
        }
      }
      let isWhole = distinct.allSatisfy { Int(exactly: $0) != nil }
      guard isWhole, let low = distinct.min(), let high = distinct.max(), 0...1 ~= low,
        2...11 ~= high - low + 1, values.count > distinct.count
      else { return .number(low: nil, high: nil) }
      return .chooseOne((Int(low)...Int(high)).map { .init(key: "\($0)", words: "") })
    }
    if values.allSatisfy({ CalendarDay($0) != nil && $0.count == 10 }) { return .date("day") }
    let distinct = Set(values)
    if distinct.count <= 12, values.count >= 2 * distinct.count,
      distinct.allSatisfy({ $0.count <= 60 })
    {
      return .chooseOne(distinct.sorted().map { .init(key: $0, words: $0) })
    }
    return .text(severalLines: values.contains { $0.contains("\n") })
  }
}
