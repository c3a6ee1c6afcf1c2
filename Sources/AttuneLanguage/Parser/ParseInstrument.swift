import AttuneDiagnostics

extension Parser {
  /// The file of an instrument.
  mutating func parseInstrument() -> InstrumentSyntax {
    var blocks: [any BlockSyntax] = []
    var sections = 0
    expectFileHeading(.instrument)
    while let heading = parseNextHeading() {
      if heading.kind == .item {
        var item = parseBlock(ItemBlock.self, heading)
        item.section = sections == 0 ? nil : sections - 1
        blocks.append(item)
      } else {
        if heading.kind == .section { sections += 1 }
        blocks.append(parseBlock(heading.kind.syntax, heading))
      }
    }
    return InstrumentSyntax(lines: lines, blocks: blocks)
  }

  /// Reports a file whose first line of meaning is not the heading that says what the file is.
  mutating func expectFileHeading(_ kind: BlockKind) {
    guard let first = lines.firstIndex(where: { $0.kind != .blank && $0.kind != .comment }) else {
      return report(.saysNothing(kind: kind, at: lines[0].body))
    }
    index = first
    let word = source.folded(line.head).prefix { $0 != " " }
    let isSaid = line.kind == .heading ? word == kind.rawValue : maybeMisspeltHeading() == kind
    if !isSaid { report(.saysNothing(kind: kind, at: line.body)) }
  }

  /// The next heading; lines before it have nowhere to go.
  ///
  /// A file that does not say what it is has one finding for it, and none for each line above the
  /// first heading.
  mutating func parseNextHeading() -> Heading? {
    while !isAtEnd {
      if isWatched {
        watchForHeading()
      } else if line.kind == .heading {
        let word = source.folded(line.head).prefix { $0 != " " }
        if let kind = BlockKind(rawValue: String(word)) { return expectHeading(kind) }
      } else if let kind = maybeMisspeltHeading() {
        let word = source.split(line.head)[0]
        report(.unknownHeading(Name(source[word], at: word), nearest: kind.rawValue))
        return expectHeading(kind)
      }
      index += 1
    }
    return nil
  }
}
