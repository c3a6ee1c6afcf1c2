import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// What else was asked must fit scores of the same people.
  func validateWithin() throws {
    if by != nil || paired || against != nil {
      throw ValidationError("'--within' goes with none of '--by', '--paired' and '--against'.")
    }
    if repeated.isLong, scores.isEmpty {
      throw ValidationError("Name the score whose rows '--within' tells apart.")
    }
    if !repeated.isLong, !scores.isEmpty {
      throw ValidationError(
        "'\(scores[0])' is one score too many: '--within' names them all, as in before,after.")
    }
    if tests.hasBounds {
      throw ValidationError(
        "'--within' takes no bounds of a difference; compare two of the scores with --paired.")
    }
    if tests.control != nil || !model.isEmpty || groups != nil {
      throw ValidationError("'--within' has tests of its own; leave out what belongs to --by.")
    }
  }

  /// Friedman's test and the analysis of variance; of two occasions the paired tests; of two answers
  /// McNemar's test or Cochran's Q; or the tests that were named.
  func compareWithin(_ within: [String]) throws {
    if let method = tests.named.first(where: {
      !$0.isWithinPeople && !$0.isForAnyNumber && $0 != .bayesFactor
    }) {
      throw failure("\(method.title) compares separate groups; with --within leave it out.")
    }
    let source =
      repeated.isLong
      ? try RepeatedSource(
        data, scores: scores, occasion: within[0], person: repeated.person ?? "",
        only: repeated.occasions)
      : try RepeatedSource(data, occasions: within)
    let methods = try tests.named.isEmpty ? customary(source) : tests.named
    if tests.alternative != .twoSided,
      let method = methods.first(where: {
        ![.pairedT, .wilcoxon, .sign, .bayesFactor].contains($0)
      })
    {
      throw failure("\(method.title) has no --alternative; it is for two occasions' paired tests.")
    }
    var findings = WithinFindings(source.scores)
    // Of yes and no the shares tell what the means would.
    if !methods.allSatisfy({ [.mcNemar, .mcNemarPairs, .cochranQ].contains($0) }) {
      try findings.add("A description", isTest: false) { data in
        var occasions = Occasions()
        occasions.level = confidence
        return (try occasions.apply(to: data).tables, [])
      }
    }
    for method in methods {
      try findings.add(method.title, isTest: method != .assumptions || methods.count == 1) { data in
        let (tables, cautions) = try found(method, in: data)
        guard method == methods[0], let first = tables.first else { return (tables, cautions) }
        let words = WithinSentence(data: data, level: confidence, correction: tests.adjust)
          .words(of: method)
        return (words.map { [first.adding(notes: [$0])] + tables.dropFirst() } ?? tables, cautions)
      }
    }
    try findings.requireATest()
    let disagreements = tests.named.isEmpty ? source.scores.compactMap(disagreement) : []
    let isDrawn = methods.contains(.friedman) || methods.contains(.resampledEffects)
    try deliver(
      findings.tables,
      (source.cautions + findings.cautions + disagreements + severalScores(source)).gathered,
      source.source, source.instrument,
      options: [.init("within", .text(within.joined(separator: ",")))]
        + (repeated.person.map { [.init("person", .text($0))] } ?? [])
        + [.init("adjust", .text(tests.adjust.rawValue))]
        + drawingSettings(isDrawn),
      about: repeated.isLong ? scores : within)
    try show(source.scores.filter { $0.measures.caseCount > 0 }.map { $0.picture(confidence) })
  }

  private func customary(_ source: RepeatedSource) throws -> [CompareMethod] {
    let occasions = source.scores.map(\.measures.occasions.count).max() ?? 0
    let hasTwoAnswers = source.scores.allSatisfy { score in
      Set(score.measures.occasions.flatMap(\.values)).count == 2
    }
    switch (occasions, hasTwoAnswers) {
    case (2, true): return [.mcNemar]
    case (2, false): return [.pairedT, .wilcoxon, .sign]
    case (_, true): return [.cochranQ, .mcNemarPairs]
    case (_, false): return [.friedman, .conover, .repeatedMeasuresANOVA, .pairedTs]
    }
  }

  /// The tables of one method, and what a reader should know of it.
  private func found(
    _ method: CompareMethod, in data: RepeatedMeasures
  ) throws -> ([Table], [Caution]) {
    switch method {
    case .friedman:
      let outcome = try drawing { resampling in
        var test = FriedmanTest()
        (test.level, test.resampling, test.isExact) = (confidence, resampling, true)
        return try test.apply(to: data)
      }
      return (outcome.tables, outcome.cautions)
    case .conover, .nemenyi:
      var test = OccasionComparisons()
      (test.kind, test.correction) = (method == .conover ? .conover : .nemenyi, tests.adjust)
      return (try test.apply(to: data).tables, [])
    case .repeatedMeasuresANOVA:
      let outcome = try RepeatedMeasuresANOVA().apply(to: data)
      var tables = outcome.tables
      tables.append(tables.removeLast().adding(notes: [Self.takesResamples]))
      return (tables, outcome.cautions)
    case .pairedTs:
      var test = PairedComparisons()
      (test.level, test.correction) = (confidence, tests.adjust)
      return (try test.apply(to: data).tables, [])
    case .wilcoxonPairs:
      var test = SignedRankComparisons()
      (test.level, test.correction, test.zeros) = (confidence, tests.adjust, zeros)
      return (try test.apply(to: data).tables, [])
    case .cochranQ:
      var test = CochranQ()
      (test.level, test.isExact) = (confidence, true)
      let outcome = try test.apply(to: data)
      return (outcome.tables, outcome.cautions)
    case .mcNemarPairs:
      var test = McNemarComparisons()
      (test.level, test.correction) = (confidence, tests.adjust)
      return (try test.apply(to: data).tables, [])
    case .resampledEffects where data.occasions.count > 2:
      return try drawing { resampling in
        var test = ResampledOccasionEffect()
        (test.level, test.resampling) = (confidence, resampling)
        return (try test.apply(to: data).tables, [])
      }
    case .pairedT, .wilcoxon, .sign, .bayesFactor, .resampledEffects:
      return (try found(method, of: data.onePair(for: method)), [])
    case .mcNemar:
      var test = McNemarTest()
      (test.level, test.interval) = (confidence, repeated.sharesInterval)
      return (try test.apply(to: data.onePair(for: method)).tables, [])
    case .assumptions: return ([data.differenceShapes], [])
    default: return ([], [])
    }
  }

  private func severalScores(_ source: RepeatedSource) -> [Caution] {
    guard source.scores.count > 1, tests.adjust != .none else { return [] }
    return [
      Caution(
        "several-scores", about: source.scores.map(\.name),
        """
        \(source.scores.count) scores are compared, and p is corrected for the pairs of each alone: \
        the more scores, the likelier one of them differs by chance.
        """)
    ]
  }

  private func disagreement(_ score: RepeatedSource.Score) -> Caution? {
    if score.measures.occasions.count == 2, Caution.twoAnswers(score.measures.pair(0, 1)) == nil {
      return disagreement(score.measures.pair(0, 1))
    }
    guard let ranks = try? FriedmanTest().apply(to: score.measures),
      let means = try? RepeatedMeasuresANOVA().apply(to: score.measures),
      score.measures.occasions.count > 2,
      Set(score.measures.occasions.flatMap(\.values)).count > 2
    else { return nil }
    return Caution.companionsDisagree(
      score.name, ("the Friedman test", ranks.pValue),
      ("the repeated-measures analysis of variance", means.pValue), at: 1 - level)
  }
}

extension RepeatedMeasures {
  /// The two occasions that a method takes.
  fileprivate func onePair(for method: CompareMethod) throws -> Pairs {
    guard occasions.count == 2 else {
      throw StatisticsError.undetermined(
        "it takes two occasions, and there \(occasions.count == 1 ? "is" : "are") \(occasions.count)"
      )
    }
    return pair(0, 1)
  }

  /// How the differences look against what t tests of pairs suppose.
  fileprivate var differenceShapes: Table {
    Table(
      "difference-shapes", title: "Shape of the differences",
      columns: [
        Column("first", "first", .text), Column("second", "second", .text), .cases,
        Column("skewness", "skew", .number), .statistic.labelled("Shapiro-Wilk W"), .pValue,
      ],
      rows: pairs.map { pair in
        let differences = pair.differences
        let skew = Descriptives().apply(
          to: ScoreSample(name: "difference", values: differences)
        ).skewness
        let start: [Cell] = [
          .text(pair.names.first), .text(pair.names.second), .count(pair.caseCount), skew.cell,
        ]
        do {
          let found = try ShapiroWilk().apply(to: differences)
          return start + [.real(found.w), .real(found.pValue)]
        } catch {
          return start + Array(repeating: .unavailable("\(error)"), count: 2)
        }
      },
      notes: ["A description: no test here waits for it, and none is chosen by it."])
  }
}

extension RepeatedSource.Score {
  /// Each person on each occasion, the means and their intervals.
  fileprivate func picture(_ level: ConfidenceLevel) -> GroupPicture {
    let occasions = measures.occasions
    return SeveralGroups(
      score: name, values: occasions.flatMap(\.values), grouping: "occasion",
      groups: occasions.flatMap { occasion in occasion.values.map { _ in occasion.name } },
      order: occasions.map(\.name)
    ).picture(level, title: name)
  }
}

/// What the methods found of each score, told apart by score where there are several.
private struct WithinFindings {
  let scores: [RepeatedSource.Score]
  private(set) var tables: [Table] = []
  private(set) var cautions: [Caution] = []
  private var hasTest = false

  init(_ scores: [RepeatedSource.Score]) { self.scores = scores }

  /// The tables of one method; where no score has one, why.
  mutating func add(
    _ title: String, isTest: Bool, _ find: (RepeatedMeasures) throws -> ([Table], [Caution])
  ) throws {
    let outcomes = scores.map { score in
      (
        subject: score.name,
        found: Result { try find(score.measures) }.mapError { Unavailable("\($0)") }
      )
    }
    guard outcomes.contains(where: { (try? $0.found.get()) != nil }) else {
      cautions += outcomes.compactMap { name, outcome in
        guard case .failure(let reason) = outcome else { return nil }
        return Caution(
          "not-available", about: [name],
          "\(title) of '\(name)' is not available because \(reason).")
      }
      return
    }
    hasTest = hasTest || isTest
    for (name, outcome) in outcomes {
      guard let found = try? outcome.get() else { continue }
      cautions += found.1.map { scores.count > 1 ? $0.about(name) : $0 }
    }
    if scores.count == 1, let found = try? outcomes[0].found.get() {
      tables += found.0
    } else {
      tables += try stack(
        outcomes.map { ($0.subject, $0.found.map(\.0)) }, of: title, under: .score)
    }
  }

  /// Fails where no score has a test, saying why for each.
  func requireATest() throws {
    guard !hasTest else { return }
    throw failure(
      cautions.filter { $0.id == "not-available" }.map(\.text).joined(separator: "\n        "))
  }
}

extension Caution {
  /// Where two columns hold yes and no, what counts them; `nil` for scores.
  static func twoAnswers(_ pairs: Pairs) -> Caution? {
    guard Set(pairs.values.first + pairs.values.second).count == 2 else { return nil }
    return Caution(
      "two-answers", about: [pairs.names.first, pairs.names.second],
      """
      Only two values occur, as in yes and no. --within \(pairs.names.first),\(pairs.names.second) \
      counts them by McNemar's test.
      """)
  }
}
