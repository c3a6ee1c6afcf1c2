public import ArgumentParser
import AttuneData
import AttuneInstrument
public import AttuneStatistics
import AttuneTables

extension Attune {
  /// How far scores differ, between two groups of people or between two occasions.
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "How far two groups of people differ, or two occasions.",
      discussion: """
        For each score: the two means, their difference with its interval, Welch's t test, and \
        Hedges' g with its interval; beside it the Mann-Whitney test, and where a group has fewer \
        than 20 people a permutation test. Differences are the first group minus the second; groups \
        stand in the instrument's order, or by name.

          attune compare my-study rel prio --by contact
          attune compare answers.csv total --by team

        With more than two groups: Welch's analysis of variance with the Games-Howell pairs, and \
        beside it the Kruskal-Wallis test with Dunn's pairs and the one-way analysis of variance.

        With --paired two scores of the same people are compared: the paired t test with dz, and \
        beside it the Wilcoxon signed-rank and the sign test.

          attune compare answers.csv total_1 total_2 --paired
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Argument(help: "Constructs or items of the instrument, or columns of numbers.")
    var scores: [String]

    @Option(help: "What tells the groups apart: a group or item of the instrument, or a column.")
    var by: String?

    @Flag(help: "Compare two scores of the same people, the first named less the second.")
    var paired = false

    @Option(help: "How --paired treats differences of 0 in the signed-rank test.")
    var zeros: WilcoxonSignedRank.Zeros = .wilcoxon

    @Flag(help: "Correct the Mann-Whitney test for continuity where it is not exact.")
    var continuity = false

    @Option(
      help: "Which two groups, first and second, as in outreach,voluntary.",
      transform: { $0.split(separator: ",").map(\.trimmingSpaces) })
    var groups: [String]?

    @Option(help: "What is held against no difference: the first group less the second is …")
    var alternative: Alternative = .twoSided

    @Option(help: "The level of the intervals, between 0 and 1.")
    var level = 0.95

    @Option(help: "Caution about a group with fewer people than this; 10 is customary.")
    var atLeast = 10

    @Option(help: "What makes the random divisions of a permutation test the same again.")
    var seed: UInt64 = 1

    @OptionGroup(title: "Results")
    var results: ResultOptions

    /// Below this a group is small enough for a permutation test beside t.
    private static let smallGroup = 20

    func validate() throws {
      if paired {
        if by != nil { throw ValidationError("'--paired' and '--by' ask different questions.") }
        if scores.count != 2 { throw ValidationError("'--paired' takes two scores.") }
      } else if by == nil {
        throw ValidationError("Say what tells the groups apart with --by, or ask for --paired.")
      }
      if ConfidenceLevel(rawValue: level) == nil {
        throw ValidationError("'--level \(level)' is not between 0 and 1; 0.95 is customary.")
      }
      if let groups, groups.count != 2 || groups[0] == groups[1] {
        throw ValidationError("'--groups' takes two different groups, as in outreach,voluntary.")
      }
      for (index, score) in scores.enumerated() where scores[..<index].contains(score) {
        throw ValidationError("'\(score)' is named twice.")
      }
    }

    func run() throws {
      try reporting {
        if paired {
          try comparePairs()
        } else if let by {
          try compareGroups(by)
        }
      }
    }

    private func compareGroups(_ by: String) throws {
      let source = try ComparisonSource(data, scores: scores, by: by)
      if groups == nil, source.groups.found.count > 2 { return try compareSeveral(source, by) }
      let (levels, order, others) = try chosen(source.groups)
      var cautions = source.cautions + others
      let groups = source.scores.map { score in
        (
          name: score.name,
          groups: Result {
            let kept = zip(score.values, levels).filter { $0.1.isCompared }
            return try TwoGroups(
              score: score.name, values: kept.map(\.0), grouping: by,
              groups: kept.map(\.1.name), order: order)
          }
        )
      }
      /// The tables of one method for every score.
      func outcomes(
        _ tables: (TwoGroups) throws -> [Table]
      ) -> [(String, Result<[Table], Unavailable>)] {
        groups.map { score in
          (
            score.name,
            Result { try tables(try score.groups.get()) }.mapError {
              Unavailable("\($0)")
            }
          )
        }
      }
      func isAnyFound(_ outcomes: [(String, Result<[Table], Unavailable>)]) -> Bool {
        outcomes.contains { (try? $0.1.get()) != nil }
      }

      var welch = WelchTTest()
      welch.level = ConfidenceLevel(rawValue: level) ?? welch.level
      welch.alternative = alternative
      welch.atLeastPerGroup = atLeast
      var tables = try stack(
        zip(groups, outcomes { try welch.apply(to: $0).tables }).map { score, outcome in
          if let pair = try? score.groups.get(), let found = try? welch.apply(to: pair) {
            cautions += found.cautions.map { scores.count > 1 ? $0.about(score.name) : $0 }
          }
          return outcome
        }, of: "A comparison", under: .score)

      var ranks = MannWhitney()
      ranks.level = welch.level
      ranks.alternative = alternative
      ranks.correctsForContinuity = continuity
      let ranked = outcomes { try ranks.apply(to: $0).tables }
      if isAnyFound(ranked) {
        tables += try stack(ranked, of: MannWhitney.about.title, under: .score)
      }

      let isSmall = groups.contains { score in
        guard let pair = try? score.groups.get() else { return false }
        return min(pair.values.first.count, pair.values.second.count) < Self.smallGroup
      }
      if isSmall {
        var dealing = PermutationTest()
        dealing.alternative = alternative
        dealing.sampling = Resampling(seed: seed)
        let dealt = outcomes { try dealing.apply(to: $0).tables }
        if isAnyFound(dealt) {
          tables += try stack(dealt, of: PermutationTest.about.title, under: .score)
        }
      }

      try deliver(
        tables, cautions, source.source, source.instrument,
        options: [.init("by", .text(by)), .init("at-least", .count(atLeast))]
          + (isSmall ? [.init("seed", .text("\(seed)"))] : []))
    }

    /// Welch's analysis of variance with Games and Howell's pairs; beside it ranks, and Fisher's.
    private func compareSeveral(_ source: ComparisonSource, _ by: String) throws {
      guard alternative == .twoSided else {
        throw failure(
          "with more than two groups there is no --alternative; choose two by --groups.")
      }
      let level = ConfidenceLevel(rawValue: level) ?? .percent95
      let samples = source.scores.map { score in
        SeveralGroups(
          score: score.name, values: score.values, grouping: by, groups: source.groups.levels,
          order: source.groups.order)
      }
      func add(
        _ title: String, to tables: inout [Table], _ find: (SeveralGroups) throws -> [Table]
      ) throws {
        let outcomes = samples.map { sample in
          (sample.score, Result { try find(sample) }.mapError { Unavailable("\($0)") })
        }
        guard tables.isEmpty || outcomes.contains(where: { (try? $0.1.get()) != nil }) else {
          return
        }
        tables += try stack(outcomes, of: title, under: .score)
      }
      var tables: [Table] = []
      try add(WelchANOVA.about.title, to: &tables) { try WelchANOVA().apply(to: $0).tables }
      try add(GamesHowell.about.title, to: &tables) { sample in
        var pairs = GamesHowell()
        pairs.level = level
        return try pairs.apply(to: sample).tables
      }
      try add(KruskalWallis.about.title, to: &tables) { try KruskalWallis().apply(to: $0).tables }
      try add(DunnTest.about.title, to: &tables) { try DunnTest().apply(to: $0).tables }
      try add(OneWayANOVA.about.title, to: &tables) { sample in
        Array(try OneWayANOVA().apply(to: sample).tables.dropFirst())
      }
      let small = Set(samples.flatMap(\.groups).filter { $0.values.count < atLeast }.map(\.name))
      let cautions = small.sorted().map { name in
        Caution(
          "small-group", about: [name],
          "Group '\(name)' has fewer than \(atLeast) cases (at least per group): read the intervals "
            + "before the estimates.")
      }
      try deliver(
        tables, source.cautions + cautions, source.source, source.instrument,
        options: [.init("by", .text(by)), .init("at-least", .count(atLeast))])
    }

    private func comparePairs() throws {
      let source = try NumberColumns(data, names: scores, for: "compare")
      guard source.columns.count == 2 else { throw failure("--paired takes two columns.") }
      let (first, second) = (source.columns[0], source.columns[1])
      let pairs = try Pairs((first.name, first.values), (second.name, second.values))
      var t = PairedTTest()
      t.level = ConfidenceLevel(rawValue: level) ?? t.level
      t.alternative = alternative
      var ranks = WilcoxonSignedRank()
      ranks.alternative = alternative
      ranks.zeros = zeros
      var signs = SignTest()
      signs.alternative = alternative
      let tables =
        try t.apply(to: pairs).tables + ranks.apply(to: pairs).tables
        + signs.apply(to: pairs).tables
      try deliver(
        tables, source.cautions, source.source, source.instrument,
        options: [.init("paired", .text("yes")), .init("zeros", .text(zeros.rawValue))])
    }

    private func deliver(
      _ tables: [Table], _ cautions: [Caution], _ source: Results.Source,
      _ instrument: Instrument?, options: [Results.Setting]
    ) throws {
      try results.deliver(
        Results(
          version: Attune.version, command: "compare", source: source,
          options: options + [
            .init("alternative", .text(alternative.rawValue)), .init("level", .real(level)),
            .init("missing", .text(MissingPolicy.listwise.rawValue)),
          ],
          tables: ResultContext(instrument: instrument).completing(tables, about: scores),
          cautions: cautions))
    }

    /// A person's group, and whether it is one of those that are compared.
    private struct Level {
      let name: String?
      let isCompared: Bool
    }

    /// The groups that are compared; a person whose group is not known is left out and counted.
    private func chosen(
      _ found: ComparisonSource.Groups
    ) throws -> (levels: [Level], order: [String], others: [Caution]) {
      guard let groups else {
        return (found.levels.map { Level(name: $0, isCompared: true) }, found.order, [])
      }
      let known = Set(found.levels.compactMap { $0 })
      for group in groups where !known.contains(group) {
        throw failure(
          "nobody is in a group '\(group)' of '\(found.name)'; there is "
            + known.sorted().joined(separator: ", ") + ".")
      }
      let levels = found.levels.map { level in
        Level(name: level, isCompared: level.map { groups.contains($0) } ?? true)
      }
      let others = levels.count { !$0.isCompared }
      let caution = Caution(
        "other-groups", "\(others) \(others == 1 ? "person is" : "people are") in other groups.")
      return (levels, groups, others > 0 ? [caution] : [])
    }
  }
}

extension Column {
  /// What was compared, where there is more than one score.
  fileprivate static let score = Column("score", "score", .text)
}

extension WilcoxonSignedRank.Zeros: ExpressibleByArgument {}
