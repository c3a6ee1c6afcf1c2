public import AttuneInstrument
import AttuneTables

/// What each column of exported answers is, as a CSV file: a row for each column, in their order.
///
/// The words are the instrument's, an insert such as `{team}` as it is written; where roles read
/// different words, each role's stand there. Answers are written as they stand in the data.
public struct Codebook: Sendable {
  private let instrument: Instrument

  public init(_ instrument: Instrument) { self.instrument = instrument }

  public var text: String {
    let columns = [
      Column("column", "column", .text), Column("part", "part", .text),
      Column("question", "question", .text), Column("answers", "answers", .text),
      Column("missing", "missing", .text), Column("scores", "scores", .text),
    ]
    // Those that are kept apart, or not at all, are no part of a person's record.
    let cells = instrument.sections.flatMap { section in
      section.items.filter { ($0.keeping, section.keeping ?? .yes) == (.yes, .yes) }
        .flatMap { rows(of: $0, in: section) }
    }
    let title = "\(instrument.title) \(instrument.version)"
    return DelimitedRenderer.csv.render(
      Table("codebook", title: title, columns: columns, rows: cells))
  }

  private func rows(of item: Item, in section: Section) -> [[Cell]] {
    let missing = ([.skipped] + item.offered).map(\.name).joined(separator: "; ")
    let row = [
      item.name, section.title, question(item, in: section), answers(to: item.format), missing,
      scores(of: item),
    ]
    let words = [
      item.name + "_words", section.title, "In the person's own words", "words", "", "",
    ]
    return ([row] + (item.writeIn == nil ? [] : [words])).map { $0.map(Cell.text) }
  }

  private func question(_ item: Item, in section: Section) -> String {
    let wordings = item.wordings.map { wording in
      (wording.role.map { "\($0): " } ?? "") + wording.text.source
    }
    return ([section.stem?.source].compactMap { $0 } + [wordings.joined(separator: " / ")])
      .joined(separator: " ")
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
    choices.map { "\($0.name ?? String($0.code)) = \($0.label)" }.joined(separator: "; ")
  }

  private func words(_ number: NumberFormat) -> String {
    func plain(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
    return switch (number.lowest.map(plain), number.highest.map(plain)) {
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
