/// How often each answer of an ordered scale was given, as a picture: bars that part at the middle.
///
/// Each row is one item: the answers below the middle to the left, those above to the right, half of
/// the middle answer to either side, so that rows are compared by where they lie.
///
/// - Sources: diverging stacked bars after Heiberger & Robbins (2014), doi:10.18637/jss.v057.i05;
///   colours after the scheme PuOr of ColorBrewer (Harrower & Brewer 2003,
///   doi:10.1179/000870403235002042), which people who see colours otherwise tell apart.
public struct ResponsePicture: Sendable, Hashable {
  /// One item: how often each answer was given, in the order of `answers`.
  public struct Row: Sendable, Hashable {
    public let label: String
    public let counts: [Int]

    public init(_ label: String, counts: [Int]) {
      self.label = label
      self.counts = counts
    }

    /// How many answers there are.
    public var total: Int { counts.reduce(0, +) }

    /// The share of each answer, from 0 to 1; none if nobody answered.
    var shares: [Double] {
      total == 0 ? counts.map { _ in 0 } : counts.map { Double($0) / Double(total) }
    }
  }

  public let title: String
  /// From the lowest to the highest.
  public let answers: [String]
  public let rows: [Row]

  /// Every row has a count for each answer, and there are at least two answers.
  public init(title: String, answers: [String], rows: [Row]) {
    precondition(answers.count > 1, "a scale has at least two answers")
    precondition(rows.allSatisfy { $0.counts.count == answers.count }, "a count for each answer")
    self.title = title
    self.answers = answers
    self.rows = rows
  }

  /// What the picture shows, in words: for those who hear it rather than see it.
  public var alternative: String {
    rows.map { row in
      let parts = zip(answers, row.shares).map { "\($0) \($1.percent)" }
      return "\(row.label), \(row.total) \(row.total == 1 ? "answer" : "answers"): "
        + parts.joined(separator: ", ") + "."
    }.joined(separator: " ").inert
  }

  /// Bars of plain characters, the number before each, so that it is heard first.
  ///
  /// - Parameter width: In columns of a terminal.
  /// - Returns: Lines, each with a line end.
  public func text(width: Int = 80) -> String {
    let indent = answers.map(\.inert.displayWidth).max() ?? 0
    let longest = max(width - indent - 12, 10)
    let blocks = rows.map { row in
      let lines = zip(answers, row.shares).map { answer, share in
        let name = String(repeating: " ", count: indent - answer.inert.displayWidth) + answer.inert
        let percent = share.percent
        let space = String(repeating: " ", count: 5 - percent.count)
        let bar = String(repeating: "#", count: Int((share * Double(longest)).rounded()))
        return "  \(name) \(space)\(percent)\(bar.isEmpty ? "" : "  " + bar)\n"
      }
      return "\(row.label.inert) (n = \(row.total))\n" + lines.joined()
    }
    return "\(title.inert)\n\n" + blocks.joined(separator: "\n")
  }

  /// The picture as SVG 1.1, with its text alternative, without scripts or anything from elsewhere.
  public var svg: String { DivergingBars(self, in: .file).svg }

  /// The picture for a place in a page that has others, in the page's colours; `name` is a name in
  /// that page.
  public func svg(named name: String, isNarrow: Bool = false) -> String {
    DivergingBars(self, in: .page(name: name), isNarrow: isNarrow).svg
  }

  /// The same in numbers: a row for each item, a column for each answer.
  public var table: Table {
    Table(
      "answers", title: title,
      columns: [.item, .cases]
        + answers.enumerated().map { Column("answer_\($0.offset + 1)", $0.element, .text) },
      rows: rows.map { row in
        [.text(row.label), .count(row.total)] + row.shares.map { .text($0.percent) }
      }, notes: ["Per cent of the answers given."])
  }
}

extension Double {
  /// A share as a whole percentage: `12 %`.
  var percent: String { "\(Int((100 * self).rounded())) %" }
}
