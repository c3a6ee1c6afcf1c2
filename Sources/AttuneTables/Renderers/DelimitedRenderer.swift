/// Writes one table as comma- or tab-separated values (RFC 4180, with line feeds).
///
/// The first line has the columns' names. Numbers are never rounded: they are the shortest that
/// read back as the same value. A value that cannot be had is an empty field. A text that a
/// spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return, after
/// any apostrophes) gets an apostrophe before it, which spreadsheets hide; taking one apostrophe
/// from what begins so gives every text back.
public struct DelimitedRenderer: Sendable {
  public static let csv = DelimitedRenderer(separator: ",")
  public static let tsv = DelimitedRenderer(separator: "\t")
  /// For files of people's answers, which no terminal shows: what orders Arabic or Hebrew stays.
  public static let data = DelimitedRenderer(separator: ",", isForTerminals: false)

  private let separator: Character
  private var isForTerminals = true

  public func render(_ table: Table) -> String {
    let header = table.columns.map { quoted($0.name.withoutFormula) }
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
    let shown = isForTerminals ? text.controlFree.directionFree : text.controlFree
    // Readers take spaces off the ends of what is not quoted.
    let hasSpaceAtEnd = [shown.first, shown.last].contains { $0?.isWhitespace ?? false }
    guard
      hasSpaceAtEnd
        || shown.contains(where: { $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\t" })
    else { return shown }
    return "\""
      + shown.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension String {
  fileprivate var withoutFormula: String {
    guard let first = unicodeScalars.first(where: { $0 != "'" }),
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return self }
    return "'" + self
  }

  /// The text with what orders or ends lines made visible, but for tabs and line feeds.
  fileprivate var directionFree: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.flatMap { $0 == "\n" || $0 == "\t" ? [$0] : Array($0.inertScalars) }))
  }
}

extension Unicode.Scalar {
  fileprivate var inertScalars: String.UnicodeScalarView { String(self).inert.unicodeScalars }
}
