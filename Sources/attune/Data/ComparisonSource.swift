import AttuneData
import AttuneExchange
import AttuneInstrument
import AttuneScoring
import AttuneTables

/// The scores that a comparison asks about, and the group of each person.
struct ComparisonSource {
  struct Score {
    let name: String
    let values: [Double?]
  }

  /// The groups of a comparison, by name, with the order in which they stand.
  struct Groups {
    let name: String
    let levels: [String?]
    let order: [String]
    /// The groups by their codes in an SPSS or Stata file, where they have other names here.
    var words: [String: String] = [:]

    /// The group that somebody calls so, by its name or its code.
    func called(_ name: String) -> String { order.contains(name) ? name : words[name] ?? name }

    /// Those that somebody is in: in `order`, then by name.
    var found: [String] {
      let names = Set(levels.compactMap { $0 })
      return order.filter(names.contains) + names.subtracting(order).sorted()
    }

    /// How many people are in none.
    var cautions: [Caution] {
      let unknown = levels.count { $0 == nil }
      return unknown == 0
        ? []
        : [
          Caution(
            "no-group",
            "\(unknown) \(unknown == 1 ? "person is" : "people are") in no group of '\(name)'.")
        ]
    }
  }

  let scores: [Score]
  let groups: Groups
  /// What else tells people apart: a second factor, a site.
  let others: [Groups]
  /// Numbers that go with the scores.
  let covariates: [Score]
  let source: Results.Source
  let instrument: Instrument?
  let cautions: [Caution]
  /// What the codes of an SPSS or Stata file's groups stand for, where codes are shown, for a note.
  let labels: [String]

  init(
    _ data: DataArguments, scores names: [String], by group: String, and more: [String] = [],
    covariates numbers: [String] = []
  ) throws {
    let source = try DataSource(data)
    instrument = source.instrument
    switch source {
    case .study(let cases):
      scores = try names.map { try Self.score($0, of: cases.submissions, in: cases.instrument) }
      groups = try Self.groups(group, of: cases.submissions, in: cases.instrument)
      others = try more.map { try Self.groups($0, of: cases.submissions, in: cases.instrument) }
      covariates = try numbers.map {
        try Self.score($0, of: cases.submissions, in: cases.instrument)
      }
      self.source = cases.source
      cautions = cases.cautions
      labels = []
    case .file(let instrument?):
      if !more.isEmpty, data.data == "-" {
        throw failure("with an instrument, several groups need a file that can be read again.")
      }
      let cases = try FileCases(
        data, instrument: instrument, scores: names + numbers, group: group)
      covariates = try numbers.map { try Self.score($0, of: cases.submissions, in: instrument) }
      others = try more.map { name in
        let again = try FileCases(data, instrument: instrument, scores: names, group: name)
        return try again.levels.map { Groups(name: name, levels: $0, order: []) }
          ?? Self.groups(name, of: again.submissions, in: instrument)
      }
      scores = try names.map { try Self.score($0, of: cases.submissions, in: instrument) }
      groups =
        try cases.levels.map { Groups(name: group, levels: $0, order: []) }
        ?? Self.groups(group, of: cases.submissions, in: instrument)
      self.source = cases.source
      cautions = cases.cautions
      labels = []
    case .file(nil):
      let file = try data.read { columns in
        for name in names + numbers + [group] + more where !columns.contains(name) {
          let parts = name.split(separator: ",").map(\.trimmingSpaces)
          if parts.count > 1, parts.allSatisfy(columns.contains) {
            throw failure(
              "there is no column '\(name.inert)'; name them apart, as in "
                + "\(parts.map(\.inert).joined(separator: " ")).")
          }
          throw ColumnSelectionError.unknownColumn(name, among: columns)
        }
        return ColumnRequest(scores: names + numbers, levels: [group] + more)
      }
      let columns = (names + numbers).enumerated().map {
        Score(name: $1, values: file.columns.scores.column($0))
      }
      for column in columns { try refuseHuge(column.values, of: column.name) }
      scores = Array(columns.prefix(names.count))
      covariates = Array(columns.dropFirst(names.count))
      let levels = ([group] + more).map { file.groups($0) }
      groups = levels[0]
      others = Array(levels.dropFirst())
      self.source = Results.Source(file)
      cautions = file.cautions
      labels = ([group] + more).compactMap(file.codeNote)
    }
  }

  /// The scores of a construct, or the answers to an item.
  static func score(
    _ name: String, of submissions: [Submission], in instrument: Instrument
  ) throws -> Score {
    if let values = instrument.scores(named: name, of: submissions) {
      return Score(name: name, values: values)
    }
    throw instrument.unknown(
      name, "construct or item with numbers",
      among: instrument.constructs.map(\.name)
        + instrument.items.filter { $0.declaredRange != nil }.map(\.name))
  }

  /// The group of each person, by a group or a *choose one* item of the instrument.
  static func groups(
    _ name: String, of submissions: [Submission], in instrument: Instrument
  ) throws -> Groups {
    guard let group = instrument.grouping(named: name) else {
      throw instrument.unknown(name, "group", among: instrument.groups.map(\.name))
    }
    return Groups(
      name: name, levels: submissions.map { group.level(of: $0, in: instrument) },
      order: group.levelNames(in: instrument))
  }
}
