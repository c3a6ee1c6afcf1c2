public import ArgumentParser
import AttuneData
public import AttuneStatistics
import AttuneTables

extension Attune {
  /// How far raters, or two ways to measure the same thing, agree.
  struct Agreement: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "agreement",
      abstract: "How far people who rate the same cases agree.",
      discussion: """
        One row for each case that was rated, one column for each rater. Ratings are numbers, or \
        names such as yes and no.

          icc             numbers: the six intraclass correlations
          kappa           two raters, categories: Cohen's kappa
          weighted-kappa  two raters, categories with an order
          fleiss          two raters or more, categories: Fleiss' kappa
          krippendorff    any number of raters, ratings may be missing;
                          --metric says how far two ratings are apart
          bland-altman    two measures in one unit: bias, limits of agreement
          kendall-w       do raters put the cases into the same order?

          attune agreement ratings.csv --items first,second --method kappa
          attune agreement ratings.csv --items 'r1..r4' --method icc

        Cases with a missing rating are left out, and counted; krippendorff keeps what it can.
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Option(help: "The raters: columns of a file, or items of the instrument.")
    var items: String

    @Option(help: "What to find.")
    var method: AgreementMethod

    @Option(help: "For krippendorff, how far two ratings are apart.")
    var metric: KrippendorffAlpha.Metric?

    @Option(
      help: "The names of the categories from lowest to highest, as in never,sometimes,often.",
      transform: { $0.split(separator: ",").map(\.trimmingSpaces) })
    var categories: [String]?

    @Option(help: "The level of the intervals, between 0 and 1.")
    var level = 0.95

    @Option(help: "For krippendorff, how the bootstrap interval is found.")
    var interval: KrippendorffAlpha.Interval?

    @Option(help: "For krippendorff, how many resamples are drawn; 10000 if not given.")
    var resamples: Int?

    @Option(help: "For krippendorff, what makes random resamples the same again.")
    var seed: UInt64 = 1

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func validate() throws {
      if ConfidenceLevel(rawValue: level) == nil {
        throw ValidationError("'--level \(level)' is not between 0 and 1; 0.95 is customary.")
      }
      if method == .krippendorff, metric == nil {
        throw ValidationError(
          "Say how far two ratings are apart: --metric nominal, ordinal, interval or ratio.")
      }
      if method != .krippendorff, metric != nil || interval != nil || resamples != nil {
        throw ValidationError(
          "'--metric', '--interval' and '--resamples' belong to --method krippendorff.")
      }
      if let resamples, !(100...1_000_000).contains(resamples) {
        throw ValidationError("'--resamples \(resamples)' is not between 100 and 1000000.")
      }
      if let categories {
        if method.needsNumbers {
          throw ValidationError("'--method \(method.rawValue)' takes numbers, not --categories.")
        }
        if categories.count < 2 || Set(categories).count < categories.count
          || categories.contains("")
        {
          throw ValidationError("'--categories' takes two names or more, each once.")
        }
      }
    }

    func run() throws {
      try reporting {
        let source = try RatingSource(
          data, items: items, categories: categories, needsNumbers: method.needsNumbers)
        let choices = AgreementMethod.Choices(
          level: ConfidenceLevel(rawValue: level) ?? .percent95, metric: metric ?? .nominal,
          interval: interval ?? .percentile,
          resampling: Resampling(count: resamples ?? 10_000, seed: seed))
        let found = try method.findings(for: source.ratings, choices)
        try results.deliver(
          Results(
            version: Attune.version, command: "agreement", source: source.source,
            options: settings(choices),
            tables: ResultContext(instrument: source.instrument)
              .completing(found.tables, about: []),
            cautions: source.cautions + found.cautions))
      }
    }

    private func settings(_ choices: AgreementMethod.Choices) -> [Results.Setting] {
      let isKrippendorff = method == .krippendorff
      let first: [Results.Setting] = [
        .init("items", .text(items)), .init("method", .text(method.rawValue)),
      ]
      let level: [Results.Setting] = method == .kendallW ? [] : [.init("level", .real(level))]
      let order: [Results.Setting] =
        categories.map { [.init("categories", .text($0.joined(separator: ",")))] } ?? []
      guard isKrippendorff else {
        return first + order + level
          + [.init("missing", .text(MissingPolicy.listwise.rawValue))]
      }
      return first + order
        + [
          .init("metric", .text(choices.metric.rawValue))
        ] + level
        + [
          .init("interval", .text(choices.interval.rawValue)),
          .init("resamples", .count(choices.resampling.count)), .init("seed", .text("\(seed)")),
        ]
    }
  }
}

extension KrippendorffAlpha.Metric: ExpressibleByArgument {}
extension KrippendorffAlpha.Interval: ExpressibleByArgument {}
