import AttuneData
import AttuneTestSupport

/// What the tests of agreement share.
enum RatingData {
  static func ratings(_ columns: [[Double?]]) -> Ratings {
    Ratings(raters: columns.indices.map { "r\($0 + 1)" }, columns: columns)
  }

  static func ratings(_ names: [String], of dataset: String) throws -> Ratings {
    Ratings(raters: names, columns: try names.map { try GoldenData.column($0, of: dataset) })
  }

  /// A table of counts as the ratings that it counts, one case for each.
  static func counted(_ dataset: String, _ rows: String, _ columns: String) throws -> Ratings {
    var names: [[String?]] = [[], []]
    for row in try Golden.rows("statistics/data/\(dataset)_counts.csv") {
      for _ in 0..<(Int(row["n"] ?? "") ?? 0) {
        names[0].append(row[rows])
        names[1].append(row[columns])
      }
    }
    return try Ratings(
      raters: [rows, columns], names: names, order: Set(names.joined().compactMap { $0 }).sorted())
  }

  /// The cases that no method makes anything of: each with what every method says.
  static let alike: [[Double?]] = [[3, 3, 3, 3], [3, 3, 3, 3], [3, 3, 3, 3]]
}
