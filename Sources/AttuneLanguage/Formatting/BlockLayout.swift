import AttuneDiagnostics

/// Lays out one block: its heading, and below it the details in their order.
struct BlockLayout {
  /// A line of the block with the comments above it.
  private struct Entry {
    let rank: Int
    let comments: [String]
    var line: DetailLayout
  }

  let kind: BlockKind
  private let source: ByteText
  private let comments: [String]
  private let heading: String
  private var entries: [Entry] = []

  init(_ line: Line, _ comments: [String], in source: ByteText) {
    let words = source.split(line.head)
    guard let kind = BlockKind(rawValue: source.folded(words[0])) else {
      preconditionFailure("a heading begins with the kind of its block")
    }
    let head = ([kind.rawValue] + words.dropFirst().map { source[$0] }).joined(separator: " ")
    let title = line.text.map(source.words) ?? ""
    self.kind = kind
    self.source = source
    self.comments = comments
    heading = title.isEmpty ? head : "\(head): \(title)"
  }

  /// Adds a line of a translation: what the file is stands first, and every other line stays where
  /// it stands, below the one that it translates.
  mutating func add(translated line: Line, _ comments: [String]) {
    let layout = DetailLayout(translated: line, source)
    let rank = kind == .translation ? kind.rank(of: layout.spelling) : 0
    entries.append(Entry(rank: rank, comments: comments, line: layout))
  }

  mutating func add(_ line: Line, _ comments: [String]) {
    let layout = DetailLayout(line, in: kind, source)
    entries.append(Entry(rank: kind.rank(of: layout.spelling), comments: comments, line: layout))
  }

  var text: String {
    // Sorting keeps lines of one rank as they stand: their order is the author's.
    let sorted = entries.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    var joined: [Entry] = []
    for entry in sorted.map(\.element) {
      if let last = joined.indices.last, entry.comments.isEmpty,
        joined[last].line.join(entry.line)
      {
        continue
      }
      joined.append(entry)
    }
    let details = joined.flatMap { $0.comments + $0.line.lines }.withoutBlankAbove
      .map { $0.isEmpty ? "" : "  " + $0 }
    return (comments + [heading] + details).map { $0 + "\n" }.joined()
  }
}
