import AttuneData
import AttuneExchange
import AttuneInstrument
import AttuneTables

/// Columns of numbers by name: constructs or items of an instrument, or columns of a file.
struct NumberColumns {
  struct Column {
    let name: String
    let values: [Double?]
  }

  let columns: [Column]
  let source: Results.Source
  let instrument: Instrument?
  let cautions: [Caution]

  init(_ data: DataArguments, names: [String], for command: String) throws {
    let source = try DataSource(data)
    instrument = source.instrument
    switch source {
    case .study(let cases):
      columns = try names.map { try Self.column($0, of: cases.submissions, in: cases.instrument) }
      self.source = cases.source
      cautions = cases.cautions
    case .file(let instrument?):
      let cases = try FileCases(data, instrument: instrument, scores: names)
      columns = try names.map { try Self.column($0, of: cases.submissions, in: instrument) }
      self.source = cases.source
      cautions = []
    case .file(nil):
      var found: [String] = []
      let file = try data.read { columns in
        found = try plainColumns(names.joined(separator: ","), among: columns, for: command)
        return ColumnRequest(scores: found)
      }
      columns = found.map { name in
        Column(name: name, values: file.columns.scores.column(named: name) ?? [])
      }
      self.source = Results.Source(file)
      cautions = file.cautions
      for column in columns { try refuseHuge(column.values, of: column.name) }
    }
  }

  private static func column(
    _ name: String, of submissions: [Submission], in instrument: Instrument
  ) throws -> Column {
    let score = try ComparisonSource.score(name, of: submissions, in: instrument)
    return Column(name: name, values: score.values)
  }
}
