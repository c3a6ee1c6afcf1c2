import AttuneData
import AttuneExchange
import AttuneInstrument
import AttuneScoring
import AttuneTables

/// The rows of a file as people who answered an instrument, for the scores and group asked about.
struct FileCases {
  let submissions: [Submission]
  /// The group of each row, where the file has a column of the group's own name.
  let levels: [String?]?
  let source: Results.Source
  let cautions: [Caution]
  /// Questions that the file has no column for.
  private(set) var absentItems: [String] = []

  /// The rows with all that the file has of the instrument; `reasons` is a file of the same shape
  /// with the reason for each blank.
  init(_ data: DataArguments, instrument: Instrument, reasons: String?) throws {
    let settings = instrument.groups.filter { $0.source == .facilitator }.map(\.name)
    let scored = instrument.items.filter { $0.declaredRange != nil || !$0.format.choices.isEmpty }
      .filter { if case .chooseAny = $0.format { false } else { true } }
    var needed: [Item] = []
    let file = try data.read { columns in
      needed = scored.filter { columns.contains($0.name) }
      guard !needed.isEmpty else {
        throw failure(
          "'\(data.data)' has no column of '\(instrument.name)'; its columns are "
            + columns.prefix(8).map(\.inert).joined(separator: ", ") + ".")
      }
      let words = (["role", "form"] + settings).filter(columns.contains)
      return ColumnRequest(
        scores: needed.filter { !$0.hasNamedChoices }.map(\.name),
        levels: needed.filter(\.hasNamedChoices).map(\.name) + words)
    }
    let count = file.columns.scores.caseCount
    var people = Array(
      repeating: Submission(answers: [:]), count: max(count, file.columns.caseCount))
    for item in needed {
      for (row, answer) in try Self.answers(to: item, in: file).enumerated() {
        people[row].answers[item.name] = answer
      }
    }
    func words(_ column: String) -> [String?] { file.columns.levels[column]?.values ?? [] }
    for (row, role) in words("role").enumerated() { people[row].role = role }
    for (row, form) in words("form").enumerated() {
      people[row].form = form == "full" ? nil : form
    }
    for name in settings {
      for (row, level) in words(name).enumerated() { people[row].settings[name] = level }
    }
    if let reasons { try Self.note(reasons, of: needed, data, in: &people) }
    submissions = people
    levels = nil
    source = Results.Source(file)
    cautions = file.cautions
    absentItems = scored.map(\.name).filter { !file.header.contains($0) }
  }

  /// Takes the reason for each blank from a file of the same shape.
  private static func note(
    _ path: String, of items: [Item], _ data: DataArguments, in people: inout [Submission]
  ) throws {
    var asked = data
    asked.data = path
    asked.missing = nil
    let file = try asked.read { columns in
      ColumnRequest(levels: items.map(\.name).filter(columns.contains))
    }
    guard file.columns.caseCount == people.count else {
      throw failure(
        "'\(path)' has \(file.columns.caseCount) rows and the answers have \(people.count); "
          + "reasons belong to answers row by row.")
    }
    for item in items {
      for (row, name) in (file.columns.levels[item.name]?.values ?? []).enumerated() {
        guard let name else { continue }
        guard let reason = MissingReason.allCases.first(where: { $0.name == name }) else {
          throw failure(
            "'\(path)' gives '\(name.inert)' as a reason; there is "
              + MissingReason.allCases.map(\.name).joined(separator: ", ") + ".")
        }
        guard people[row].answers[item.name] == nil else {
          throw failure(
            "row \(row + 1) of '\(path)' gives a reason why '\(item.name)' is blank, and there is an "
              + "answer.")
        }
        people[row].answers[item.name] = .missing(reason)
      }
    }
  }

  /// The rows with what `scores` and, where one is given, `group` need.
  init(
    _ data: DataArguments, instrument: Instrument, scores: [String], group: String? = nil
  ) throws {
    var needed: [Item] = []
    let file = try data.read { columns in
      var names = scores.flatMap { Self.items(of: $0, in: instrument) }
      var levels: [String] = []
      if let group, columns.contains(group), instrument.item(named: group) == nil {
        levels.append(group)
      } else if let group,
        let grouping = instrument.grouping(named: group)
      {
        names += grouping.itemNames
        if grouping.needsRole { levels.append("role") }
      }
      needed = names.unique.compactMap { instrument.item(named: $0) }
      for name in needed.map(\.name) + levels where !columns.contains(name) {
        throw ColumnSelectionError.unknownColumn(name, among: columns)
      }
      return ColumnRequest(
        scores: needed.filter { !$0.hasNamedChoices }.map(\.name),
        levels: needed.filter(\.hasNamedChoices).map(\.name) + levels)
    }

    let count = max(file.columns.scores.caseCount, file.columns.caseCount)
    var people = Array(repeating: Submission(answers: [:]), count: count)
    for item in needed {
      let answers = try Self.answers(to: item, in: file)
      for (row, answer) in answers.enumerated() { people[row].answers[item.name] = answer }
    }
    for (row, role) in (file.columns.levels["role"]?.values ?? []).enumerated() {
      people[row].role = role
    }
    submissions = people
    levels = group.flatMap { group in
      file.columns.levels[group].flatMap { levels in
        instrument.item(named: group) == nil && group != "role" ? levels.values : nil
      }
    }
    source = Results.Source(file)
    cautions = file.cautions
  }

  /// The items that a score is made of: an item itself, or those of a construct and its parts.
  private static func items(of name: String, in instrument: Instrument) -> [String] {
    guard let construct = instrument.construct(named: name) else { return [name] }
    return construct.uses.map(\.name).flatMap {
      construct.isComposite ? items(of: $0, in: instrument) : [$0]
    }
  }

  private static func answers(to item: Item, in file: DelimitedFile) throws -> [Answer?] {
    guard let levels = file.columns.levels[item.name] else {
      guard let column = file.columns.scores.names.firstIndex(of: item.name) else { return [] }
      return file.columns.scores.column(column).map { value in
        value.map { number in
          if let reason = MissingReason(number: number, of: item) { return .missing(reason) }
          let code = item.format.choices.isEmpty ? nil : Int(exactly: number)
          return .value(code.map { .choice($0) } ?? .number(number))
        }
      }
    }
    return try levels.values.map { level in
      guard let level else { return nil }
      if let reason = MissingReason(text: level, of: item) { return .missing(reason) }
      let choices = item.format.choices
      guard let choice = choices.first(where: { $0.name == level || String($0.code) == level })
      else {
        let names = choices.map { $0.name ?? String($0.code) }
        throw failure(
          "column '\(item.name)' holds '\(level.inert)', which is none of its answers: "
            + names.joined(separator: ", ") + ".")
      }
      return .value(.choice(choice.code))
    }
  }
}

extension Item {
  fileprivate var hasNamedChoices: Bool { format.choices.contains { $0.name != nil } }
}

extension Grouping {
  /// The items that tell a person's level.
  fileprivate var itemNames: [String] {
    switch source {
    case .item(let item): [item]
    case .role, .facilitator: []
    case .conditions: subjects.filter { !["role", "form"].contains($0) }
    }
  }

  fileprivate var needsRole: Bool { source == .role || subjects.contains("role") }

  private var subjects: [String] { levels.flatMap { $0.condition?.subjects ?? [] } }
}

extension [String] {
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
