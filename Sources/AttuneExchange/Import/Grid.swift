import AttuneData

/// A sheet of texts under names, such as a data dictionary.
struct Grid: Sendable {
  let header: [String]
  let rows: [[String]]

  /// The text in the column of the first of `names` that is there; empty where none is.
  func value(_ row: [String], _ names: String...) -> String {
    for name in names {
      if let place = header.firstIndex(where: { $0.lowercased() == name.lowercased() }),
        place < row.count
      {
        return row[place]
      }
    }
    return ""
  }

  init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// - Throws: `DelimitedTextError`.
  init(delimited text: String, _ format: DelimitedFormat = DelimitedFormat()) throws {
    var header: [String] = []
    var parser = DelimitedParser(format: format) { names in
      header = names
      return ColumnRequest(levels: names)
    }
    var text = text
    try text.withUTF8 { try parser.parse($0) }
    let columns = try parser.finish()
    let values = header.map { columns.levels[$0]?.values ?? [] }
    self.header = header
    rows = (0..<columns.caseCount).map { row in values.map { $0[row] ?? "" } }
  }
}
