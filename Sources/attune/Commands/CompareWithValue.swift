import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// Each score against a value that was fixed beforehand.
  func compareWithValue(_ value: Double) throws {
    let source = try NumberColumns(data, names: scores, for: "compare")
    let methods: [CompareMethod] =
      tests.named.isEmpty ? [.oneSampleT, .wilcoxon, .sign] : tests.named
    var test = OneSampleTTest()
    (test.level, test.alternative, test.value) = (confidence, tests.alternative, value)
    let corrected = CorrectedForScores.of(
      source.columns.map { column in
        let sample = ScoreSample(name: column.name, values: column.values)
        return (column.name, (try? test.apply(to: sample))?.pValue)
      }, by: tests.adjust)
    let (tables, missing) = try gather(methods, of: source.columns.map { ($0.name, $0) }) {
      try found($0, of: $1, against: value, corrected: corrected[$1.name])
    }
    let hasSeveral = source.columns.count > 1
    try deliver(
      tables.map { table in
        let isOnePerScore = table.rows.count == source.columns.count
        guard hasSeveral, isOnePerScore, tests.adjust != .none else { return table }
        return table.adjusting(to: tests.adjust.column, tests.adjust.adjusted)
      }, source.cautions + missing, source.source, source.instrument,
      options: [.init("against", .real(value)), .init("zeros", .text(zeros.rawValue))]
        + (hasSeveral ? [.init("adjust", .text(tests.adjust.rawValue))] : [])
        + drawingSettings(methods.contains(.resampledEffects)))
  }

  /// The tables of each method, and why there is none where no subject has any.
  ///
  /// A column tells the subjects apart where there are several. Fails where no method has a table.
  func gather<Subject>(
    _ methods: [CompareMethod], of subjects: [(name: String, subject: Subject)],
    _ find: (CompareMethod, Subject) throws -> [Table]
  ) throws -> (tables: [Table], missing: [Caution]) {
    var tables: [Table] = []
    var missing: [Caution] = []
    for method in methods {
      let outcomes = subjects.map { name, subject in
        (name, Result { try find(method, subject) }.mapError { Unavailable("\($0)") })
      }
      let found = outcomes.compactMap { try? $0.1.get() }
      if found.isEmpty {
        missing += outcomes.compactMap { name, outcome in
          guard case .failure(let reason) = outcome else { return nil }
          return Caution(
            "not-available", about: [name],
            "\(method.title) of '\(name)' is not available because \(reason).")
        }
      } else {
        tables +=
          subjects.count == 1 ? found[0] : try stack(outcomes, of: method.title, under: .score)
      }
    }
    guard !tables.isEmpty else {
      throw failure(missing.map(\.text).joined(separator: "\n        "))
    }
    return (tables, missing)
  }

  private func found(
    _ method: CompareMethod, of column: NumberColumns.Column, against value: Double,
    corrected: CorrectedForScores?
  ) throws -> [Table] {
    let sample = ScoreSample(name: column.name, values: column.values)
    switch method {
    case .oneSampleT:
      var test = OneSampleTTest()
      (test.level, test.alternative, test.value) = (confidence, tests.alternative, value)
      let outcome = try test.apply(to: sample)
      return outcome.tables.saying(
        AgainstSentence(found: outcome, corrected: corrected).text, below: OneSampleTTest.about.id)
    case .bayesFactor:
      var test = tests.bayesFactor
      test.value = value
      return try test.apply(to: sample).tables
    default:
      // The ranks and signs of what is left over the value are those of pairs with it.
      let constant = column.values.map { _ in Double?(value) }
      return try found(
        method,
        of: Pairs((column.name, column.values), (APAStyle.show(value, as: .number), constant)))
    }
  }
}
