public import AttuneDiagnostics

/// What a file names, where each name is given and used, and what could be written next.
///
/// It works on files with faults: a line that cannot be read names and uses nothing, and the others
/// still do. The work is linear in the length of the text; no condition is tried.
public struct Outline: Sendable {
  /// A block, with what it names and, in a section, the items below it.
  public struct Entry: Sendable, Hashable {
    public let definition: Definition
    public var parts: [Entry] = []
  }

  /// A place where a name is written.
  public struct Mention: Sendable, Hashable {
    public let range: SourceRange
    /// What the name stands for; `nil` for words that every file knows, and for unknown names.
    public let definition: Definition?
    let use: NameUse?
  }

  public let source: SourceText
  let kind: FileKind
  let bytes: ByteText
  let scope: Scope
  /// Every place where a name is written, in the order of the text.
  let mentions: [Mention]
  let directory: Directory

  public init(of source: SourceText) {
    self.source = source
    kind = FileKind(of: source)
    var parser = Parser(source.content, kinds: kind.blocks)
    // Other files mirror an instrument's blocks with words of their own.
    let isRead = [FileKind.instrument, .study].contains(kind)
    let file =
      isRead ? parser.parseInstrument() : InstrumentSyntax(lines: parser.lines, blocks: [])
    bytes = parser.source
    scope = Scope(file, triesConditions: false)
    let directory = Directory(scope)
    self.directory = directory
    let uses = isRead ? parser.uses + parser.insertUses() : []
    mentions =
      (directory.definitions.filter { !$0.name.isEmpty }
      .map { Mention(range: $0.place, definition: $0, use: nil) }
      + uses.map { Mention(range: $0.name.range, definition: directory.meaning(of: $0), use: $0) })
      .sorted { $0.range < $1.range }
  }

  /// The blocks in the order of the text.
  public var entries: [Entry] {
    var entries: [Entry] = []
    var isInSection = false
    for block in scope.file.blocks {
      let entry = Entry(
        definition: Definition(block), parts: block.parts.map { Entry(definition: $0) })
      isInSection = isInSection && block.heading.kind == .item || block.heading.kind == .section
      if block.heading.kind == .item, isInSection {
        entries[entries.count - 1].parts.append(entry)
      } else {
        entries.append(entry)
      }
    }
    return entries
  }

  /// The name at `offset`; just behind its last letter is still at it.
  public func mention(at offset: Int) -> Mention? {
    mentions.first { $0.range.lower <= offset && offset <= $0.range.upper }
  }

  /// Every place where `definition` is named, in the order of the text.
  public func places(of definition: Definition) -> [SourceRange] {
    mentions.filter { $0.definition == definition }.map(\.range)
  }
}
