import AttuneData
import AttuneTestSupport
import Testing

/// The tables of counts that other programs were given.
enum CountedTables {
  /// A table written row by row, as in `3 1|1 3`.
  static func table(_ text: String) -> ContingencyTable {
    let counts = text.split(separator: "|").map { row in
      row.split(separator: " ").compactMap { Int($0) }
    }
    return ContingencyTable(
      names: GroupPair("row", "column"),
      categories: GroupPair(
        counts.indices.map { "r\($0 + 1)" }, (counts.first ?? []).indices.map { "c\($0 + 1)" }),
      counts: counts)
  }

  /// The table of a reference row: its data set, and `table=g x B3;2x5`.
  static func reference(_ dataset: String, _ arguments: String) throws -> ContingencyTable {
    let pair = try #require(arguments.split(separator: ";").first).dropFirst("table=".count)
    let parts = pair.split(separator: " ")
    let names = [String(parts[0]), String(parts[2])]
    if dataset == "likert_clean" {
      let sides = try names.map { name in
        ContingencyTable.Classification(
          name, try GoldenData.levels(name, of: dataset).map { $0 == "NA" || $0 == "" ? nil : $0 })
      }
      return try ContingencyTable(rows: sides[0], columns: sides[1])
    }
    let rows = try Golden.rows("statistics/data/\(dataset)_counts.csv")
    // In the order in which they first stand.
    func categories(_ name: String) -> [String] {
      rows.reduce(into: []) { found, row in
        if let value = row[name], !found.contains(value) { found.append(value) }
      }
    }
    let (first, second) = (categories(names[0]), categories(names[1]))
    let counts = first.map { one in
      second.map { other in
        rows.first { $0[names[0]] == one && $0[names[1]] == other }.flatMap {
          Int($0["n"] ?? $0["Freq"] ?? "")
        } ?? 0
      }
    }
    return ContingencyTable(
      names: GroupPair(names[0], names[1]), categories: GroupPair(first, second), counts: counts)
  }

  /// The rows of a file of golden values by their table, each table once.
  static func rows(_ file: String) throws -> [(
    table: ContingencyTable, row: [String: String], value: Double
  )] {
    try Golden.rows("statistics/\(file).csv").map { row in
      (table(row["table"] ?? ""), row, try #require(Double(row["value"] ?? ""), "\(row)"))
    }
  }
}
