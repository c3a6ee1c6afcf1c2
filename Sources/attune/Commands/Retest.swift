import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune {
  /// How alike a score is on two occasions, and who changed by more than errors explain.
  struct Retest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retest",
      abstract: "How alike a score is on two occasions.",
      discussion: """
        The intraclass correlation of absolute agreement, ICC(A,1), with its interval; Pearson's r; \
        the standard error of measurement; the smallest change of one person that can be detected; \
        and how the mean changed.

          attune retest answers.csv total_1 total_2

        With --reliability it also counts whose change is reliable (Jacobson & Truax): state the \
        scale's reliability from an earlier study, or the coefficient found where nothing changed.
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Argument(help: "The score on the first occasion: a column, a construct or an item.")
    var first: String

    @Argument(help: "The same score on the second occasion.")
    var second: String

    @Option(help: "The reliability by which reliable change is counted, from 0 to below 1.")
    var reliability: Double?

    @Option(
      help: "The standard deviation for reliable change; that of the first scores if not given.")
    var standardDeviation: Double?

    @Option(help: "The level of the intervals, between 0 and 1.")
    var level = 0.95

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func validate() throws {
      if ConfidenceLevel(rawValue: level) == nil {
        throw ValidationError("'--level \(level)' is not between 0 and 1; 0.95 is customary.")
      }
      if first == second { throw ValidationError("'\(first)' is named twice.") }
      if let reliability, !(reliability >= 0 && reliability < 1) {
        throw ValidationError("'--reliability \(reliability)' is not from 0 to below 1.")
      }
      if let standardDeviation {
        guard reliability != nil else {
          throw ValidationError("'--standard-deviation' belongs to --reliability.")
        }
        guard standardDeviation > 0, standardDeviation.isFinite else {
          throw ValidationError("'--standard-deviation \(standardDeviation)' is not above 0.")
        }
      }
    }

    func run() throws {
      try reporting {
        let source = try NumberColumns(data, names: [first, second], for: "retest")
        guard source.columns.count == 2 else {
          throw failure("retest compares two columns; name one for each occasion.")
        }
        let pairs = try Pairs(
          (source.columns[0].name, source.columns[0].values),
          (source.columns[1].name, source.columns[1].values))
        let level = ConfidenceLevel(rawValue: level) ?? .percent95
        var procedure = TestRetest()
        procedure.level = level
        let outcome = try procedure.apply(to: pairs)
        var tables = outcome.tables
        if let reliability {
          var change = ReliableChange()
          change.reliability = reliability
          change.standardDeviation = standardDeviation
          change.level = level
          tables += try change.apply(to: pairs).tables
        }
        try results.deliver(
          Results(
            version: Attune.version, command: "retest", source: source.source,
            options: [
              .init("level", .real(self.level)),
              .init("missing", .text(MissingPolicy.listwise.rawValue)),
            ] + (reliability.map { [.init("reliability", .real($0))] } ?? []),
            tables: ResultContext(instrument: source.instrument).completing(
              tables, about: [first, second]),
            cautions: source.cautions + outcome.cautions))
      }
    }
  }
}
