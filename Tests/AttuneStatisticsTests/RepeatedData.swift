import AttuneData
import AttuneTestSupport

/// Several scores of the same people that reference rows are about.
struct RepeatedData {
  let dataset: String
  let columns: [String]
  let rows: [[String: String]]

  /// The rows of `file` by their data, of those that have one of `statistics`.
  static func all(_ file: String, _ statistics: Set<String>) throws -> [RepeatedData] {
    let rows = try Golden.rows("statistics/\(file).csv").filter {
      statistics.contains($0["statistic"] ?? "")
    }
    return Dictionary(grouping: rows) { [$0["dataset"] ?? "", $0["columns"] ?? ""] }.map {
      RepeatedData(
        dataset: $0[0], columns: $0[1].split(separator: " ").map(String.init), rows: $1)
    }
  }

  var measures: RepeatedMeasures {
    get throws {
      try RepeatedMeasures(
        columns.map { (name: $0, values: try GoldenData.column($0, of: dataset)) })
    }
  }

  /// Columns of one table, or the counts of one: both, only first, only second, neither.
  var changes: Pairs {
    get throws {
      let counts = columns.compactMap(Int.init)
      guard counts.count == 4 else { return try measures.pair(0, 1) }
      func people(_ answers: [Double]) -> [Double] {
        zip(counts, answers).flatMap { Array(repeating: $1, count: $0) }
      }
      return try Pairs(("first", people([1, 1, 0, 0])), ("second", people([1, 0, 1, 0])))
    }
  }

  /// Scores by person, for examples.
  static func people(_ scores: [[Double?]]) throws -> RepeatedMeasures {
    try RepeatedMeasures(
      (scores.first ?? []).indices.map { place in
        (name: "t\(place + 1)", values: scores.map { $0[place] })
      })
  }
}

extension Agreement {
  /// Compares with a row of another program.
  mutating func compare(_ value: Double?, with row: [String: String]) {
    let place = ["dataset", "columns", "statistic", "row", "fn"].map { row[$0] ?? "" }
    compare(
      value ?? .nan, with: Double(row["value"] ?? "") ?? .nan,
      at: place.joined(separator: " "))
  }
}
