import Foundation

/// Values from other programs, in `Tests/Golden`.
public enum Golden {
  /// The rows of a comma-separated file below `Tests/Golden`, each by the names of the first line.
  public static func rows(_ path: String) throws -> [[String: String]] {
    let lines = records(of: try text(path))
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { fields in
      Dictionary(uniqueKeysWithValues: zip(names, fields))
    }
  }

  public static func text(_ path: String) throws -> String {
    try String(contentsOfFile: file(path), encoding: .utf8)
  }

  /// The full path of a file below `Tests/Golden`.
  public static func file(_ path: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden").appending(path: path).path()
  }

  /// Splits RFC 4180 text that is known to be well formed, one character at a time.
  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var fields = [""]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        records.append(fields)
        fields = [""]
      default: fields[fields.count - 1].append(character)
      }
    }
    return records
  }
}

/// How far `value` is from `expected`, in parts of it; in absolute terms where that is 0.
public func deviation(_ value: Double, from expected: Double) -> Double {
  if value == expected { return 0 }
  return abs(value - expected) / (expected == 0 ? 1 : abs(expected))
}
