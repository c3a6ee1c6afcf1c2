public import ArgumentParser
import AttuneData
public import AttuneStatistics
import AttuneTables

extension Attune {
  /// How far scores go together, pair by pair.
  struct Correlate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correlate",
      abstract: "How far scores go together.",
      discussion: """
        The correlation of each pair of columns with its interval and its test.

          spearman    along any line that only rises (the default)
          pearson     along a straight line
          kendall     tau-b: pairs of people who stand the same way round on both
          polychoric  between normal deviates of which only ordered answers are seen
          polyserial  the same between a score, named first, and each of the others

          attune correlate my-study rel prio
          attune correlate answers.csv 'A1..A6' --method polychoric

        People who lack one of the scores are left out of all pairs, and counted; with --pairwise, \
        of the pairs that they lack a score for.
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Argument(help: "Constructs or items of the instrument, or columns of numbers.")
    var scores: [String]

    @OptionGroup(title: "Which correlation")
    var choice: CorrelationChoice

    @Option(help: "The level of the intervals, between 0 and 1.")
    var level = 0.95

    @Option(help: "What makes random resamples the same again.")
    var seed: UInt64 = 1

    @OptionGroup(title: "Results")
    var results: ResultOptions

    var method: CorrelationMethod { choice.method }
    var pairwise: Bool { choice.pairwise }
    var interval: CorrelationInterval { choice.interval }
    var resamples: Int? { choice.resamples }
    var emptyCells: PolychoricCorrelation.EmptyCells { choice.emptyCells }
    var smooth: Bool { choice.smooth }

    func validate() throws {
      try data.requireFirst(before: scores)
      if ConfidenceLevel(rawValue: level) == nil {
        throw ValidationError("'--level \(level)' is not between 0 and 1; 0.95 is customary.")
      }
      if method.isLatent, interval != .fisher {
        throw ValidationError("'--interval \(interval.rawValue)' is not for \(method.rawValue).")
      }
      if method != .polychoric, emptyCells != .keep {
        throw ValidationError("'--empty-cells' belongs to --method polychoric.")
      }
      if let resamples {
        guard interval.isBootstrap else {
          throw ValidationError("'--resamples' belongs to --interval percentile or bca.")
        }
        guard (100...1_000_000).contains(resamples) else {
          throw ValidationError("'--resamples \(resamples)' is not between 100 and 1000000.")
        }
      }
      for (index, score) in scores.enumerated() where scores[..<index].contains(score) {
        throw ValidationError("'\(score)' is named twice.")
      }
    }

    func run() throws {
      try reporting {
        let source = try NumberColumns(data, names: scores, for: "correlate")
        guard source.columns.count > 1 else {
          throw failure("a correlation is of two columns, and one is named.")
        }
        let columns = pairwise ? source.columns : source.columns.completeOnly
        let choices = CorrelationMethod.Choices(
          level: ConfidenceLevel(rawValue: level) ?? .percent95, interval: interval,
          resampling: Resampling(count: resamples ?? 10_000, seed: seed), emptyCells: emptyCells)
        let pairs = findings(of: columns, choices)
        let cautions =
          source.cautions
          + pairs.flatMap { pair in (try? pair.finding.get())?.cautions ?? [] }
        let found = CorrelationTables(
          method: method, names: columns.map(\.name), pairs: pairs,
          treatment: treatment(source.columns), smooths: smooth)
        guard let tables = found.tables else {
          throw failure(reasons(pairs))
        }
        let words = found.sentence(level: choices.level)
        try results.deliver(
          Results(
            version: Attune.version, command: "correlate", source: source.source,
            options: settings(choices),
            tables: ResultContext(instrument: source.instrument)
              .completing(tables.saying(words, below: tables[0].id), about: columns.map(\.name)),
            cautions: cautions.gathered))
      }
    }

    private typealias Column = NumberColumns.Column

    /// What is found for each pair, in the order of the list.
    private func findings(
      of columns: [Column], _ choices: CorrelationMethod.Choices
    ) -> [CorrelationTables.Pair] {
      let method = method
      let pairs = pairs(of: columns.map { .init($0.name, $0.values, for: method) })
      return pairs.concurrentMap { first, second in
        CorrelationTables.Pair(
          first: first.name, second: second.name,
          finding: Result { try method.finding(first, second, choices) }
            .mapError { Unavailable("\($0)") })
      }
    }

    private func pairs(
      of columns: [CorrelationMethod.Score]
    ) -> [(CorrelationMethod.Score, CorrelationMethod.Score)] {
      if method == .polyserial { return columns.dropFirst().map { (columns[0], $0) } }
      return columns.indices.flatMap { i in
        columns.indices.dropFirst(i + 1).map { (columns[i], columns[$0]) }
      }
    }

    private func treatment(_ columns: [Column]) -> String {
      let total = columns[0].values.count
      let cases = total == 1 ? "1 case" : "\(total) cases"
      if pairwise {
        return "\(cases); for each pair those that have both scores (pairwise)."
      }
      let used = columns.completeOnly[0].values.count { $0 != nil }
      return CaseAccount(total: total, used: used, policy: .listwise).note + "."
    }

    private func reasons(_ pairs: [CorrelationTables.Pair]) -> String {
      pairs.compactMap { pair in
        guard case .failure(let reason) = pair.finding else { return nil }
        return "\(method.title) of \(pair.label) is not available because \(reason)."
      }.joined(separator: "\n        ")
    }

    private func settings(_ choices: CorrelationMethod.Choices) -> [Results.Setting] {
      var settings: [Results.Setting] = [
        .init("method", .text(method.rawValue)), .init("level", .real(level)),
        .init("interval", .text(interval.rawValue)),
        .init("missing", .text(pairwise ? "pairwise" : MissingPolicy.listwise.rawValue)),
      ]
      if method == .polychoric { settings.append(.init("empty-cells", .text(emptyCells.rawValue))) }
      if smooth { settings.append(.init("smooth", .text("yes"))) }
      if interval.isBootstrap {
        settings.append(.init("resamples", .count(choices.resampling.count)))
        settings.append(.init("seed", .text("\(seed)")))
      }
      return settings
    }
  }
}

/// Which correlation is found, of whom, and how surely.
struct CorrelationChoice: ParsableArguments {
  @Option(help: "Which correlation.")
  var method: CorrelationMethod = .spearman

  @Flag(help: "Use for each pair everyone who has both.")
  var pairwise = false

  @Option(help: "How the interval is found; fisher: along Fisher's z.")
  var interval: CorrelationInterval = .fisher

  @Option(help: "How many resamples a bootstrap interval draws; 10000 if not given.")
  var resamples: Int?

  @Option(help: "For polychoric: keep an empty cell of a 2 x 2 table, or move half a person in.")
  var emptyCells: PolychoricCorrelation.EmptyCells = .keep

  @Flag(help: "Show correlations that cannot all be true together smoothed as well.")
  var smooth = false
}

extension CorrelationInterval: ExpressibleByArgument {}
extension PolychoricCorrelation.EmptyCells: ExpressibleByArgument {}

extension [NumberColumns.Column] {
  /// The columns without the values of anybody who lacks one of them.
  fileprivate var completeOnly: [NumberColumns.Column] {
    let rows = self[0].values.indices.map { row in allSatisfy { $0.values[row] != nil } }
    return map { column in
      NumberColumns.Column(
        name: column.name, values: zip(column.values, rows).map { $1 ? $0 : nil })
    }
  }
}
