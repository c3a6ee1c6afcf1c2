import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// Welch, ranks and, in small groups, permutations; or the tests that were named.
  func compareTwo(_ source: ComparisonSource, _ by: String) throws {
    let (rows, levels, order, others) = try chosen(source.groups)
    var found = TwoGroupFindings(
      source.scores.concurrentMap { score in
        (
          score.name,
          Result {
            try TwoGroups(
              score: score.name, values: rows.map { score.values[$0] }, grouping: by,
              groups: levels, order: order)
          }
        )
      }, adjust: tests.adjust)
    if let method = tests.named.first(where: { !$0.isForTwo && !$0.isForAnyNumber }) {
      throw failure(
        "\(method.title) is for more than two groups (--test \(method.rawValue)).")
    }
    let isSmall = found.sizes.contains { $0 < Self.smallGroup }
    let methods =
      tests.named.isEmpty
      ? [.welch, .mannWhitney] + (isSmall ? [.permutation] : []) : tests.named
    for method in methods { try add(method, to: &found) }
    try addBounds(to: &found)
    try found.requireAny()
    let cautions = source.cautions + others + found.cautions
    try deliver(
      found.tables.noting(source.labels), cautions, source.source, source.instrument,
      options: [.init("by", .text(by)), .init("at-least", .count(atLeast))]
        + (methods.contains(.permutation) && !methods.contains(.resampledEffects)
          ? [.init("seed", .text("\(seed)"))] : [])
        + drawingSettings(methods.contains(.resampledEffects))
        + (scores.count > 1 ? [.init("adjust", .text(tests.adjust.rawValue))] : [])
        + boundSettings)
    try show(found.pictures(level: confidence))
  }

  private func add(_ method: CompareMethod, to found: inout TwoGroupFindings) throws {
    let (level, alternative) = (confidence, tests.alternative)
    switch method {
    case .welch:
      let test = welch
      let corrected = CorrectedForScores.of(
        found.groups.concurrentMap { score in
          (score.name, (try? test.apply(to: score.pair.get()))?.pValue)
        }, by: tests.adjust)
      try found.add(method.title) { pair in
        let outcome = try test.apply(to: pair)
        let superiority = try CliffsDelta().apply(to: pair).probabilityOfSuperiority
        return try outcome.tables(
          saying: sentence(outcome, superiority, corrected: corrected[pair.score]))
      }
      found.note { pair, isAlone in
        let outcome = try test.apply(to: pair)
        let more = try tests.named.isEmpty ? disagreement(outcome, pair) : []
        return outcome.cautions.map { isAlone ? $0 : $0.about(pair.score) } + more
      }
    case .student, .bayesFactor:
      try found.add(method.title) { try self.found(method, from: $0.summaries) }
    case .yuen:
      var test = YuenTTest()
      (test.level, test.alternative, test.trim) = (level, alternative, tests.trim)
      try found.add(method.title) { try test.apply(to: $0).tables }
    case .mannWhitney:
      try found.add(method.title) { try ranks.apply(to: $0).tables }
    case .brunnerMunzel:
      var test = BrunnerMunzel()
      (test.level, test.alternative) = (level, alternative)
      try found.add(method.title) { try test.apply(to: $0).tables }
    case .permutation:
      var test = PermutationTest()
      (test.alternative, test.sampling) = (alternative, Resampling(seed: seed))
      try found.add(method.title) { try test.apply(to: $0).tables }
    case .effects:
      var delta = CliffsDelta()
      delta.level = level
      try found.add(method.title) { try self.found(method, from: $0.summaries) }
      try found.add(CliffsDelta.about.title) { try delta.apply(to: $0).tables }
    case .resampledEffects:
      try drawing { resampling in
        var test = ResampledEffect()
        (test.level, test.resampling) = (level, resampling)
        try found.add(method.title) { try test.apply(to: $0).tables }
      }
    case .assumptions:
      try found.add(method.title) { AssumptionTables(data: SeveralGroups($0)).tables }
    default: break
    }
  }

  private var ranks: MannWhitney {
    var test = MannWhitney()
    (test.level, test.alternative) = (confidence, tests.alternative)
    test.correctsForContinuity = tests.continuity
    return test
  }

  /// Tests of equivalence and non-inferiority, where bounds were named.
  private func addBounds(to found: inout TwoGroupFindings) throws {
    for (title, find) in boundTests { try found.add(title) { try find($0.summaries) } }
  }

  var boundSettings: [Results.Setting] {
    let named = [
      ("equivalence", tests.equivalence), ("non-inferiority", tests.nonInferiority),
      ("smallest", tests.smallest),
    ].compactMap { name, value in value.map { Results.Setting(name, .real($0)) } }
    return named
      + (named.isEmpty ? [] : [.init("bounds", .text(tests.bounds.rawValue))])
  }

  private func disagreement(
    _ welch: WelchTTest.Outcome, _ pair: TwoGroups
  ) throws -> [Caution] {
    let found = try ranks.apply(to: pair)
    return [
      Caution.companionsDisagree(
        pair.score, ("Welch's t-test", welch.pValue), ("the Mann-Whitney test", found.pValue),
        at: 1 - level)
    ].compactMap { $0 }
  }

  /// The rows of people in groups that are compared, and of those whose group is not known, who are
  /// left out and counted later.
  private func chosen(
    _ found: ComparisonSource.Groups
  ) throws -> (rows: [Int], levels: [String?], order: [String], others: [Caution]) {
    guard let groups = groups?.map(found.called) else {
      return (Array(found.levels.indices), found.levels, found.order, [])
    }
    let known = Set(found.levels.compactMap { $0 })
    for group in groups where !known.contains(group) {
      let others = found.found.map { "'\($0)'" }.joined(separator: ", ")
      throw failure(
        "nobody is in a group '\(group)' of '\(found.name)'; "
          + (others.isEmpty ? "it is blank for everybody." : "there is \(others)."))
    }
    let rows = found.levels.indices.filter { row in
      found.levels[row].map { groups.contains($0) } ?? true
    }
    let others = found.levels.count - rows.count
    let caution = Caution(
      "other-groups", "\(others) \(others == 1 ? "person is" : "people are") in other groups.")
    return (rows, rows.map { found.levels[$0] }, groups, others > 0 ? [caution] : [])
  }
}

/// What the tests found of each score, told apart by score where there are several.
struct TwoGroupFindings {
  let groups: [(name: String, pair: Result<TwoGroups, any Error>)]
  let adjust: FamilyCorrection
  private(set) var tables: [Table] = []
  private(set) var cautions: [Caution] = []
  /// What no score has, and why.
  private var missing: [(title: String, name: String, reason: String)] = []

  init(_ groups: [(String, Result<TwoGroups, any Error>)], adjust: FamilyCorrection) {
    self.groups = groups
    self.adjust = adjust
  }

  /// How many people each group has, of every score.
  var sizes: [Int] {
    groups.compactMap { try? $0.pair.get() }.flatMap {
      [$0.values.first.count, $0.values.second.count]
    }
  }

  /// The tables of one method, its p-values adjusted over the scores; where no score has one, why not.
  mutating func add(_ title: String, _ find: (TwoGroups) throws -> [Table]) throws {
    let outcomes = groups.concurrentMap { score in
      (score.name, Result { try find(try score.pair.get()) }.mapError { Unavailable("\($0)") })
    }
    guard outcomes.contains(where: { (try? $0.1.get()) != nil }) else {
      for (name, outcome) in outcomes {
        guard case .failure(let reason) = outcome else { continue }
        missing.append((title, name, "\(reason)"))
      }
      return
    }
    let stacked = try stack(outcomes, of: title, under: .score)
    tables +=
      groups.count < 2 || adjust == .none
      ? stacked
      : stacked.map { table in
        let isOnePerScore = table.rows.count == groups.count
        return isOnePerScore ? table.adjusting(to: adjust.column, adjust.adjusted) : table
      }
  }

  /// Fails where no method has a table: with the reason of each score, once where all methods have the
  /// same; else cautions say what is not there.
  mutating func requireAny() throws {
    let isEmpty = tables.isEmpty
    let words = missing.map { title, name, reason in
      let isShared = missing.allSatisfy { $0.name != name || $0.reason == reason }
      let subject = isEmpty && isShared && missing.count > groups.count ? "A comparison" : title
      return (name, "\(subject) of '\(name)' is not available because \(reason).")
    }
    guard !isEmpty else {
      var lines: [String] = []
      for (_, line) in words where !lines.contains(line) { lines.append(line) }
      throw failure(lines.joined(separator: "\n        "))
    }
    cautions += words.map { Caution("not-available", about: [$0], $1) }
  }

  /// What a reader should know of each score; nothing where it cannot be found.
  mutating func note(_ find: (TwoGroups, _ isAlone: Bool) throws -> [Caution]) {
    cautions += groups.concurrentMap { score in
      (try? find(score.pair.get(), groups.count == 1)) ?? []
    }.joined()
  }

  /// A picture of each score.
  func pictures(level: ConfidenceLevel) -> [GroupPicture] {
    groups.compactMap { try? SeveralGroups($0.pair.get()).picture(level) }
  }
}
