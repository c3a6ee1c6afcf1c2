import AttuneData
import AttuneExchange
import AttuneInstrument
import AttuneScoring
import AttuneTables

/// What several raters said of the same cases: one column for each rater, one row for each case.
struct RatingSource {
  let ratings: Ratings
  let source: Results.Source
  let instrument: Instrument?
  let cautions: [Caution]

  /// `categories`: the names of the categories from lowest to highest, where there are such;
  /// `needsNumbers`: the method takes nothing else.
  init(
    _ data: DataArguments, items: String, categories: [String]?, needsNumbers: Bool
  ) throws {
    let source = try DataSource(data)
    instrument = source.instrument
    if let instrument, categories != nil {
      throw failure(
        "'\(instrument.name)' says how its answers are ordered; leave --categories out.")
    }
    switch source {
    case .study(let cases):
      let names = try Self.items(items, of: cases.instrument)
      ratings = Self.ratings(names, of: cases.submissions)
      self.source = cases.source
      cautions = cases.cautions
    case .file(let instrument?):
      let names = try Self.items(items, of: instrument)
      let cases = try FileCases(data, instrument: instrument, scores: names)
      ratings = Self.ratings(names, of: cases.submissions)
      self.source = cases.source
      cautions = []
    case .file(nil):
      var names: [String] = []
      let file = try data.read { columns in
        names = try plainColumns(items, among: columns, for: "agreement")
        return needsNumbers ? ColumnRequest(scores: names) : ColumnRequest(levels: names)
      }
      ratings =
        needsNumbers
        ? Ratings(
          raters: names, columns: names.map { file.columns.scores.column(named: $0) ?? [] })
        : try file.columns.ratings(
          names, order: categories, hasDecimalComma: data.decimalComma)
      self.source = Results.Source(file)
      cautions = []
    }
  }

  private static func items(_ list: String, of instrument: Instrument) throws -> [String] {
    let known = instrument.items.filter { $0.declaredRange != nil }.map(\.name)
    do {
      return try plainColumns(list, among: known, for: "agreement")
    } catch ColumnSelectionError.unknownColumn(let name, _) {
      throw instrument.unknown(name, "item with numbers or choices", among: known)
    }
  }

  private static func ratings(_ names: [String], of submissions: [Submission]) -> Ratings {
    Ratings(
      raters: names,
      columns: names.map { name in submissions.map { $0.answers[name]?.value?.number } })
  }
}
