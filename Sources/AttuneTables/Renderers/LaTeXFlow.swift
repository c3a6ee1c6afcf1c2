/// Writes one table for a LaTeX document in which tables stand where they are told of and break
/// across pages (`longtable`, `array`, `booktabs`); long words are set in lines, never made small.
public struct LaTeXFlow: Sendable {
  /// About how many letters of a small size stand on a line.
  private static let room = 94
  /// A column of words is set in lines where it is wider than this and there is no room for all.
  private static let narrow = 12

  public init() {}

  public func render(_ table: Table) -> String {
    let shown = ShownTable(table)
    let widths = Self.widths(table, shown)
    let columns = zip(table.columns, widths).map { column, width -> String in
      let isText = column.style == .text
      guard let width else { return isText ? "l" : "r" }
      let side = isText ? "raggedright" : "raggedleft"
      return ">{\\\(side)\\arraybackslash}p{\(width)ex}"
    }
    func line(_ cells: [String]) -> String { "\(cells.joined(separator: " & ")) \\\\\n" }
    let head =
      "\\toprule\n" + line(table.columns.map(\.label.inLaTeX)) + "\\midrule\n"
    let title =
      "\\multicolumn{1}{@{}l}{\\rlap{\\parbox[b]{\\linewidth}{\\raggedright"
      + "\\textit{\(table.title.inLaTeX)}}}} \\\\\n"
    return """
      {\\small
      \\begin{longtable}[l]{@{}\(columns.joined())@{}}
      \(title)\(head)\\endfirsthead
      \(head)\\endhead
      \\bottomrule
      \\endlastfoot
      \(shown.rows.map { line($0.map(\.inLaTeX)) }.joined())\
      \\end{longtable}}
      \(shown.notes.map { "{\\footnotesize \($0.inLaTeX)\\par}\n" }.joined())
      """
  }

  /// How wide a heading is in two lines, or its longest word if that is wider.
  private static func narrowest(_ label: String) -> Int {
    let longest = label.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
    return max(longest, label.displayWidth / 2 + 1) + 1
  }

  /// How many letters wide each column is set; `nil` where it is as wide as what stands in it.
  private static func widths(_ table: Table, _ shown: ShownTable) -> [Int?] {
    let natural = table.columns.indices.map { index in
      (shown.rows.map { $0[index].displayWidth } + [table.columns[index].label.displayWidth])
        .max() ?? 0
    }
    let spare = room - 2 * natural.count
    guard natural.reduce(0, +) > spare else { return natural.map { _ in nil } }
    let contents = table.columns.indices.map { index in
      shown.rows.map { $0[index].displayWidth }.max() ?? 0
    }
    // Numbers keep their room, their headings are set in lines; words share what is left, those
    // first that need less than their share.
    var widths = table.columns.indices.map { index in
      table.columns[index].style == .text
        ? natural[index] : max(contents[index], Self.narrowest(table.columns[index].label))
    }
    var open = table.columns.indices.filter {
      table.columns[$0].style == .text && natural[$0] > narrow
    }
    var left = spare - widths.indices.filter { !open.contains($0) }.reduce(0) { $0 + widths[$1] }
    while let small = open.first(where: { natural[$0] <= left / open.count }) {
      open.removeAll { $0 == small }
      left -= natural[small]
    }
    for index in open { widths[index] = max(narrow, left / open.count) }
    return widths.indices.map { index in
      let isNumber = table.columns[index].style != .text
      return open.contains(index) || isNumber && natural[index] > widths[index]
        ? widths[index] : nil
    }
  }
}
