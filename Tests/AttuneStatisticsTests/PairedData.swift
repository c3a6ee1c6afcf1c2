import AttuneData
import AttuneTestSupport

/// The pairs that reference rows are about.
struct PairedData {
  let key: String
  let pairs: Pairs
  let rows: [[String: String]]

  static func all() throws -> [PairedData] {
    let rows = try Golden.rows("statistics/paired.csv")
    return try Dictionary(grouping: rows) { [$0["dataset"] ?? "", $0["args"] ?? ""] }.map {
      PairedData(key: "\($0)", pairs: try pairs($0[0], $0[1]), rows: $1)
    }
  }

  private static func pairs(_ dataset: String, _ arguments: String) throws -> Pairs {
    if dataset == "sleep" {
      let scores = try GoldenData.column("extra", of: dataset)
      return try Pairs(("1", Array(scores.prefix(10))), ("2", Array(scores.suffix(10))))
    }
    let names = dataset == "hollander_depression" ? ("first", "second") : ("pre", "post")
    var columns = [
      try GoldenData.column(names.0, of: dataset), try GoldenData.column(names.1, of: dataset),
    ]
    if arguments.hasSuffix("treat") {
      let groups = try GoldenData.levels("group", of: dataset)
      columns = columns.map { column in
        zip(column, groups).filter { $0.1 == "treat" }.map(\.0)
      }
    }
    return try Pairs((names.0, columns[0]), (names.1, columns[1]))
  }
}
