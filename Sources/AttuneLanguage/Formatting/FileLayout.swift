import AttuneDiagnostics

/// Lays out a file whose every line has been read: blocks apart, items of one section together.
struct FileLayout {
  private let source: ByteText
  private let kind: FileKind
  private var result = ""
  private var block: BlockLayout?
  /// The kind of the block above.
  private var previous: BlockKind?
  private var comments = CommentLayout()

  init(_ source: ByteText, _ kind: FileKind) {
    self.source = source
    self.kind = kind
  }

  mutating func add(_ line: Line) {
    switch line.kind {
    case .blank: comments.addBlank()
    case .comment: comments.add(source.words(line.body))
    case .heading:
      finishBlock()
      block = BlockLayout(line, comments.taken().withoutBlankAbove, in: source)
    case .prose, .choice, .detail, .unreadable:
      if kind == .translation {
        block?.add(translated: line, comments.taken())
      } else {
        block?.add(line, comments.taken())
      }
    }
  }

  /// The whole file.
  ///
  /// What stands below its last line is a comment on the whole.
  mutating func finished() -> String {
    finishBlock()
    let last = comments.taken().withoutBlankAbove
    return last.isEmpty ? result : result + "\n" + last.map { $0 + "\n" }.joined()
  }

  private mutating func finishBlock() {
    guard let block else { return }
    let isNextItem = block.kind == .item && (previous == .section || previous == .item)
    if previous != nil, !isNextItem { result += "\n" }
    result += block.text
    previous = block.kind
    self.block = nil
  }
}
