import AttuneDiagnostics

/// Reads a text block by block, by recursive descent, and reports every line it cannot read.
///
/// `parseX` may find nothing, `expectX` reports a finding when nothing is there, `maybeX` looks
/// ahead. One wrong line damages one line: reading goes on with the next.
struct Parser {
  let source: ByteText
  let lines: [Line]
  let kinds: [BlockKind]
  var findings: [Finding] = []
  /// The names that were read, and what they may stand for.
  var uses: [NameUse] = []
  /// What could be written on the last line, for a parser that watches.
  var expected: [Expectation] = []
  /// Whether the last line is half-typed, and what could come next is wanted.
  var isWatching = false
  var index = 0

  init(_ content: String, kinds: [BlockKind]) {
    source = ByteText(content)
    self.kinds = kinds
    lines =
      Lexer(
        source, headings: Set(kinds.map(\.rawValue)),
        details: kinds == BlockKind.ofStudies ? [] : ["role question"]
      ).lines()
    findings = lines.compactMap { line in line.hidden.map { .hidesSomething(at: $0, in: source) } }
  }

  var line: Line { lines[index] }
  var isAtEnd: Bool { index >= lines.count }

  /// A block from its heading to the line before the next heading.
  mutating func parseBlock<Block: BlockSyntax>(_ type: Block.Type, _ heading: Heading) -> Block {
    var block = Block(heading: heading)
    index += 1
    while !isAtEnd, isWatched || !isNextHeading(after: Block.vocabulary) {
      if isWatched { watch(&block) } else { parseLine(into: &block) }
      if line.kind != .blank { block.range = SourceRange(heading.range.lower, line.body.upper) }
      index += 1
    }
    return block
  }

  /// Whether this line begins the next block, if only by a misspelt word.
  private func isNextHeading<Block>(after vocabulary: Vocabulary<Block>) -> Bool {
    guard line.kind == .detail else { return line.kind == .heading }
    return vocabulary.find(source.folded(line.head), line.head, in: source) == nil
      && maybeMisspeltHeading(besides: vocabulary.spellings) != nil
  }

  private mutating func parseLine<Block: BlockSyntax>(into block: inout Block) {
    switch line.kind {
    case .blank, .comment, .heading: break
    case .prose: parseProse(into: &block)
    case .choice: parseChoice(into: &block)
    case .detail: parseDetail(into: &block)
    case .unreadable: report(unreadable(in: Block.vocabulary))
    }
  }

  private mutating func parseProse<Block: BlockSyntax>(into block: inout Block) {
    guard let take = Block.vocabulary.prose else {
      return report(.textHasNowhereToGo(block.heading.kind, at: line.body))
    }
    // A bare ">" makes room in the file and says nothing.
    guard let text = line.text, text.lower < text.upper else { return }
    take(&block, Words(source.words(text), at: text))
  }

  private mutating func parseChoice<Block: BlockSyntax>(into block: inout Block) {
    guard let take = Block.vocabulary.choice else {
      return report(.choiceHasNowhereToGo(block.heading.kind, at: line.body))
    }
    guard let text = line.text, text.lower < text.upper else {
      return report(.nothingAfter(source[line.head] + " =", at: line.body))
    }
    var key = Name(source[line.head], at: line.head)
    if wholeNumber(key.value) == nil { key.value = check(key) }
    take(&block, ChoiceSyntax(key: key, label: Words(source.words(text), at: text)))
  }

  private mutating func parseDetail<Block: BlockSyntax>(into block: inout Block) {
    let head = source.folded(line.head)
    guard !["required", "mandatory"].contains(head) else {
      return report(.nobodyCanBeMade(at: line.head, line: wholeLine))
    }
    guard let (detail, argument) = Block.vocabulary.find(head, line.head, in: source) else {
      return report(
        .unknownWord(
          source[line.head], in: block.heading.kind, known: Block.vocabulary.spellings,
          at: line.head))
    }
    guard let text = line.text, text.lower < text.upper else {
      if !Block.allowsBlankDetails { report(.nothingAfter(source[line.head] + ":", at: line.body)) }
      return
    }
    var reader = Reader(source, text)
    read(detail, DetailLine(keyword: line.head, argument: argument), &reader, into: &block)
  }

  mutating func read<Block: BlockSyntax>(
    _ detail: Detail<Block>, _ line: DetailLine, _ reader: inout Reader, into block: inout Block
  ) {
    detail.read(&block, line, &reader)
    reader.findings.forEach { report($0) }
    expected += reader.expected
    let start = block.heading.range.lower
    uses += reader.uses.map { NameUse(name: $0.name, referent: $0.referent, block: start) }
  }

  /// The line with its ending, as an edit takes it out.
  private var wholeLine: SourceRange {
    let upper = index + 1 < lines.count ? lines[index + 1].range.lower : line.range.upper
    return SourceRange(line.range.lower, upper)
  }

  /// A line that hides something has a finding for that; what else is odd about it may follow from it.
  mutating func report(_ finding: Finding) {
    if isAtEnd || line.hidden == nil { findings.append(finding) }
  }

  private func unreadable<Block>(in vocabulary: Vocabulary<Block>) -> Finding {
    let folded = source.folded(line.body)
    if ["required", "mandatory"].contains(folded) {
      return .nobodyCanBeMade(at: line.body, line: wholeLine)
    }
    let word = vocabulary.spellings
      .filter { folded == $0 || folded.hasPrefix($0 + " ") }
      .max { $0.count < $1.count }
    return .unreadableLine(at: line.body, missingColonAfter: word)
  }
}

extension Vocabulary {
  /// The detail whose word begins `head`, and what stands between the word and the colon.
  ///
  /// The longest word wins.
  func find(
    _ head: String, _ range: SourceRange, in source: ByteText
  ) -> (Detail<Block>, argument: SourceRange?)? {
    if let detail = details.first(where: { $0.spelling == head }) { return (detail, nil) }
    let words = source.split(range)
    var best: (detail: Detail<Block>, argument: SourceRange?, length: Int)?
    for detail in details where detail.argument != .none {
      let length = detail.spelling.split(separator: " ").count
      if detail.argument == .leadingName {
        if words.count == 2, source.folded(words[1]) == "when", best == nil {
          best = (detail, words[0], 1)
        }
      } else if head.hasPrefix(detail.spelling + " "), length > best?.length ?? 0 {
        best = (detail, SourceRange(words[length].lower, range.upper), length)
      }
    }
    return best.map { ($0.detail, $0.argument) }
  }
}
