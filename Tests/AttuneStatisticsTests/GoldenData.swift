import AttuneData
import AttuneTestSupport

/// The data of the golden values, read without the code under test.
enum GoldenData {
  static func column(_ name: String, of dataset: String) throws -> [Double?] {
    try Golden.rows("statistics/data/\(dataset).csv").map { row in
      row[name].flatMap { $0.isEmpty || $0 == "NA" ? nil : Double($0) }
    }
  }

  static func levels(_ name: String, of dataset: String) throws -> [String?] {
    try Golden.rows("statistics/data/\(dataset).csv").map { $0[name] }
  }

  static func scores(_ names: [String], of dataset: String) throws -> ItemScores {
    ItemScores(names: names, columns: try names.map { try column($0, of: dataset) })
  }

  /// The scale of a reference row's `args`: `scale=A;keys=A1 -A2 A3;range=1-5;missing=listwise`.
  static func scale(_ arguments: String, of dataset: String) throws -> ItemScores {
    let keys = value("keys", in: arguments).split(separator: " ").map(String.init)
    let names = keys.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
    let selection = try ColumnSelection(
      items: keys.map { $0.hasPrefix("-") ? "\($0.dropFirst())-" : $0 }.joined(separator: ","),
      ranges: [value("range", in: arguments).replacing("-", with: "..")], among: names)
    return try scores(names, of: dataset).selecting(selection.scales[0])
  }

  private static func value(_ name: String, in arguments: String) -> String {
    let parts = arguments.split(separator: ";").map { $0.split(separator: "=", maxSplits: 1) }
    return parts.first { $0[0] == name }.map { String($0[1]) } ?? ""
  }
}
