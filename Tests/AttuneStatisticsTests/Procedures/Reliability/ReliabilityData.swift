import AttuneData
import AttuneStatistics
import AttuneTestSupport

/// What the tests of reliability share: data for which there is no result, with the reason.
enum ReliabilityData {
  static let withoutResult: [([[Double?]], StatisticsError)] = [
    ([[1, 2, 3]], .tooFew(.items, found: 1, needed: 2)),
    ([[1], [2], [3]], .tooFew(.cases, found: 1, needed: 2)),
    ([[], []], .tooFew(.cases, found: 0, needed: 2)),
    ([[nil, nil], [nil, nil]], .tooFew(.items, found: 0, needed: 2)),
    ([[2, 2, 2], [4, 4, 4]], .tooFew(.items, found: 0, needed: 2)),
    ([[1, nil, 3, nil], [nil, 2, nil, 4]], .tooFew(.cases, found: 0, needed: 2)),
    ([[1, 2, 3], [3, 2, 1]], .noVariance(in: "the total score")),
    ([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]], .noVariance(in: "the total score")),
  ]

  static func scores(_ columns: [[Double?]]) -> ItemScores {
    ItemScores(names: columns.indices.map { "i\($0 + 1)" }, columns: columns)
  }
}

/// A scale that reference rows are about.
struct ReferenceScale: Hashable {
  let dataset: String
  let arguments: String

  func items() throws -> CompleteItems {
    try GoldenData.scale(arguments, of: dataset).complete(.listwise)
  }
}

extension GoldenData {
  /// The rows of a file by the scale that they are about.
  static func scales(_ file: String) throws -> [ReferenceScale: [[String: String]]] {
    Dictionary(grouping: try Golden.rows("statistics/\(file).csv")) { row in
      ReferenceScale(dataset: row["dataset"] ?? "", arguments: row["args"] ?? "")
    }
  }
}
