public import ArgumentParser
import AttuneData
import AttuneInstrument
import AttuneScoring
public import AttuneStatistics
import AttuneTables
import AttuneTerminal

extension Attune {
  /// How the answers to each item, and the scores of each scale, are distributed.
  struct Describe: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "describe",
      abstract: "How answers and scores are distributed.",
      discussion: """
        For each scale's score and each item: how many values are there and how many are missing, \
        mean, standard deviation, median, MAD, skewness, kurtosis, quantiles, and how many lie at \
        the lowest and the highest value; then how often each answer was given. Items are described \
        as answered, not reversed.

        With a study, or a file and --instrument, the scales are the instrument's constructs, scored \
        by its own rule. Without, a scale's score is the mean of its items where all are answered:
          attune describe answers.csv --items 'heard,rushed-,r*,A1..A5' --range 1..5

        --by gives all of this for each group. --bars draws the answers below the tables, and \
        --picture writes them as an SVG picture: bars that part at the middle of the scale.
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @OptionGroup(title: "Scales")
    var scales: ScaleArguments

    @Option(help: "The rule for skewness and kurtosis: type1 scipy, type2 SPSS, type3 psych.")
    var shape: MomentType = .type2

    @Option(help: "The rule for quantiles: type6 SPSS, type7 R.")
    var quantiles: QuantileType = .type7

    @Option(help: "What tells groups apart: a group or item of the instrument, or a column.")
    var by: String?

    @Flag(help: "Draw how often each answer was given, below the tables.")
    var bars = false

    @Option(help: "Write how often each answer was given as a picture, to a file such as a.svg.")
    var picture: String?

    @OptionGroup(title: "Results")
    var results: ResultOptions

    func validate() throws {
      if bars, results.format != .text || results.output != nil {
        throw ValidationError("'--bars' belongs to text on the screen; use --picture for a file.")
      }
      if let picture, !picture.lowercased().hasSuffix(".svg") {
        throw ValidationError("'--picture \(picture)' is written as SVG; give it a name in .svg.")
      }
    }

    func run() throws {
      try reporting {
        let source = try ScaleSource(data, scales, includesIndexes: true, by: by)
        let groups = source.groups
        let scores = source.scales.map { scale in
          ScaleScore(scale, of: source.instrument, form: data.form)
        }
        let answers = source.scales.flatMap(\.itemAnswers).uniqueByName
        let samples = answers.map { ($0.name, $0.samples(in: groups)) }
        let tables = [
          try stacked(
            "scales", "Scale scores", under: .scale,
            scores.map { ($0.name, $0.samples(in: groups), $0.note) }),
          try stacked(
            "items", "Items", under: .item, samples.map { ($0.0, $0.1, "As answered.") }),
          responses(samples), source.missingReasons.table(for: answers.map(\.name)),
        ]
        let pictures = ResponsePicture.of(samples.flatMap(\.1), isGrouped: groups != nil)
        try results.deliver(
          Results(
            version: Attune.version, command: "describe", source: source.source,
            options: [
              .init("shape", .text(shape.rawValue)), .init("quantiles", .text(quantiles.rawValue)),
            ] + (by.map { [.init("by", .text($0))] } ?? [])
              + (scales.weights.map { [.init("weights", .text($0))] } ?? []),
            tables: ResultContext(instrument: source.instrument).completing(
              tables.compactMap { $0 }, about: source.scales.map(\.name)),
            cautions: source.cautions + (groups?.cautions ?? [])
              + source.scales.flatMap(\.scores.cautions).unique
              + [Caution.fewAnswers(samples.flatMap(\.1))].compactMap { $0 }))
        try show(pictures)
      }
    }

    private func show(_ pictures: [ResponsePicture]) throws {
      guard bars || picture != nil else { return }
      guard !pictures.isEmpty else {
        throw failure(
          "there is nothing to draw: bars need the values that could be chosen, as in --range 1..5."
        )
      }
      if bars {
        let width = StandardOutput().width
        print("\n" + pictures.map { $0.text(width: width) }.joined(separator: "\n"), terminator: "")
      }
      guard let picture else { return }
      for (number, part) in pictures.enumerated() {
        // Scales of different answers do not fit into one picture.
        let path = number == 0 ? picture : "\(picture.dropLast(4))-\(number + 1).svg"
        try write(part.svg, to: path)
        say("Wrote \(path)")
      }
    }

    /// The same table for several subjects, under its own id, each with a note.
    private func stacked(
      _ id: String, _ title: String, under column: Column,
      _ parts: [(subject: String, samples: [GroupSample], note: String)]
    ) throws -> Table? {
      var procedure = Descriptives()
      procedure.shape = shape
      procedure.quantiles = quantiles
      return Table.stacked(
        parts.map { part in
          let table = part.samples.table { .success(procedure.apply(to: $0).tables[0]) }
          return (part.subject, table.map { $0.adding(notes: [part.note]) })
        }, under: column
      ).map { Table(id, title: title, columns: $0.columns, rows: $0.rows, notes: $0.notes) }
    }

    private func responses(_ answers: [(name: String, samples: [GroupSample])]) -> Table? {
      Table.stacked(
        answers.map { answer in
          let table = answer.samples.table { sample in
            Result { try ResponseCounts().apply(to: sample).tables[0] }
              .mapError { Unavailable("\($0)") }
          }
          let note = answer.samples.unusedAnswers
          return (answer.name, note.map { note in table.map { $0.adding(notes: [note]) } } ?? table)
        }, under: .item)
    }
  }
}

extension MomentType: ExpressibleByArgument {}
extension QuantileType: ExpressibleByArgument {}

extension ScaleSource.Scale {
  /// The answers to each item, not reversed.
  fileprivate var itemAnswers: [ItemAnswers] {
    selection.items.map { item in
      ItemAnswers(
        name: item.column, values: answers.column(named: item.column) ?? [], range: item.range)
    }
  }
}

extension [ItemAnswers] {
  /// Those of a name that has not come before.
  fileprivate var uniqueByName: [ItemAnswers] {
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
