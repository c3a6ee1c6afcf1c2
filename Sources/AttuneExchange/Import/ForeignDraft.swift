import AttuneInstrument
import AttuneTables

extension InstrumentDraft {
  /// A draft from an SPSS or Stata file: its labels as questions and answers.
  public init(_ table: ForeignTable, named name: String) {
    self.init(name: name, title: table.title.isEmpty ? name : table.title)
    var section = Section(title: "")
    var unlabelled: [String] = []
    for (index, variable) in table.variables.enumerated() {
      let values = table.rows.map { $0[index] }
      if variable.label.isEmpty { unlabelled.append(variable.name) }
      var item = Item(
        name: variable.name, words: variable.label, answer: .text(severalLines: false))
      item.answer = Self.answer(variable, values, &losses)
      let reasons = Set(values.compactMap { variable.reason(for: $0) })
      item.offered = MissingReason.offerable.filter(reasons.contains).map(\.words)
      section.items.append(item)
    }
    sections = [section]
    if !unlabelled.isEmpty {
      losses.add("No words in the file for \(unlabelled.joined(separator: ", ")).")
    }
    countMissing(table)
    let notes = table.notes.map(\.trimmedSpaces).filter { !$0.isEmpty }.joined(separator: " ")
    if !notes.isEmpty { losses.add("The file says: \(notes)") }
    losses.add("The file knows no sections, routing, consent or scores; write them in.")
  }

  private static func answer(
    _ variable: ForeignTable.Variable, _ values: [ForeignTable.Value], _ losses: inout Losses
  ) -> Answer {
    if variable.isText {
      let isLong = values.contains {
        if case .text(let text) = $0 { text.contains("\n") || text.count > 80 } else { false }
      }
      return .text(severalLines: isLong)
    }
    if variable.isDay { return .date("day") }
    let missing = Set(
      values.compactMap { value -> Double? in
        if case .userMissing(let number) = value { number } else { nil }
      })
    let valid = Set(
      values.compactMap { value -> Double? in
        if case .number(let number) = value { number } else { nil }
      })
    // attune's own codes for reasons are no answers, and neither is what the file calls missing.
    let labels = variable.labels.filter {
      !missing.contains($0.value) && !(-99 ... -93).contains($0.value)
    }
    guard labels.count > 1, labels.allSatisfy({ Int(exactly: $0.value) != nil }) else {
      if labels.count == 1 {
        losses.add("'\(variable.name)' has one label only, so it is a number.")
      }
      return .number(low: nil, high: nil)
    }
    let bare = valid.subtracting(labels.map(\.value)).sorted()
    let codes =
      labels.map { ($0.value, $0.words) } + bare.filter { Int(exactly: $0) != nil }.map { ($0, "") }
    if bare.contains(where: { Int(exactly: $0) == nil }) {
      losses.add("'\(variable.name)' has labels and fractions; it is a number here.")
      return .number(low: nil, high: nil)
    }
    if !bare.isEmpty {
      losses.add(
        "'\(variable.name)' has answers without words: \(bare.map(plain).joined(separator: ", ")).")
    }
    return .chooseOne(
      codes.sorted { $0.0 < $1.0 }.map { Choice(key: plain($0.0), words: $0.1) })
  }

  /// Says what became of the missing values: which are reasons of attune's own, and which the file
  /// calls missing otherwise, with how often they stand there.
  private mutating func countMissing(_ table: ForeignTable) {
    var reasons: [MissingReason: Int] = [:]
    var others: [String: Int] = [:]
    var blanks = 0
    for row in table.rows {
      for (value, variable) in zip(row, table.variables) {
        if let reason = variable.reason(for: value) {
          reasons[reason, default: 0] += 1
        } else if let told = variable.told(value) {
          others[told, default: 0] += 1
        } else if value == .missing {
          blanks += 1
        }
      }
    }
    func list(_ counts: [(words: String, count: Int)]) -> String {
      counts.map { "\($0.words) (\($0.count) times)" }.joined(separator: ", ")
    }
    if !reasons.isEmpty {
      let counts = reasons.sorted { $0.key.rawValue < $1.key.rawValue }
      losses.add(
        "Why values are missing is kept: \(list(counts.map { ($0.key.words, $0.value) })).")
    }
    if !others.isEmpty {
      let counts = others.sorted { $0.key < $1.key }
      losses.add(
        "The file calls these missing, and they are blank now: \(list(counts.map { ($0.key, $0.value) }))."
      )
    }
    if blanks > 0 { losses.add("\(blanks) values are missing without a reason.") }
  }
}

extension String {
  /// Without spaces and line ends at either end.
  var trimmedSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
