public import AttuneInstrument
import AttuneTables

/// People's answers as two CSV files of the same shape: the values, and why there is none.
///
/// Named choices are written by name, codes of a scale as numbers, several choices as names between
/// semicolons; a choice's own words stand in a column after it. Every missing answer is blank in
/// `responses`; its reason stands in `reasons`. Where the instrument keeps times to the minute, so
/// do these: `begun_at`, `finished_at`, and `minutes`, blank where the length is not known.
public struct ResponseExport: Sendable {
  private let submissions: [Submission]
  private let numbers: [Int]
  private let fields: [Field]
  private let groups: [String]
  private let hasRoles: Bool
  private let hasTimes: Bool
  private let origin: Origin

  /// Where answers come from; every row of those that no people gave for real says so.
  public enum Origin: String, Sendable, Hashable {
    case live
    case practice
    /// Made up by a model.
    case simulated

    fileprivate var column: Column? {
      self == .live ? nil : Column(rawValue, rawValue, .count)
    }
  }

  /// A column: an item's answer, or the words that went with it.
  private struct Field {
    let item: Item
    var isOwnWords = false
    var name: String { isOwnWords ? item.name + "_words" : item.name }
  }

  public init(_ submissions: [Submission], of instrument: Instrument, isPractice: Bool) {
    self.init(submissions, of: instrument, origin: isPractice ? .practice : .live)
  }

  /// `numbers` are those of the people, where one person may stand in several files.
  public init(
    _ submissions: [Submission], of instrument: Instrument, origin: Origin, numbers: [Int]? = nil
  ) {
    self.numbers = numbers ?? Array(1..<submissions.count + 1)
    self.submissions = submissions
    // Those that are kept apart, or not at all, are no part of a person's record.
    fields = instrument.sections.flatMap { section in
      section.items.filter { ($0.keeping, section.keeping ?? .yes) == (.yes, .yes) }
    }.flatMap { item in
      [Field(item: item)] + (item.writeIn == nil ? [] : [Field(item: item, isOwnWords: true)])
    }
    groups = Set(submissions.flatMap(\.settings.keys)).sorted()
    hasRoles = !instrument.roles.isEmpty
    hasTimes = instrument.timesKept == .minute
    self.origin = origin
  }

  public var responses: String {
    render("responses") { field, answer in
      guard let value = answer?.value else { return .text("") }
      return Self.cell(value, field)
    }
  }

  public var reasons: String {
    render("reasons") { _, answer in
      switch answer {
      case .value: .text("")
      case .missing(let reason): .text(reason.name)
      case nil: .text(MissingReason.notShown.name)
      }
    }
  }

  private func render(_ id: String, _ cell: (Field, Answer?) -> Cell) -> String {
    var columns = [Column("person", "person", .count), Column("form", "form", .text)]
    if let stamp = origin.column { columns.append(stamp) }
    if hasRoles { columns.append(Column("role", "role", .text)) }
    if hasTimes {
      columns += [
        Column("begun_at", "begun_at", .text), Column("finished_at", "finished_at", .text),
        Column("minutes", "minutes", .count),
      ]
    }
    columns += groups.map { Column($0, $0, .text) }
    columns += fields.map { Column($0.name, $0.name, .text) }
    let rows = zip(numbers, submissions).map { number, submission in
      var row = [Cell.count(number), .text(submission.form ?? "full")]
      if origin.column != nil { row.append(.count(1)) }
      if hasRoles { row.append(.text(submission.role ?? "")) }
      if hasTimes { row += Self.cells(of: submission.times) }
      row += groups.map { .text(submission.settings[$0] ?? "") }
      return row + fields.map { cell($0, submission.answers[$0.item.name]) }
    }
    return DelimitedRenderer.csv.render(Table(id, title: id, columns: columns, rows: rows))
  }

  private static func cells(of times: SessionTimes?) -> [Cell] {
    [
      .text(times?.begun ?? ""), .text(times?.finished ?? ""),
      times?.minutes.map { .count($0) } ?? .text(""),
    ]
  }

  private static func cell(_ value: AnswerValue, _ field: Field) -> Cell {
    func name(_ code: Int) -> String? {
      field.item.format.choices.first { $0.code == code }?.name
    }
    switch value {
    case .choice(_, let words) where field.isOwnWords: return .text(words ?? "")
    case .choice(let code, _): return name(code).map { .text($0) } ?? .count(code)
    case .choices(let codes):
      return .text(codes.map { name($0) ?? String($0) }.joined(separator: ";"))
    case .number(let number):
      return Int(exactly: number).map { .count($0) } ?? .real(number)
    case .text(let text): return .text(text)
    case .date(let date): return .text(date)
    }
  }
}
