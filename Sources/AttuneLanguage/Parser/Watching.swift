import AttuneDiagnostics

/// What could be written next on a line that somebody is typing.
///
/// The words of the language are not listed anew for it: the readers are asked what they would
/// take.
extension Parser {
  /// What could stand at the end of `content`, whose last line is being typed.
  static func expectations(
    atEndOf content: String, kinds: [BlockKind]
  ) -> (expected: [Expectation], block: Heading?) {
    var parser = Parser(content, kinds: kinds)
    parser.isWatching = true
    let file = parser.parseInstrument()
    return (parser.expected, file.blocks.last?.heading)
  }

  var isWatched: Bool { isWatching && index == lines.count - 1 }

  /// Above the first heading only a heading can stand.
  mutating func watchForHeading() {
    switch line.kind {
    case .blank: expected += kinds.map(Expectation.heading)
    case .comment, .prose, .choice, .detail, .heading, .unreadable: break
    }
  }

  mutating func watch<Block: BlockSyntax>(_ block: inout Block) {
    switch line.kind {
    case .comment, .prose, .choice: break
    case .blank, .unreadable, .heading, .detail:
      if line.text == nil { watchHead(&block) } else { watchText(&block) }
    }
  }

  /// The cursor stands behind the colon.
  private mutating func watchText<Block: BlockSyntax>(_ block: inout Block) {
    guard line.kind == .detail, let text = line.text,
      let (detail, argument) = Block.vocabulary.find(
        source.folded(line.head), line.head, in: source)
    else { return }
    var reader = Reader(source, text, isWatching: true)
    read(detail, DetailLine(keyword: line.head, argument: argument), &reader, into: &block)
  }

  /// The cursor stands before the colon, or there is none yet.
  private mutating func watchHead<Block: BlockSyntax>(_ block: inout Block) {
    let typed = source.folded(line.body)
    var argument: (detail: Detail<Block>, length: Int)?
    for detail in Block.vocabulary.details {
      if detail.argument == .leadingName {
        watchLeadingName(typed)
      } else if typed.isEmpty || detail.spelling.hasPrefix(typed + " ") {
        expected.append(
          .detail(detail.spelling, takesArgument: [.name, .condition].contains(detail.argument)))
      }
      let length = detail.spelling.split(separator: " ").count
      if detail.argument != .none, detail.argument != .leadingName,
        typed == detail.spelling || typed.hasPrefix(detail.spelling + " "),
        length > argument?.length ?? 0
      {
        argument = (detail, length)
      }
    }
    // Below the lines of this block another may begin.
    if typed.isEmpty { expected += kinds.map(Expectation.heading) }
    if let (detail, length) = argument { watchArgument(of: detail, length, &block) }
  }

  private mutating func watchArgument<Block: BlockSyntax>(
    of detail: Detail<Block>, _ length: Int, _ block: inout Block
  ) {
    let words = source.split(line.body)
    let end = line.range.upper
    let lower = words.count > length ? words[length].lower : end
    // Not a second word after a name.
    if detail.argument != .condition, words.count > length { return }
    var reader = Reader(source, SourceRange(end, end), isWatching: true)
    read(
      detail, DetailLine(keyword: line.body, argument: SourceRange(lower, end)), &reader,
      into: &block)
  }

  /// `in_contact when:` - a level of the group stands first.
  private mutating func watchLeadingName(_ typed: String) {
    if typed.isEmpty {
      expected.append(.name(.ownChoice))
    } else if !typed.contains(" ") {
      expected.append(.words("when"))
    }
  }
}
