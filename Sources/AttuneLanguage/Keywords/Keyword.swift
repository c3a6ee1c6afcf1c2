/// One word of the language: how it is written and, in one line, what it does.
///
/// The reference page, and an editor's hover and completion, are drawn from these.
public struct Keyword: Sendable, Hashable {
  /// Where the word may stand.
  public enum Place: Sendable, Hashable {
    /// It begins a block: `item`.
    case heading
    /// It begins a line of a block: `answer`; `>` begins words to read, `=` stands in a choice.
    case detail
    /// It stands after the colon of a detail: `choose one`.
    case value
    /// It stands in a condition, after a name: `is at least`.
    case relation
    /// It stands in a condition, as a name that every instrument has: `role`.
    case subject
    /// It stands between braces in words that people read: `team`.
    case insert
  }

  public let place: Place
  /// The word as it is listed: `answer`, `... when`.
  public let spelling: String
  /// The word in use, as somebody would type it, such as `ask worker: I listen to this person`.
  public let example: String
  /// What it does, in one sentence.
  public let summary: String

  init(_ place: Place, _ spelling: String, _ example: String, _ summary: String) {
    self.place = place
    self.spelling = spelling
    self.example = example
    self.summary = summary
  }
}

extension Keyword {
  /// The words that begin a block in a file of this kind, in the order in which they are taught.
  public static func headings(of kind: FileKind) -> [Keyword] { kind.blocks.map(\.keyword) }

  /// The words that begin a line of a block, in the order in which they stand there; none where
  /// there is no such block.
  public static func details(of heading: String) -> [Keyword] {
    BlockKind(rawValue: heading)?.details ?? []
  }

  /// What may stand after the colon of a detail, where that is a short list; otherwise nothing.
  ///
  /// Names of scales, roles and items may stand there as well.
  public static func values(of detail: String, in heading: String) -> [Keyword] {
    guard let kind = BlockKind(rawValue: heading) else { return [] }
    return kind.values(of: detail)
  }

  /// What a condition may ask about an answer.
  public static let relations: [Keyword] = conditionRelations

  /// The names that every instrument has, for conditions.
  public static let subjects: [Keyword] = conditionSubjects

  /// What may stand between braces besides items and terms.
  public static let inserts: [Keyword] = builtInInserts
}
