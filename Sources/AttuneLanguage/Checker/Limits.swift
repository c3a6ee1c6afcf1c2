import AttuneDiagnostics

/// How much one file may hold: more than any questionnaire needs, and little enough that the work on
/// it stays in proportion to its length.
enum Limits {
  /// The bytes of one line.
  static let lineBytes = 16 << 10
  static let items = 2_000
  /// The answers of one scale, item or group.
  static let answers = 1_000
  static let roles = 20
  /// The names that all lists stand for, when runs such as `area1 to area9` are written out.
  static let listedNames = 50_000
  /// Brackets inside each other in one condition.
  static let brackets = 64

  /// What there is too much of; nothing else can be said of such a file in good time.
  static func findings(in file: InstrumentSyntax) -> [Finding] {
    var findings = file.lines.filter { $0.range.upper - $0.range.lower > lineBytes }.map {
      Finding.tooLong(at: SourceRange($0.range.lower, $0.range.lower))
    }
    func add(_ headings: [Heading], _ most: Int, _ what: String) {
      if headings.count > most {
        findings.append(.tooMany(what, headings.count, most: most, at: headings[most].place))
      }
    }
    add(file.items.map(\.heading), items, "items")
    add(file.roles.map(\.heading), roles, "roles")
    let lists =
      file.scales.map { ($0.heading, $0.choices.count) }
      + file.items.map { ($0.heading, $0.choices.count) }
      + file.groups.map { ($0.heading, max($0.choices.count, $0.conditions.count)) }
    for (heading, count) in lists where count > answers {
      findings.append(.tooMany("answers to choose from", count, most: answers, at: heading.place))
    }
    return findings + tooManyNames(in: file)
  }

  private static func tooManyNames(in file: InstrumentSyntax) -> [Finding] {
    let items = Dictionary(
      file.items.enumerated().compactMap { index, item in
        item.heading.name.map { ($0.value, index) }
      }, uniquingKeysWith: { first, _ in first })
    var sections: [String: Int] = [:]
    for item in file.items {
      guard let name = item.section.flatMap({ file.sections[$0].heading.name?.value }) else {
        continue
      }
      sections[name, default: 0] += 1
    }
    var lists = file.constructs.flatMap { $0.uses + $0.usesReversed }
    lists += file.forms.flatMap(\.uses)
    lists += file.sections.flatMap { $0.keptInPlace + $0.notedItems }
    lists += file.plans.flatMap(\.questions).flatMap(\.value.scores)
    var count = 0
    for run in lists {
      if let last = run.last {
        let from = items[run.first.value] ?? 0
        count += max(2, (items[last.value] ?? 0) - from + 1)
      } else {
        count += sections[run.first.value] ?? 1
      }
      if count > listedNames {
        return [.tooMany("names in all lists", nil, most: listedNames, at: run.first.range)]
      }
    }
    return []
  }
}

extension Finding {
  /// A file is as large as a questionnaire may be, and no larger.
  ///
  /// There are at most 2,000 items, 20 roles, 1,000 answers in one list, 50,000 names in all lists
  /// together and 16 KiB in one line. A whole file has at most 1 MiB. Beyond that something went
  /// wrong, such as a file of data in the place of a questionnaire.
  fileprivate static func tooMany(
    _ what: String, _ count: Int?, most: Int, at range: SourceRange
  ) -> Finding {
    Finding(
      "A112", .mustFix, "There are more \(what) than I can take in", at: range,
      explanation: (count.map { "I count \(grouped($0)), and " } ?? "")
        + "\(grouped(most)) is the most there may be.",
      fixes: [Fix(.possible, "take some out, or make two instruments of it")])
  }

  fileprivate static func tooLong(at range: SourceRange) -> Finding {
    Finding(
      "A112", .mustFix, "This line is longer than I can take in", at: range,
      explanation: "A line may have \(grouped(Limits.lineBytes)) bytes.",
      fixes: [Fix(.possible, "make several lines of it")])
  }

  /// A number as people read it: `50,000`.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
