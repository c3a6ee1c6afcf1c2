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
        if let group, !columns.contains(group) {
          throw ColumnSelectionError.unknownColumn(group, among: columns)
        }
        return ColumnRequest(scores: selections.uniqueColumns, levels: group.map { [$0] } ?? [])
      }
      groups = group.map { group in
        .init(name: group, levels: file.columns.levels[group]?.values ?? [], order: [])
      }
      scales = selections.map { Scale(selection: $0, answers: file.columns.scores) }
      self.source = Results.Source(file)
      missingReasons = .unknown
      cautions =
        file.cautions + file.columns.scores.repeatedCaseCautions
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
