import AttuneData

/// A CSV file as rows under names, and what was found out to read it so.
struct DelimitedLayout {
  /// Its names are each there once.
  let grid: Grid
  let separator: DelimitedFormat.Separator
  /// What each column asks; empty where the file does not say.
  let questions: [String]
  private(set) var findings: [String] = []

  /// `headingLines` is 2 where a person says that the questions stand below the names.
  ///
  /// - Throws: `DelimitedTextError`.
  init(_ decoded: DecodedText, headingLines: Int?) throws {
    var text = decoded.text[...]
    var skipped = 0
    var named: DelimitedFormat.Separator?
    if let line = text.prefixMatch(of: /sep=(.)\R/.ignoresCase()),
      let separator = DelimitedFormat.Separator(rawValue: String(line.1))
    {
      (named, skipped) = (separator, 1)
      text = text[line.range.upperBound...]
      findings.append(
        "The first line, 'sep=\(separator.rawValue)', names what stands between values.")
    }
    separator = named ?? Self.separator(of: text)
    var records = try Self.records(String(text), separator, after: skipped)
    if records.allSatisfy({ $0.allSatisfy(\.isEmpty) }) { records = [] }
    guard let names = records.first, records.count > 1 else {
      throw DelimitedTextError(
        records.isEmpty ? .empty : .noRows, line: records.count + 1, column: 1)
    }
    records.removeFirst()
    var questions = names.map { _ in "" }
    if records.count > 1, records[1].allSatisfy({ $0.hasPrefix("{\"ImportId\"") }) {
      questions = records[0]
      records.removeFirst(2)
      findings.append(
        "Lines \(skipped + 2) and \(skipped + 3) are Qualtrics' questions and import ids; the draft has the questions."
      )
    } else if headingLines == 2 {
      questions = records.removeFirst()
      findings.append("Line \(skipped + 2) has the questions, as you say; the draft has them.")
    } else if Self.looksLikeHeadings(records) {
      findings.append(
        "Line \(skipped + 2) has words where the other lines have numbers. If it is a second line of headings, "
          + "say --headings 2; I keep it as a case.")
    }
    guard !records.isEmpty else { throw DelimitedTextError(.noRows, line: 2, column: 1) }
    let headings = Headings(names, questions: questions)
    findings += headings.findings
    self.questions = headings.questions
    grid = Grid(header: headings.names, rows: records)
    if names.count == 1, names[0].contains("|") {
      findings.append(
        "There is one column, with '|' in it. If that stands between values, save the "
          + "file with commas, semicolons or tabs instead.")
    }
  }

  /// Every line as cells; those of the headings come first.
  private static func records(
    _ text: String, _ separator: DelimitedFormat.Separator, after skipped: Int
  ) throws -> [[String]] {
    // The parser wants names, each once; so it is given some, and the file's own are its first case.
    let count = cells(inFirstLineOf: text[...], separator)
    let names = (1...max(1, count)).map { "\($0)" }.joined(separator: separator.rawValue)
    do {
      return try Grid(delimited: "\(names)\n\(text)", DelimitedFormat(separator: separator)).rows
    } catch let error as DelimitedTextError {
      if error.problem == .noRows { return [] }
      throw DelimitedTextError(error.problem, line: error.line - 1 + skipped, column: error.column)
    }
  }

  private static func separator(of text: Substring) -> DelimitedFormat.Separator {
    DelimitedFormat.Separator.allCases.max { first, second in
      cells(inFirstLineOf: text, first) < cells(inFirstLineOf: text, second)
    } ?? .comma
  }

  /// How many cells the first line has that is not empty.
  private static func cells(
    inFirstLineOf text: Substring, _ separator: DelimitedFormat.Separator
  ) -> Int {
    var isQuoted = false
    var count = 1
    for character in text.drop(while: \.isNewline) {
      if character == "\"" { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if character.isNewline { break }
      if String(character) == separator.rawValue { count += 1 }
    }
    return count
  }

  /// Whether the first record has no number, and words in a column that has numbers otherwise.
  private static func looksLikeHeadings(_ records: [[String]]) -> Bool {
    guard let first = records.first, records.count > 2, first.allSatisfy({ Double($0) == nil })
    else {
      return false
    }
    return first.indices.contains { column in
      let others = records.dropFirst().map { $0[column] }.filter { !$0.isEmpty }
      return !first[column].isEmpty && others.count > 1 && others.allSatisfy { Double($0) != nil }
    }
  }
}

/// The names of columns, each once, and the questions that some programs write into them.
private struct Headings {
  private(set) var names: [String]
  private(set) var questions: [String]
  private(set) var findings: [String] = []

  init(_ names: [String], questions: [String]) {
    self.names = names
    self.questions = questions
    splitCodes()
    let asked = self.names.indices.filter { index in
      self.questions[index].isEmpty && self.names[index].split(separator: " ").count > 2
    }
    for index in asked { self.questions[index] = self.names[index] }
    if !asked.isEmpty {
      findings.append(
        "\(asked.count == 1 ? "One heading reads" : "\(asked.count) headings read") like a question; "
          + "the draft has \(asked.count == 1 ? "it" : "them") as such.")
    }
    settle()
  }

  /// `G01Q02[SQ001]. How is it? [At home]` is a code and a question, if every heading is.
  private mutating func splitCodes() {
    let parts = names.map { $0.wholeMatch(of: /([A-Za-z]\w*)(?:\[(\w+)\])?\. (.+)/) }
    guard parts.count > 1, parts.allSatisfy({ $0 != nil }) else { return }
    for (index, part) in parts.enumerated() {
      guard let part else { continue }
      names[index] = String(part.1) + (part.2.map { "_\($0)" } ?? "")
      questions[index] = String(part.3)
    }
    findings.append(
      "Each heading is a code and a question, as LimeSurvey writes them; the draft has both.")
  }

  private mutating func settle() {
    var places: [String: Int] = [:]
    for index in names.indices {
      let wanted = names[index].isEmpty ? "column_\(index + 1)" : names[index]
      var name = wanted
      var count = 1
      while places[name] != nil {
        count += 1
        name = "\(wanted)_\(count)"
      }
      if names[index].isEmpty {
        findings.append("Column \(index + 1) has no heading; it is called '\(name)'.")
      } else if let first = places[wanted] {
        findings.append(
          "Columns \(first) and \(index + 1) are both called '\(wanted)'; the second is '\(name)' now."
        )
      }
      places[name] = index + 1
      names[index] = name
    }
  }
}
