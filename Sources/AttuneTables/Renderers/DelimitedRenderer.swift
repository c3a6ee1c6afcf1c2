/// Writes one table as comma- or tab-separated values (RFC 4180, with line feeds).
///
/// The first line has the columns' names. Numbers are never rounded: they are the shortest that
/// read back as the same value. A value that cannot be had is an empty field. A text that a
/// spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets
/// an apostrophe before it, which spreadsheets hide.
public struct DelimitedRenderer: Sendable {
  public static let csv = DelimitedRenderer(separator: ",")
  public static let tsv = DelimitedRenderer(separator: "\t")

  private let separator: Character

  public func render(_ table: Table) -> String {
    let header = table.columns.map { quoted($0.name) }
    let rows = table.rows.map { $0.map(field) }
    return ([header] + rows).map { $0.joined(separator: String(separator)) + "\n" }.joined()
  }

  private func field(_ cell: Cell) -> String {
    switch cell.content {
    case .text(let text): quoted(text.withoutFormula)
    case .count(let count): "\(count)"
    case .real(let number): "\(number)"
    case .unavailable: ""
    }
  }

  private func quoted(_ text: String) -> String {
    // Only a line feed and a tab have a meaning here; the rest of the controls are foreign.
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).inert }
        .joined(separator: "\t")
    }
    let shown = parts.joined(separator: "\n")
    guard shown.contains(where: { $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\t" })
    else { return shown }
    return "\""
      + shown.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension String {
  fileprivate var withoutFormula: String {
    guard let first = unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return self
    }
    return "'" + self
  }
}
