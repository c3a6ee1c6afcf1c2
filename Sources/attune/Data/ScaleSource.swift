import AttuneData
import AttuneDiagnostics
import AttuneDigest
import AttuneExchange
import AttuneInstrument
import AttuneScoring
import AttuneTables

/// The scales that a command asks about, each with its scores, reversed items already recoded.
struct ScaleSource {
  struct Scale {
    let selection: ColumnSelection.Scale
    /// Its columns as collected, perhaps among others.
    let answers: ItemScores

    var name: String { selection.name }

    /// The columns of the scale, those reversed that it reverses.
    var scores: ItemScores { answers.selecting(selection) }
  }

  let scales: [Scale]
  /// The group of each person, where results are asked for by group.
  let groups: ComparisonSource.Groups?
  let source: Results.Source
  let instrument: Instrument?
  let cautions: [Caution]
  /// Why answers are missing, where that is known.
  let missingReasons: MissingReasons

  /// With `includesIndexes`, constructs that their items form are scales here too; `group` is what
  /// tells people apart, where results are asked for by group.
  init(
    _ data: DataArguments, _ asked: ScaleArguments, includesIndexes: Bool = false,
    by group: String? = nil
  ) throws {
    let source = try DataSource(data)
    instrument = source.instrument
    switch source {
    case .study(let cases):
      guard !asked.namesColumns, asked.range.isEmpty else {
        throw failure(
          "a study's scales are its constructs; leave --items, --scale and --range out.")
      }
      guard asked.weights == nil else {
        throw failure("in a study each person counts once; leave --weights out.")
      }
      let form = cases.form
      scales = try Self.constructs(
        asked.constructs, of: cases.instrument, includesIndexes
      ).map { construct in
        let selection = construct.selection(in: cases.instrument, form: form)
        return Scale(
          selection: selection,
          answers: ItemScores(cases.submissions, items: selection.items.map(\.column)))
      }
      groups = try group.map {
        try ComparisonSource.groups($0, of: cases.submissions, in: cases.instrument)
      }
      self.source = cases.source
      cautions = cases.cautions
      missingReasons = MissingReasons(
        of: cases.submissions, items: scales.map(\.selection).uniqueColumns)

    case .file(let instrument):
      var selections: [ColumnSelection.Scale] = []
      var absent: [Construct] = []
      let file = try data.read { columns in
        if let instrument, !asked.namesColumns {
          (selections, absent) = try Self.selections(
            asked.constructs, of: instrument, among: columns, includesIndexes)
        } else {
          selections = try ColumnSelection(
            items: asked.items, scales: asked.scale, ranges: asked.range, among: columns
          ).scales
        }
        for name in [group, asked.weights].compactMap({ $0 }) where !columns.contains(name) {
          throw ColumnSelectionError.unknownColumn(name, among: columns)
        }
        if let weights = asked.weights, selections.uniqueColumns.contains(weights) {
          throw failure("'\(weights)' cannot be both an item and the weights.")
        }
        return ColumnRequest(
          scores: selections.uniqueColumns + (asked.weights.map { [$0] } ?? []),
          levels: group.map { [$0] } ?? [])
      }
      let weights = try asked.weights.map {
        try FrequencyWeights(name: $0, values: file.columns.scores.column(named: $0) ?? [])
      }
      let people = weights.map(file.columns.scores.repeated) ?? file.columns.scores
      // An instrument's files may say why an answer is missing.
      let coded = instrument?.items.filter(\.canBeMissing) ?? []
      let (scores, codes) = people.settingAside(
        MissingReason.codes, in: coded.map(\.name))
      groups = group.map { group in
        let item = instrument?.item(named: group)
        let found = file.groups(group)
        let levels = weights?.repeating(found.levels) ?? found.levels
        return .init(
          name: group,
          levels: levels.map { level in
            item.flatMap { item in level.flatMap { MissingReason(text: $0, of: item) } } == nil
              ? level : nil
          }, order: found.order)
      }
      scales = selections.map { Scale(selection: $0, answers: scores) }
      self.source = Results.Source(file)
      // Rows that stand for many people are not what such a file counted.
      missingReasons = MissingReasons(codes, weights == nil ? file.foreign : [], in: scores)
      cautions =
        file.cautions
        // Rows that stand for many people are alike on purpose.
        + (weights.map { [.weighted($0, rows: file.columns.caseCount)] }
          ?? scores.repeatedCaseCautions)
        + absent.map {
          Caution(
            "not-in-file", about: [$0.name],
            "'\($0.name)' is left out: its columns are not all in the file.")
        }
    }
  }

  /// The constructs by name, or all those that several items reflect.
  private static func constructs(
    _ names: [String], of instrument: Instrument, _ includesIndexes: Bool
  ) throws -> [Construct] {
    if names.isEmpty {
      return instrument.constructs.filter {
        (includesIndexes || !$0.isIndex) && !$0.isComposite && $0.uses.count > 1
      }
    }
    return try names.map { name in
      guard let construct = instrument.construct(named: name) else {
        throw instrument.unknown(name, "construct", among: instrument.constructs.map(\.name))
      }
      guard includesIndexes || !construct.isIndex else {
        throw failure(
          "'\(name)' is an index: its items form it rather than reflect it, so that they need not "
            + "hang together, and alpha says nothing about it.")
      }
      guard !construct.isComposite else {
        throw failure(
          "'\(name)' is made of constructs; ask about each: "
            + construct.uses.map(\.name).joined(separator: ", ") + ".")
      }
      return construct
    }
  }

  /// The constructs whose columns are there; one that was named has to be.
  private static func selections(
    _ names: [String], of instrument: Instrument, among columns: [String], _ includesIndexes: Bool
  ) throws -> (found: [ColumnSelection.Scale], absent: [Construct]) {
    var found: [ColumnSelection.Scale] = []
    var absent: [Construct] = []
    for construct in try constructs(names, of: instrument, includesIndexes) {
      let selection = construct.selection(in: instrument)
      let missing = selection.items.first { !columns.contains($0.column) }
      if let missing, !names.isEmpty {
        throw ColumnSelectionError.unknownColumn(missing.column, among: columns)
      }
      if missing == nil { found.append(selection) } else { absent.append(construct) }
    }
    guard !found.isEmpty else {
      throw failure(
        "none of the constructs of '\(instrument.name)' has all its columns in the file.")
    }
    return (found, absent)
  }
}

extension Caution {
  fileprivate static func weighted(_ weights: FrequencyWeights, rows: Int) -> Caution {
    Caution(
      "weights", about: [weights.name],
      """
      \(rows) \(rows == 1 ? "row stands" : "rows stand") for \(weights.total) people, as many each \
      as '\(weights.name)' says; everyone counts as a person who answered.
      """)
  }
}

extension [ColumnSelection.Scale] {
  /// Every column that is asked for, once.
  var uniqueColumns: [String] {
    var seen: Set<String> = []
    return flatMap(\.items).map(\.column).filter { seen.insert($0).inserted }
  }
}

extension Results.Source {
  init(_ file: DelimitedFile) {
    self.init(
      path: file.path, sha256: file.fingerprint.description, cases: file.columns.scores.caseCount)
  }
}

extension Instrument {
  /// A name that the instrument does not have, with the nearest that it does.
  func unknown(_ name: String, _ kind: String, among names: [String]) -> any Error {
    let nearest = nearestName(to: name, among: names).map { " Did you mean '\($0)'?" }
    return failure(
      "'\(self.name)' has no \(kind) called '\(name)'."
        + (nearest ?? " It has: \(names.joined(separator: ", "))."))
  }
}
