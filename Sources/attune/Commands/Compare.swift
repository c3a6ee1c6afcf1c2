import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune {
  /// Welch's t test of two groups, with the difference and its size.
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How far two groups of people differ.",
      discussion: """
        For each score: the two means, their difference with its interval, Welch's t test, and \
        Hedges' g with its interval. Differences are the first group minus the second; groups stand \
        in the instrument's order, or by name.

          attune compare my-study rel prio --by contact
          attune compare answers.csv total --by team
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Argument(help: "Constructs or items of the instrument, or columns of numbers.")
    var scores: [String]

    @Option(help: "What tells the groups apart: a group or item of the instrument, or a column.")
    var by: String

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

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func validate() throws {
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
        let source = try ComparisonSource(data, scores: scores, by: by)
        let (levels, order, others) = try chosen(source.groups)
        var procedure = WelchTTest()
        procedure.level = ConfidenceLevel(rawValue: level) ?? procedure.level
        procedure.alternative = alternative
        procedure.atLeastPerGroup = atLeast

        var cautions = source.cautions + others
        let outcomes = source.scores.map { score -> (String, Result<[Table], Unavailable>) in
          do {
            let kept = zip(score.values, levels).filter { $0.1.isCompared }
            let groups = try TwoGroups(
              score: score.name, values: kept.map(\.0), grouping: by,
              groups: kept.map(\.1.name), order: order)
            let outcome = try procedure.apply(to: groups)
            cautions += outcome.cautions.map { scores.count > 1 ? $0.about(score.name) : $0 }
            return (score.name, .success(outcome.tables))
          } catch {
            return (score.name, .failure(Unavailable("\(error)\(Self.hint(for: error))")))
          }
        }
        let context = ResultContext(instrument: source.instrument)
        let tables = context.completing(
          try stack(outcomes, of: "A comparison", under: .score), about: scores)
        try results.deliver(
          Results(
            version: Attune.version, command: "compare", source: source.source,
            options: [
              .init("by", .text(by)), .init("alternative", .text(alternative.rawValue)),
              .init("level", .real(level)),
              .init("at-least", .count(atLeast)),
              .init("missing", .text(MissingPolicy.listwise.rawValue)),
            ], tables: tables, cautions: cautions))
      }
    }

    private static func hint(for error: any Error) -> String {
      guard case DataError.notTwoGroups(_, let found) = error, found.count > 2 else { return "" }
      return "; choose two, as in --groups \(found[0].name),\(found[1].name)"
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
          "nobody is in a group '\(group)' of '\(by)'; there is "
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
