import AttuneData

/// A CSV file seen as answers: what it turned out to be, a draft, and the values made plain.
public struct DelimitedDraft: Sendable {
  /// What a person says of the file, where it cannot be found out.
  public struct Told: Sendable {
    /// What stands for a missing value; `nil` to take what surely does, and to ask about the rest.
    public var missing: [String]?
    public var hasDecimalComma = false
    /// 2 where a second line has the questions.
    public var headingLines: Int?

    public init(missing: [String]? = nil, hasDecimalComma: Bool = false, headingLines: Int? = nil) {
      self.missing = missing
      self.hasDecimalComma = hasDecimalComma
      self.headingLines = headingLines
    }
  }

  public let draft: InstrumentDraft
  /// What was found, in sentences.
  public private(set) var findings: [String]
  private let grid: Grid
  private let columns: [DelimitedColumn]

  /// - Throws: `DelimitedTextError`.
  public init(_ bytes: [UInt8], named name: String, told: Told = Told()) throws {
    let decoded = DecodedText(bytes)
    let layout = try DelimitedLayout(decoded, headingLines: told.headingLines)
    let grid = layout.grid
    let marks = NumberMarks(
      grid.rows.joined(), separator: layout.separator, isToldComma: told.hasDecimalComma)
    let separators: [String: String] = [",": "comma", ";": "semicolon", "\t": "tab"]
    findings =
      [
        "The text is \(decoded.encoding), with a \(separators[layout.separator.rawValue] ?? "comma") "
          + "between values, and \(counted(grid.rows.count, "row")) of "
          + "\(counted(grid.header.count, "column"))."
      ] + decoded.findings + layout.findings + marks.findings
    let columns = grid.header.indices.map { index in
      DelimitedColumn(
        grid.header[index], grid.rows.map { $0[index] }, marks: marks, missing: told.missing)
    }
    findings += columns.flatMap(\.findings)
    var draft = InstrumentDraft(name: name, title: name)
    var section = InstrumentDraft.Section(title: "")
    section.items = zip(columns, layout.questions).map { column, question in
      InstrumentDraft.Item(name: column.name, words: question, answer: column.answer)
    }
    draft.sections = [section]
    draft.losses.add(
      layout.questions.allSatisfy(\.isEmpty)
        ? "A CSV file has no questions and no words for answers; write them in."
        : "A CSV file has no words for the numbers of a scale; write them in.")
    self.draft = draft
    self.grid = grid
    self.columns = columns
  }

  /// The values as the draft written as `text` has them: a comma between them, points in numbers,
  /// answers under their names there, and blanks for what is missing.
  public func csv(as text: DraftText) -> String {
    let header = columns.map { text.names[$0.name] ?? $0.name }
    let rows = grid.rows.map { row in
      zip(columns, row).map { column, value in
        let plain = column.plain(value)
        return text.answers[column.name]?[plain] ?? plain
      }
    }
    return DataText.csv(header, rows)
  }
}

/// `1 row`, `2 rows`.
private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
