public import ArgumentParser
import AttuneData
public import AttuneStatistics
import AttuneTables

extension Attune {
  /// Cronbach's alpha and its item table, for the scales of a study or of a file.
  struct Reliability: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reliability",
      abstract: "How well the items of each scale hang together.",
      discussion: """
        Cronbach's alpha, raw and standardised, with an interval (Feldt's, or another by \
        --interval); for each item its correlation with the rest and alpha without it. Cases with a \
        missing answer on a scale are left out of that scale, and counted; --missing-values \
        pairwise keeps them for the pairs of items that they answered, as psych and JASP do.

        With a study, or a file and --instrument, the scales are the instrument's constructs. \
        Without, name the columns:
          attune reliability answers.csv --items 'heard,rushed-,r*,A1..A5' --range 1..5
        An exact column name beats a pattern; otherwise a final - reverses every match.

        --with adds McDonald's omega from one factor (omega), the same for ordered answers \
        (ordinal), Guttman's lambda coefficients (guttman), the greatest lower bound (greatest-lower-bound), the halves of the scale \
        (split-half), the standard error of measurement (measurement-error), what a longer or \
        shorter scale would give (spearman-brown); and of several scales together, the reliability \
        of the score that they make (composite) and whether their alphas differ (comparison).

        --by gives each scale's alpha in each group, and says whether they differ.
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @OptionGroup(title: "Scales")
    var scales: ScaleArguments

    @Option(
      help: "What to add, with commas: \(ReliabilityMethod.names), or all.",
      transform: ReliabilityMethod.list)
    var with: [ReliabilityMethod] = []

    @Option(help: "The level of the interval, between 0 and 1.")
    var level = 0.95

    @Option(help: "How the interval is found.")
    var interval: AlphaInterval = .feldt

    @Option(help: "How many resamples a bootstrap interval draws; 10000 if not given.")
    var resamples: Int?

    @Option(help: "What makes random resamples and splits the same again.")
    var seed: UInt64 = 1

    @Option(
      help: """
        What to do about missing answers: listwise leaves a case out, pairwise keeps it for the \
        pairs of items that it answered.
        """)
    var missingValues: MissingValues = .listwise

    @Option(help: "What tells groups apart: a group or item of the instrument, or a column.")
    var by: String?

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func validate() throws {
      if ConfidenceLevel(rawValue: level) == nil {
        throw ValidationError("'--level \(level)' is not between 0 and 1; 0.95 is customary.")
      }
      if by != nil, !with.isEmpty {
        throw ValidationError("'--with' is about everybody; leave it out beside --by.")
      }
      if missingValues == .pairwise {
        guard with.isEmpty else {
          throw ValidationError(
            "'--with' needs complete cases; leave it out beside --missing-values pairwise.")
        }
        guard by == nil else {
          throw ValidationError(
            "'--by' needs complete cases; leave it out beside --missing-values pairwise.")
        }
        guard !interval.isBootstrap else {
          throw ValidationError(
            """
            '--interval \(interval.rawValue)' draws cases, and needs complete ones; take feldt, \
            bonett or duhachek beside --missing-values pairwise.
            """)
        }
      }
      if let resamples {
        guard interval.isBootstrap else {
          throw ValidationError("'--resamples' belongs to --interval percentile or bca.")
        }
        guard (100...1_000_000).contains(resamples) else {
          throw ValidationError("'--resamples \(resamples)' is not between 100 and 1000000.")
        }
      }
    }

    func run() throws {
      try reporting {
        let source = try ScaleSource(data, scales, by: by)
        var procedure = CronbachAlpha()
        procedure.level = ConfidenceLevel(rawValue: level) ?? procedure.level
        procedure.interval = interval
        procedure.resampling = Resampling(count: resamples ?? 10_000, seed: seed)
        let progress = ResampleProgress()
        defer { progress.finish() }
        procedure.resampling.watch = progress.watch
        let found = try tables(source, procedure)
        progress.finish()
        try results.deliver(found)
      }
    }

    private func tables(_ source: ScaleSource, _ procedure: CronbachAlpha) throws -> Results {
      var cautions = source.cautions
      if let groups = source.groups { return try byGroup(source, groups, procedure) }
      let scales = source.scales.map { Completed($0.name, $0.scores) }
      let alphas = scales.map { scale -> (String, Result<[Table], Unavailable>) in
        do {
          let outcome =
            missingValues == .pairwise
            ? try procedure.apply(to: try PairwiseItems(scale.scores))
            : try procedure.apply(to: try scale.items.get())
          cautions += outcome.cautions.map { scales.count > 1 ? $0.about(scale.name) : $0 }
          return (scale.name, .success(outcome.tables))
        } catch {
          return (scale.name, .failure(Unavailable("\(error)")))
        }
      }
      var tables = try stack(alphas, of: CronbachAlpha.about.title, under: .scale)
      for more in ReliabilityMethod.allCases where with.contains(more) {
        let found = try more.findings(
          for: scales, level: procedure.level, sampling: Resampling(seed: seed))
        tables += found.tables
        cautions += found.cautions
      }
      return completed(tables, cautions, of: source, procedure)
    }

    /// Alpha and the item table of each scale in each group, and whether the alphas differ.
    private func byGroup(
      _ source: ScaleSource, _ groups: ComparisonSource.Groups, _ procedure: CronbachAlpha
    ) throws -> Results {
      var cautions = source.cautions + groups.cautions
      let levels = groups.found
      var comparisons: [(String, Result<[Table], Unavailable>)] = []
      let alphas = source.scales.map { scale -> (String, Result<[Table], Unavailable>) in
        let members = levels.map { level in
          Completed(level, scale.scores.cases(where: groups.levels.map { $0 == level }))
        }
        comparisons.append((scale.name, comparison(of: members)))
        let parts = members.map { group -> (String, Result<[Table], Unavailable>) in
          do {
            let outcome = try procedure.apply(to: try group.items.get())
            cautions += outcome.cautions.map { $0.about("\(scale.name), \(group.name)") }
            return (group.name, .success(outcome.tables))
          } catch {
            return (group.name, .failure(Unavailable("\(error)")))
          }
        }
        return (
          scale.name,
          Result {
            try stack(parts, of: "\(CronbachAlpha.about.title) of \(scale.name)", under: .group)
          }.mapError { _ in Unavailable("no group of '\(groups.name)' has enough answers") }
        )
      }
      var tables = try stack(alphas, of: CronbachAlpha.about.title, under: .scale)
      if comparisons.contains(where: { (try? $0.1.get()) != nil }) {
        tables += try stack(comparisons, of: AlphaComparison.about.title, under: .scale)
      }
      return completed(tables, cautions, of: source, procedure)
    }

    private func comparison(of groups: [Completed]) -> Result<[Table], Unavailable> {
      Result {
        var procedure = AlphaComparison()
        procedure.level = ConfidenceLevel(rawValue: level) ?? procedure.level
        return try procedure.apply(
          to: ComparedAlphas(groups: groups.map { ($0.name, try $0.items.get()) })
        ).tables
      }.mapError { Unavailable("\($0)") }
    }

    private func completed(
      _ tables: [Table], _ cautions: [Caution], of source: ScaleSource, _ procedure: CronbachAlpha
    ) -> Results {
      let context = ResultContext(instrument: source.instrument)
      return Results(
        version: Attune.version, command: "reliability", source: source.source,
        options: [
          .init("level", .real(level)), .init("interval", .text(interval.rawValue)),
          .init("missing", .text(missingValues.rawValue)),
        ] + (by.map { [.init("by", .text($0))] } ?? [])
          + (scales.weights.map { [.init("weights", .text($0))] } ?? [])
          + resamplingSettings(procedure),
        tables: context.completing(tables, about: source.scales.map(\.name)), cautions: cautions)
    }

    private func resamplingSettings(_ procedure: CronbachAlpha) -> [Results.Setting] {
      let resamples = Results.Setting("resamples", .count(procedure.resampling.count))
      return (interval.isBootstrap ? [resamples] : [])
        + (interval.isBootstrap || !with.isEmpty ? [.init("seed", .text("\(seed)"))] : [])
    }
  }
}

extension AlphaInterval: ExpressibleByArgument {}

extension Attune.Reliability {
  /// What `--missing-values` can say.
  enum MissingValues: String, CaseIterable, ExpressibleByArgument {
    case listwise, pairwise
  }
}

/// The tables of several subjects, each kind stacked into one; one subject needs no column for it.
///
/// Fails where no subject has a result, saying why for each.
func stack(
  _ outcomes: [(subject: String, tables: Result<[Table], Unavailable>)], of method: String,
  under column: Column
) throws -> [Table] {
  guard let kinds = outcomes.lazy.compactMap({ try? $0.tables.get() }).first else {
    let reasons = outcomes.compactMap { outcome -> String? in
      guard case .failure(let reason) = outcome.tables else { return nil }
      return "\(method) of '\(outcome.subject)' is not available because \(reason)."
    }
    throw failure(reasons.joined(separator: "\n        "))
  }
  return kinds.indices.compactMap { kind in
    let parts = outcomes.map { subject, tables in
      (subject, tables.map { $0[kind] })
    }
    return Table.stacked(parts, under: column)
  }
}

extension Caution {
  /// The caution with the name of the scale or score that it is about.
  func about(_ subject: String) -> Caution { Caution(id, about: subjects, "\(subject): \(text)") }
}
