import AttuneDiagnostics
import AttuneInstrument

extension Parser {
  /// The file of a translation.
  mutating func parseTranslation() -> TranslationSyntax {
    var syntax = TranslationSyntax()
    expectFileHeading(.translation)
    while let heading = parseNextHeading() { syntax.blocks.append(parseTranslated(heading)) }
    syntax.lastComments = comments(above: lines.count)
    return syntax
  }

  /// The comments between the line at `index` and the one above it that is none.
  private func comments(above index: Int) -> [String] {
    let above = lines[..<index].reversed().prefix { $0.kind == .comment || $0.kind == .blank }
    return above.filter { $0.kind == .comment }.map { source[$0.body] }.reversed()
  }

  private mutating func parseTranslated(_ heading: Heading) -> TranslationBlock {
    var block = TranslationBlock(heading: heading)
    block.comments = comments(above: index)
    if let title = heading.title, heading.kind != .translation {
      report(.headingHasWords(heading, title))
    }
    index += 1
    while !isAtEnd, line.kind != .heading, maybeMisspeltHeading(of: block) == nil {
      parseLine(into: &block)
      index += 1
    }
    return block
  }

  private func maybeMisspeltHeading(of block: TranslationBlock) -> BlockKind? {
    let words = block.spellings.flatMap { ["was", $0] }
    return maybeMisspeltHeading(besides: words)
  }

  private mutating func parseLine(into block: inout TranslationBlock) {
    switch line.kind {
    case .blank, .comment, .heading: break
    case .prose: report(.textIsRead(at: line.body))
    case .unreadable: report(.unreadableLine(at: line.body, missingColonAfter: nil))
    case .choice: parseWords(into: &block)
    case .detail:
      if !parseDetail(into: &block) { parseWords(into: &block) }
    }
  }

  // MARK: What the file is

  /// Reads a line that is no translation.
  ///
  /// Returns whether it is one.
  private mutating func parseDetail(into block: inout TranslationBlock) -> Bool {
    let detail = TranslationDetails.vocabulary.details.first {
      $0.spelling == source.folded(line.head)
    }
    guard let detail, block.heading.kind == .translation || detail.spelling == "accept" else {
      return false
    }
    block.comments += comments(above: index)
    guard let text = line.text, text.lower < text.upper else {
      report(.nothingAfter(source[line.head] + ":", at: line.body))
      return true
    }
    var reader = Reader(source, text)
    detail.read(&block.details, DetailLine(keyword: line.head, argument: nil), &reader)
    findings += reader.findings
    return true
  }

  // MARK: Words in two languages

  private mutating func parseWords(into block: inout TranslationBlock) {
    let parts = source.split(line.head)
    guard let first = parts.first else {
      return report(.unreadableLine(at: line.body, missingColonAfter: nil))
    }
    let isWas = parts.count > 1 && source.folded(first) == "was"
    let key = isWas ? SourceRange(parts[1].lower, line.head.upper) : line.head
    guard let (word, argument) = parseKey(key, in: block) else { return }
    let text = line.text.flatMap { $0.lower < $0.upper ? Words(source.words($0), at: $0) : nil }
    guard isWas else { return take(text, for: word, argument, key, into: &block) }
    guard let text else { return report(.nothingAfter(source[line.head], at: line.body)) }
    block.lines.append(
      TranslatedLine(
        line: word, argument: argument, key: key, comments: comments(above: index), was: text))
  }

  /// The line's word, and the role, term, consent or choice that stands with it.
  private mutating func parseKey(
    _ key: SourceRange, in block: TranslationBlock
  ) -> (TextPlace.Line, argument: String?)? {
    let folded = source.folded(key)
    let known = block.kind.lines
    if line.kind == .choice {
      if known.contains(.choice) { return (.choice, folded) }
      report(.choiceHasNowhereToGo(block.heading.kind, at: line.body))
      return nil
    }
    if let word = known.first(where: { $0.rawValue == folded }) {
      guard word.needsArgument else { return (word, nil) }
      report(.expected("a name before the colon", at: key))
      return nil
    }
    let begun = known.first { $0.takesArgument && folded.hasPrefix($0.rawValue + " ") }
    guard let begun else {
      report(
        .unknownWord(source[key], in: block.heading.kind, known: block.spellings, at: key))
      return nil
    }
    return (begun, String(folded.dropFirst(begun.rawValue.count + 1)))
  }

  /// A translated line belongs to the nearest line above it that has its word and `was`.
  private mutating func take(
    _ words: Words?, for word: TextPlace.Line, _ argument: String?, _ key: SourceRange,
    into block: inout TranslationBlock
  ) {
    let found = block.lines.lastIndex { $0.line == word && $0.argument == argument }
    guard let found else { return report(.translatesNothing(source[line.head], at: line.body)) }
    if let first = block.lines[found].wordsKey {
      return report(.saidTwice(source[line.head], at: line.head, first: first))
    }
    block.lines[found].words = words
    block.lines[found].wordsKey = key
    block.lines[found].comments += comments(above: index)
  }
}

extension TextPlace.Line {
  /// Whether a name may stand between the word and the colon.
  fileprivate var takesArgument: Bool { needsArgument || self == .read || self == .ask }

  fileprivate var needsArgument: Bool { [.term, .mustAgree, .mayAgree].contains(self) }
}

extension TranslationBlock {
  /// The words that its lines may begin with, for people.
  fileprivate var spellings: [String] {
    let details = TranslationDetails.vocabulary.spellings
    return kind.lines.map(\.rawValue).filter { $0 != "=" }
      + (heading.kind == .translation ? details : ["accept"])
  }
}

extension Finding {
  /// Every line of a translation stands below the line that it translates.
  ///
  ///     item heard
  ///       was ask: My worker listens to me.
  ///       ask: Mae fy ngweithiwr yn gwrando arna i.
  ///
  /// The line with "was" has the instrument's words, and the line below it begins with the same word
  /// and has the translation. That is how an out-of-date line is found.
  fileprivate static func translatesNothing(_ word: String, at range: SourceRange) -> Finding {
    Finding(
      "A329", .mustFix, "I do not know what this translates", at: range,
      explanation: "Above it I expected a line that begins with \"was \(word)\", with the words of "
        + "the instrument.",
      fixes: [
        Fix(.possible, "put the instrument's words above it, after \"was \(word)\""),
        Fix(.possible, "take this line out and run 'attune translate', which writes such lines"),
      ])
  }

  fileprivate static func textIsRead(at range: SourceRange) -> Finding {
    let mark = SourceRange(range.lower, range.lower + 1)
    return Finding(
      "A106", .mustFix, "This text has nowhere to go", at: range,
      explanation: "In a translation, text to read begins with \"read:\", below the line that it "
        + "translates.",
      fixes: [Fix(.likely, "write read: for >", edits: [.init(mark, with: "read:")])])
  }

  fileprivate static func headingHasWords(_ heading: Heading, _ words: Words) -> Finding {
    let word = heading.kind == .item ? "ask" : "title"
    return Finding(
      "A106", .mustFix, "This text has nowhere to go", at: words.range,
      explanation: "In a translation a heading only names its block. Words stand in lines of their "
        + "own.",
      fixes: [
        Fix(.possible, "move it into a line that begins with \"\(word):\", below \"was \(word):\"")
      ])
  }
}
