/// One column of a CSV file: what kind of answers it has, and which values stand for nothing.
struct DelimitedColumn: Sendable {
  let name: String
  private(set) var answer = InstrumentDraft.Answer.text(severalLines: false)
  private(set) var findings: [String] = []
  private let marks: NumberMarks
  private let missing: Set<String>
  private let isNumeric: Bool

  /// What programs write for *nothing*, and people write for no answer.
  private static let sure: Set<String> = ["na", "n/a", "nan", "null", ".", "#n/a", "#null!"]
  /// What may be either.
  private static let unsure: Set<String> = ["none", "nil", "missing", "unknown", "-", "?"]
  private static let codes: Set<Double> = [
    -9999, -999, -99, -98, -97, -96, -95, -94, -93, -9, -8, -7, -1, 88, 99, 888, 999, 9999,
  ]

  /// `missing` is `nil` where nobody says what stands for nothing.
  init(_ name: String, _ cells: [String], marks: NumberMarks, missing told: [String]?) {
    self.name = name
    self.marks = marks
    let values = cells.filter { !$0.isEmpty }
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let missing = told.map { Set($0.map { $0.lowercased() }) } ?? Self.sure
    self.missing = missing
    let rest = values.filter { !missing.contains($0.lowercased()) }
    let numbers = rest.compactMap { marks.plain($0).flatMap(Double.init) }
    isNumeric = !rest.isEmpty && numbers.count == rest.count
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) {
      let key = word.lowercased()
      if told == nil, Self.sure.contains(key) {
        say("'\(word)' stands there \(times(count)); I take it as missing.")
      } else if !missing.contains(key), Self.sure.contains(key) {
        say("'\(word)' stands there \(times(count)). You did not name it, so I keep it.")
      } else if !missing.contains(key), Self.unsure.contains(key) || isCode(word) && !isNumeric {
        ask(about: word, count)
      }
    }
    answer = isNumeric ? answer(of: numbers) : answer(of: rest)
  }

  /// A value as the draft's data have it: blank where it is missing, with a point in a number.
  func plain(_ value: String) -> String {
    if missing.contains(value.lowercased()) { return "" }
    return isNumeric ? marks.plain(value) ?? value : value
  }

  private mutating func answer(of numbers: [Double]) -> InstrumentDraft.Answer {
    let distinct = Set(numbers)
    // A code far from all other values is likely no value.
    let usual = distinct.subtracting(Self.codes)
    if let low = usual.min(), let high = usual.max(), high - low <= 20 {
      for code in distinct.intersection(Self.codes).sorted() where code < low - 2 || code > high + 2
      {
        ask(
          about: AttuneExchange.plain(code), numbers.count { $0 == code },
          "far from the other values")
      }
    }
    guard distinct.allSatisfy({ Int(exactly: $0) != nil }), let low = distinct.min(),
      let high = distinct.max(), 0...1 ~= low, 2...11 ~= high - low + 1,
      numbers.count > distinct.count
    else { return .number(low: nil, high: nil) }
    return .chooseOne((Int(low)...Int(high)).map { .init(key: "\($0)", words: "") })
  }

  private mutating func answer(of values: [String]) -> InstrumentDraft.Answer {
    guard let first = values.first else { return .text(severalLines: false) }
    if values.allSatisfy({ CalendarDay($0) != nil && $0.count == 10 }) { return .date("day") }
    if values.allSatisfy({ $0.wholeMatch(of: /\d{1,2}[\/.]\d{1,2}[\/.]\d{2,4}/) != nil }) {
      say(
        "'\(first)' may be a day. Nobody but you knows which number is the month, so days stay words; "
          + "written 2026-03-02 they are days.")
      return .text(severalLines: false)
    }
    let isTime = values.allSatisfy { $0.prefixMatch(of: /\d{4}-\d\d-\d\d[T ]\d/) != nil }
    let distinct = Set(values)
    if !isTime, distinct.count <= 12, values.count >= 2 * distinct.count,
      distinct.allSatisfy({ $0.count <= 60 })
    {
      return .chooseOne(distinct.sorted().map { .init(key: $0, words: $0) })
    }
    return .text(severalLines: values.contains { $0.contains("\n") })
  }

  private func isCode(_ word: String) -> Bool {
    Double(word).map(Self.codes.contains) ?? false
  }

  private mutating func ask(about word: String, _ count: Int, _ more: String? = nil) {
    say(
      "\(Double(word) == nil ? "'\(word)'" : word) stands there \(times(count))"
        + (more.map { ", \($0)" } ?? "")
        + ". If it means 'missing', say --missing \(word); I keep it.")
  }

  private mutating func say(_ sentence: String) { findings.append("'\(name)': \(sentence)") }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
