public import AttuneInstrument
public import AttuneTables

/// What each column of exported answers is: a row for each column, in their order.
///
/// The words are the instrument's, an insert such as `{team}` as it is written; where roles read
/// different words, each role's stand there. Answers are written as they stand in the data.
public struct Codebook: Sendable {
  let instrument: Instrument
  /// Whether the columns of the scores are told of too.
  let hasScores: Bool

  public init(_ instrument: Instrument, hasScores: Bool = false) {
    self.instrument = instrument
    self.hasScores = hasScores
  }

  /// As CSV.
  public var text: String { DelimitedRenderer.data.render(table) }

  public var table: Table {
    let columns = [
      Column("column", "column", .text), Column("part", "part", .text),
      Column("question", "question", .text), Column("answers", "answers", .text),
      Column("missing", "missing", .text), Column("scores", "scores", .text),
    ]
    var described = ResponseColumn.answers(of: instrument)
    if hasScores {
      described += ResponseColumn.scores(of: instrument, apartFrom: described.map(\.name))
    }
    return Table(
      "codebook", title: "\(instrument.title) \(instrument.version)", columns: columns,
      rows: described.map(row))
  }

  private func row(_ column: ResponseColumn) -> [Cell] {
    let item: Item
    switch column.content {
    case .answer(let asked): item = asked
    case .score(let construct): return row(column, construct)
    case .answered:
      return [column.name, column.part, column.label, "whole number", "", ""].map(Cell.text)
    default: return [column.name, column.part, column.label, "words", "", ""].map(Cell.text)
    }
    let missing = ([.skipped] + item.offered).map(\.name).joined(separator: "; ")
    return [
      item.name, column.part, column.label, answers(to: item.format), missing, scores(of: item),
    ].map(Cell.text)
  }

  private func row(_ column: ResponseColumn, _ construct: Construct) -> [Cell] {
    let range = construct.range(in: instrument).map {
      "number from \(plain($0.lowerBound)) to \(plain($0.upperBound))"
    }
    return [
      column.name, column.part, column.label, "\(range ?? "number"). \(construct.ruleInWords)",
      "too few answered; not scored on this form", "",
    ].map(Cell.text)
  }

  private func answers(to format: ResponseFormat) -> String {
    switch format {
    case .chooseOne(let choices): words(choices)
    case .chooseAny(let choices, _): "several, with semicolons: " + words(choices)
    case .number(let number):
      [words(number), number.unit ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    case .text: "words"
    case .date(let precision): "date: \(precision.rawValue)"
    }
  }

  private func words(_ choices: [Choice]) -> String {
    choices.map { "\($0.written) = \($0.words)" }.joined(separator: "; ")
  }

  private func words(_ number: NumberFormat) -> String {
    switch (number.lowest.map(plain), number.highest.map(plain)) {
    case (let low?, let high?): "number from \(low) to \(high)"
    case (let low?, nil): "number from \(low)"
    case (nil, let high?): "number up to \(high)"
    case (nil, nil): "number"
    }
  }

  /// The constructs that use the item: `rel`, `rel (reversed)`.
  private func scores(of item: Item) -> String {
    instrument.constructs.filter { !$0.isComposite }.flatMap { construct in
      construct.uses.filter { $0.name == item.name }
        .map { construct.name + ($0.isReversed ? " (reversed)" : "") }
    }.joined(separator: "; ")
  }
}

/// A number without needless decimals.
func plain(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
