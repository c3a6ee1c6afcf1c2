import AttuneData
import AttuneTestSupport

/// The two groups that a reference row is about, in the order of the reference.
struct TwoGroupData {
  let key: String
  let groups: TwoGroups
  let rows: [[String: String]]

  /// The score's column, or the items of its total, and the group's column, by data set.
  private static let columns: [String: (score: [String], group: String)] = [
    "sleep": (["extra"], "group"), "mtcars": (["mpg"], "am"), "ToothGrowth": (["len"], "supp"),
    "hollander_permeability": (["y"], "g"), "ties_two_groups": (["y"], "g"),
    "zero_variance_group": (["y"], "g"), "prepost": (["post"], "group"),
  ]

  var summaries: TwoGroupSummaries { groups.summaries }

  /// Those of a file of `Tests/Golden/statistics`.
  static func all(in file: String = "two_groups") throws -> [TwoGroupData] {
    let rows = try Golden.rows("statistics/\(file).csv")
    return try Dictionary(grouping: rows) { [$0["dataset"] ?? "", $0["args"] ?? ""] }.map {
      key, rows in
      let arguments = key[1].split(separator: ";").map { $0.split(separator: "=")[1] }
      let (score, grouping) = try scores(key[0], arguments[0])
      let groups = try TwoGroups(
        score: "score", values: score, grouping: "group",
        groups: try GoldenData.levels(grouping, of: key[0]),
        order: arguments.dropFirst().map(String.init))
      return TwoGroupData(key: "\(key)", groups: groups, rows: rows)
    }
  }

  static func scores(
    _ dataset: String, _ name: Substring
  ) throws -> ([Double?], group: String) {
    if let (score, group) = columns[dataset] {
      return (try GoldenData.column(score[0], of: dataset), group)
    }
    let first = name.split(separator: " ")[0]
    guard name.hasPrefix("A total") else {
      return (try GoldenData.column(String(first), of: dataset), "g")
    }
    let items = try GoldenData.scale(
      "keys=A1 -A2 A3 A4 -A5 A6;range=1-5", of: dataset)
    let totals = (0..<items.caseCount).map { row in
      (0..<6).reduce(Double?(0)) { sum, item in
        sum.flatMap { sum in items[row, item].map { sum + $0 } }
      }
    }
    return (totals, "g")
  }
}
