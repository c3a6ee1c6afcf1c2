public import ArgumentParser
import AttuneData
import AttuneInstrument
import AttuneScoring
public import AttuneStatistics
import AttuneTables

extension Attune {
  /// How the answers to each item, and the scores of each scale, are distributed.
  struct Describe: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How answers and scores are distributed.",
      discussion: """
        For each scale's score and each item: how many values are there and how many are missing, \
        mean, standard deviation, median, MAD, skewness, kurtosis, quantiles, and how many lie at \
        the lowest and the highest value; then how often each answer was given. Items are described \
        as answered, not reversed.

        With a study, or a file and --instrument, the scales are the instrument's constructs, scored \
        by its own rule. Without, a scale's score is the mean of its items where all are answered:
          attune describe answers.csv --items 'heard,rushed-,r*,A1..A5' --range 1..5
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @OptionGroup(title: "Scales")
    var scales: ScaleArguments

    @Option(help: "The rule for skewness and kurtosis: type1 scipy, type2 SPSS, type3 psych.")
    var shape: MomentType = .type2

    @Option(help: "The rule for quantiles: type6 SPSS, type7 R.")
    var quantiles: QuantileType = .type7

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func run() throws {
      try reporting {
        let source = try ScaleSource(data, scales, includesIndexes: true)
        let scores = source.scales.map { scale in
          ScaleScore(scale, of: source.instrument, form: data.form)
        }
        let answers = source.scales.flatMap(\.itemSamples).uniqueByName
        var procedure = Descriptives()
        procedure.shape = shape
        procedure.quantiles = quantiles
        let tables = [
          try stacked(
            "scales", "Scale scores", under: .scale,
            scores.map { score in
              (score.sample.name, procedure.apply(to: score.sample).tables[0], score.note)
            }),
          try stacked(
            "items", "Items", under: .item,
            answers.map { ($0.name, procedure.apply(to: $0).tables[0], "As answered.") }),
          responses(answers),
        ]
        try results.deliver(
          Results(
            version: Attune.version, command: "describe", source: source.source,
            options: [
              .init("shape", .text(shape.rawValue)), .init("quantiles", .text(quantiles.rawValue)),
            ],
            tables: ResultContext(instrument: source.instrument).completing(
              tables.compactMap { $0 }, about: source.scales.map(\.name)),
            cautions: source.cautions + source.scales.flatMap(\.scores.cautions).unique))
      }
    }

    /// The same table for several subjects, under its own id, each with a note.
    private func stacked(
      _ id: String, _ title: String, under column: Column,
      _ parts: [(subject: String, table: Table, note: String)]
    ) throws -> Table? {
      Table.stacked(
        parts.map { ($0.subject, .success($0.table.adding(notes: [$0.note]))) }, under: column
      ).map { Table(id, title: title, columns: $0.columns, rows: $0.rows, notes: $0.notes) }
    }

    private func responses(_ answers: [ScoreSample]) -> Table? {
      Table.stacked(
        answers.map { sample in
          let table = Result { try ResponseCounts().apply(to: sample).tables[0] }
          return (sample.name, table.mapError { Unavailable("\($0)") })
        }, under: .item)
    }
  }
}

extension MomentType: ExpressibleByArgument {}
extension QuantileType: ExpressibleByArgument {}

extension ScaleSource.Scale {
  /// The answers to each item, not reversed.
  fileprivate var itemSamples: [ScoreSample] {
    selection.items.map { item in
      ScoreSample(
        name: item.column, values: answers.column(named: item.column) ?? [], range: item.range)
    }
  }
}

extension [ScoreSample] {
  /// Those of a name that has not come before.
  fileprivate var uniqueByName: [ScoreSample] {
    var seen: Set<String> = []
    return filter { seen.insert($0.name).inserted }
  }
}

extension [Caution] {
  /// Each once: an item may be in several scales.
  fileprivate var unique: [Caution] {
    var seen: Set<Caution> = []
    return filter { seen.insert($0).inserted }
  }
}
