import Foundation

/// What each golden test found, as `docs/verification.md` says it.
///
/// A test reports what it compared with one line. With `ATTUNE_RECORD=1` the line is written into the
/// document; otherwise the document has to say the same, but for how far values lie apart, which
/// differs from machine to machine and is bounded by the test itself.
public enum Verification {
  /// The document does not say what a test found.
  public struct Outdated: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Parameters:
  ///   - procedure: What was checked, as a reader knows it; each once.
  ///   - oracle: The program, version and call, or the table, that the values come from.
  ///   - agreement: What was compared.
  ///   - path: The document, below the root of the package.
  /// - Throws: `Outdated` where the document says anything else.
  public static func record(
    _ procedure: String, against oracle: String, _ agreement: Agreement,
    in path: String = "docs/verification.md"
  ) throws {
    let row = Row(
      procedure: procedure, oracle: oracle, count: agreement.count,
      largest: agreement.largest)
    let url = root.appending(path: path)
    try lock.withLock {
      var rows = try read(url)
      if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
        rows[procedure] = row
        try write(rows, to: url)
      } else if rows[procedure]?.stable != row.stable {
        throw Outdated(
          description: """
            \(path) does not say '\(row.stable)'; run the tests with ATTUNE_RECORD=1, and commit it
            """)
      }
    }
  }

  /// The procedures that the document lists.
  public static func procedures() throws -> [String] {
    try read(root.appending(path: "docs/verification.md")).keys.sorted()
  }

  private struct Row {
    let procedure: String
    let oracle: String
    let count: Int
    let deviation: String

    /// What does not differ from machine to machine.
    var stable: String { "\(procedure) | \(oracle) | \(count)" }

    init(procedure: String, oracle: String, count: Int, largest: Double) {
      self.procedure = procedure
      self.oracle = oracle
      self.count = count
      // The next power of ten: the digits say more about the machine than about the method.
      deviation = largest == 0 ? "none" : "below 1e\(Int(floor(log10(largest))) + 1)"
    }

    init?(line: Substring) {
      let cells = line.split(separator: " | ", omittingEmptySubsequences: false)
      guard cells.count == 4, line.hasPrefix("| "), line.hasSuffix(" |"),
        let count = Int(cells[2])
      else { return nil }
      procedure = String(cells[0].dropFirst(2))
      oracle = String(cells[1])
      self.count = count
      deviation = String(cells[3].dropLast(2))
    }
  }

  private static let lock = NSLock()

  private static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private static func read(_ url: URL) throws -> [String: Row] {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [:] }
    let rows = text.split(separator: "\n").compactMap { Row(line: $0) }
    return Dictionary(rows.map { ($0.procedure, $0) }) { first, _ in first }
  }

  private static func write(_ rows: [String: Row], to url: URL) throws {
    let lines = rows.values.sorted { $0.procedure < $1.procedure }.map {
      "| \($0.stable) | \($0.deviation) |"
    }
    try (introduction + lines.joined(separator: "\n") + "\n").write(
      to: url, atomically: true, encoding: .utf8)
  }

  private static let introduction = """
    # Verification

    What the numbers of attune were checked against, and how far apart they lie at worst. Tests write this page
    (`ATTUNE_RECORD=1 swift test`) and fail where it no longer says what they find. A deviation is relative to the other program's
    value, or absolute where that is 0; where a program stops before the last digit, its own convergence is the limit. The values
    and the scripts that made them stand in `Tests/Golden`.

    | Procedure | Checked against | Values | Largest deviation |
    |---|---|---|---|

    """
}
