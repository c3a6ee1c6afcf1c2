public import AttuneTables

extension Workbook {
  /// The tables of a command's results, and a last sheet that says where they come from.
  public init(_ results: Results, tables: [Table]) {
    self.init(
      tables.map { Sheet($0) } + [Sheet(Self.about(results), named: "about", layout: .results)])
  }

  private static func about(_ results: Results) -> Table {
    var rows: [[Cell]] = [
      [.text("attune"), .text(results.version)], [.text("command"), .text(results.command)],
    ]
    if let source = results.source {
      rows += [
        [.text("data"), .text(source.path)], [.text("sha256"), .text(source.sha256)],
        [.text("cases"), .count(source.cases)],
      ]
    }
    rows += results.options.map { [.text($0.name), $0.value] }
    rows += results.tables.map { [.text("table " + $0.id), .text($0.title)] }
    return Table(
      "about", title: "How these tables were made",
      columns: [Column("what", "what", .text), Column("value", "value", .text)], rows: rows,
      notes: results.cautions.map { "Please note: \($0.text)" })
  }
}
