import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// Each score against a value that was fixed beforehand.
  func compareWithValue(_ value: Double) throws {
    let source = try NumberColumns(data, names: scores, for: "compare")
    let methods: [CompareMethod] =
      tests.named.isEmpty ? [.oneSampleT, .wilcoxon, .sign] : tests.named
    var tables: [Table] = []
    var cautions = source.cautions
    for method in methods {
      let outcomes = source.columns.map { column in
        (
          column.name,
          Result { try found(method, of: column, against: value) }
            .mapError { Unavailable("\($0)") }
        )
      }
      guard tables.isEmpty || outcomes.contains(where: { (try? $0.1.get()) != nil }) else {
        cautions += outcomes.compactMap { name, outcome in
          guard case .failure(let reason) = outcome else { return nil }
          return Caution(
            "not-available", about: [name],
            "\(method.title) of '\(name)' is not available because \(reason).")
        }
        continue
      }
      tables +=
        outcomes.count == 1
        ? try stackedAlone(outcomes[0], method)
        : try stack(outcomes, of: method.title, under: .score)
    }
    try deliver(
      tables, cautions, source.source, source.instrument,
      options: [.init("against", .real(value)), .init("zeros", .text(zeros.rawValue))]
        + drawingSettings(methods.contains(.resampledEffects)))
  }

  /// One score needs no column of its name.
  private func stackedAlone(
    _ outcome: (String, Result<[Table], Unavailable>), _ method: CompareMethod
  ) throws -> [Table] {
    switch outcome.1 {
    case .success(let tables): return tables
    case .failure(let reason):
      throw failure("\(method.title) of '\(outcome.0)' is not available because \(reason).")
    }
  }

  private func found(
    _ method: CompareMethod, of column: NumberColumns.Column, against value: Double
  ) throws -> [Table] {
    let sample = ScoreSample(name: column.name, values: column.values)
    switch method {
    case .oneSampleT:
      var test = OneSampleTTest()
      (test.level, test.alternative, test.value) = (confidence, tests.alternative, value)
      return try test.apply(to: sample).tables
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
