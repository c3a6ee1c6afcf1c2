import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTerminal

extension Attune.Compare {
  /// Welch's analysis of variance with Games and Howell's pairs; beside it ranks, and Fisher's; or
  /// the tests that were named.
  func compareSeveral(_ source: ComparisonSource, _ by: String) throws {
    guard tests.alternative == .twoSided else {
      throw failure("with more than two groups there is no --alternative; choose two by --groups.")
    }
    for (name, isAsked) in [
      ("equivalence", tests.equivalence != nil), ("non-inferiority", tests.nonInferiority != nil),
      ("smallest", tests.smallest != nil),
    ] where isAsked {
      throw failure("--\(name) compares two groups, and there are more; choose two by --groups.")
    }
    if let method = tests.named.first(where: \.isForTwo) {
      throw failure(
        "\(method.title) compares two groups, and there are more; choose two by --groups.")
    }
    let samples = source.scores.map { score in
      SeveralGroups(
        score: score.name, values: score.values, grouping: by, groups: source.groups.levels,
        order: source.groups.order)
    }
    var tables: [Table] = []
    var cautions: [Caution] = []
    var reasons: [String] = []
    let customary: [CompareMethod] = [
      .welchANOVA, .gamesHowell, .kruskalWallis, .dunn, .oneWayANOVA,
    ]
    let methods = tests.named.isEmpty ? customary : tests.named
    let lead = methods.first.flatMap(leadingTest)
    let corrected = CorrectedForScores.of(
      samples.map { ($0.score, try? lead?.pValue($0)) }, by: tests.adjust)
    for method in methods {
      let isFirst = !tables.contains { $0.id == "groups" }
      let outcomes = samples.map { sample in
        (
          sample.score,
          Result {
            let found = try found(method, in: sample, of: source.groups, isFirst: isFirst)
            guard method == methods[0], let lead, let pValue = try? lead.pValue(sample),
              let pairs = try? lead.pairs(sample)
            else { return found }
            return found.saying(
              SeveralGroupsSentence(
                test: (method.title, pValue), pairs: pairs, corrected: corrected[sample.score]
              ).text, below: method.rawValue)
          }
          .mapError { Unavailable("\($0)") }
        )
      }
      guard outcomes.contains(where: { (try? $0.1.get()) != nil }) else {
        for (name, outcome) in outcomes {
          guard case .failure(let reason) = outcome else { continue }
          reasons.append("\(method.title) of '\(name)' is not available because \(reason).")
          cautions.append(Caution("not-available", about: [name], reasons[reasons.count - 1]))
        }
        continue
      }
      tables += try stack(outcomes, of: method.title, under: .score).map { table in
        let isOnePerScore = table.rows.count == samples.count
        guard samples.count > 1, isOnePerScore, tests.adjust != .none else { return table }
        return table.adjusting(to: tests.adjust.column, tests.adjust.adjusted)
      }
    }
    guard !tables.isEmpty else { throw failure(reasons.joined(separator: "\n        ")) }
    if let place = tables.firstIndex(where: { $0.id == "groups" }) {
      tables.insert(tables.remove(at: place), at: 0)
    }
    if tests.named.isEmpty {
      cautions += samples.compactMap { sample in
        guard let welch = try? WelchANOVA().apply(to: sample),
          let ranks = try? KruskalWallis().apply(to: sample)
        else { return nil }
        return Caution.companionsDisagree(
          sample.score, ("Welch's analysis of variance", welch.pValue),
          ("the Kruskal-Wallis test", ranks.pValue), at: 1 - level)
      }
    }
    let small = Set(samples.flatMap(\.groups).filter { $0.values.count < atLeast }.map(\.name))
    cautions += small.sorted().map { name in
      Caution(
        "small-group", about: [name],
        "Group '\(name)' has fewer than \(atLeast) cases (at least per group): read the intervals "
          + "before the estimates.")
    }
    let isDrawn =
      methods.contains(.resampledEffects) || (methods.contains(.kruskalWallis) && drawsRanks)
    try deliver(
      tables.noting(source.labels), source.cautions + cautions, source.source, source.instrument,
      options: [
        .init("by", .text(by)), .init("at-least", .count(atLeast)),
        .init("adjust", .text(tests.adjust.rawValue)),
      ] + drawingSettings(isDrawn))
    try show(samples.filter { !$0.groups.isEmpty }.map { $0.picture(confidence) })
  }

  /// Of a test whose pairs of groups can be told in words: its p, and those pairs.
  private func leadingTest(_ method: CompareMethod) -> (
    pValue: (SeveralGroups) throws -> Double, pairs: (SeveralGroups) throws -> PairwiseMeans
  )? {
    switch method {
    case .welchANOVA:
      var pairs = GamesHowell()
      pairs.level = confidence
      return ({ try WelchANOVA().apply(to: $0).pValue }, { [pairs] in try pairs.apply(to: $0) })
    case .oneWayANOVA:
      var pairs = TukeyHSD()
      pairs.level = confidence
      return ({ try OneWayANOVA().apply(to: $0).pValue }, { [pairs] in try pairs.apply(to: $0) })
    default: return nil
    }
  }

  private func found(
    _ method: CompareMethod, in sample: SeveralGroups, of groups: ComparisonSource.Groups,
    isFirst: Bool
  ) throws -> [Table] {
    switch method {
    case .welchANOVA:
      var test = WelchANOVA()
      test.meansLevel = confidence
      return groupsOnce(try test.apply(to: sample).tables, isFirst)
    case .oneWayANOVA:
      var test = OneWayANOVA()
      test.meansLevel = confidence
      return groupsOnce(try test.apply(to: sample).tables, isFirst)
    case .brownForsythe: return try BrownForsytheANOVA().apply(to: sample).tables
    case .kruskalWallis: return try kruskalWallis(sample)
    case .resampledEffects:
      return try drawing { resampling in
        var test = ResampledGroupEffect()
        (test.level, test.resampling) = (confidence, resampling)
        return try test.apply(to: sample).tables
      }
    case .gamesHowell:
      var pairs = GamesHowell()
      pairs.level = confidence
      return try pairs.apply(to: sample).tables
    case .tukey:
      var pairs = TukeyHSD()
      pairs.level = confidence
      return try pairs.apply(to: sample).tables
    case .dunnett:
      var pairs = DunnettTest()
      (pairs.level, pairs.control) = (confidence, tests.control.map(groups.called))
      return try pairs.apply(to: sample).tables
    case .dunn:
      var pairs = DunnTest()
      pairs.correction = tests.adjust
      return try pairs.apply(to: sample).tables
    case .pairwise:
      var pairs = PairwiseTTests()
      (pairs.level, pairs.correction) = (confidence, tests.adjust)
      return try pairs.apply(to: sample).tables
    case .assumptions: return AssumptionTables(data: sample).tables
    default: return []
    }
  }

  /// Whether resamples were asked for, so that the Kruskal-Wallis test's effect size has an interval.
  private var drawsRanks: Bool {
    tests.resamples != nil || tests.named.contains(.resampledEffects)
  }

  private func kruskalWallis(_ sample: SeveralGroups) throws -> [Table] {
    var test = KruskalWallis()
    test.level = confidence
    guard drawsRanks else {
      return try test.apply(to: sample).tables.map {
        $0.adding(notes: ["For an interval of epsilon²: --resamples \(tests.resampleCount)."])
      }
    }
    return try drawing { resampling in
      test.resampling = resampling
      return try test.apply(to: sample).tables
    }
  }

  /// The table of groups is shown once, of the first test that has one.
  private func groupsOnce(_ tables: [Table], _ isFirst: Bool) -> [Table] {
    isFirst ? tables : Array(tables.dropFirst())
  }

  /// Draws what was asked for, below the tables and into a file.
  func show(_ pictures: [GroupPicture]) throws {
    guard dots || picture != nil else { return }
    if dots {
      let width = StandardOutput().width
      print("\n" + pictures.map { $0.text(width: width) }.joined(separator: "\n"), terminator: "")
    }
    guard let picture else { return }
    for (number, part) in pictures.enumerated() {
      let path = number == 0 ? picture : "\(picture.dropLast(4))-\(number + 1).svg"
      try write(part.svg, to: path)
      say("Wrote \(path)")
    }
  }
}

extension SeveralGroups {
  /// Each person, the means and their intervals.
  func picture(_ level: ConfidenceLevel, title: String? = nil) -> GroupPicture {
    GroupPicture(
      title: title ?? "\(score) by \(grouping)",
      groups: groups.map { group in
        let found = MeanInterval(of: group.values, level: level)
        // Of values near the largest that a number can hold there is no interval to draw.
        let interval = (try? found.interval.get()).flatMap {
          $0.lower.isFinite && $0.upper.isFinite ? $0.lower...$0.upper : nil
        }
        return GroupPicture.Group(group.name, group.values, mean: found.mean, interval: interval)
      }, level: level.percent)
  }
}

extension Table {
  /// p of a test of one row.
  var pValue: Double? {
    guard let place = columns.firstIndex(where: { $0.name == Column.pValue.name }),
      case .real(let value)? = rows.first?[place].content
    else { return nil }
    return value
  }
}

extension [Table] {
  /// With what was found in words below one of them.
  func saying(_ words: String?, below id: String) -> [Table] {
    guard let words else { return self }
    return map { $0.id == id ? $0.adding(notes: [words]) : $0 }
  }
}
