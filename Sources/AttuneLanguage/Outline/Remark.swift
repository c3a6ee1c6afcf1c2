public import AttuneDiagnostics

/// What can be said of the word at a place, in a few lines.
public struct Remark: Sendable, Hashable {
  /// The word that it is about.
  public let range: SourceRange
  /// `item heard`, `answer`.
  public let title: String
  /// Plain words, one thing in each line; the words of the file stand in them as written.
  public let lines: [String]
}

extension Outline {
  /// What the word at `offset` is; `nil` where there is nothing to say.
  public func remark(at offset: Int) -> Remark? {
    if let mention = mention(at: offset) {
      if let definition = mention.definition { return remark(on: definition, at: mention.range) }
      if let use = mention.use, let remark = remark(onBuiltIn: use) { return remark }
    }
    return remark(onKeywordAt: offset)
  }

  private func remark(on definition: Definition, at range: SourceRange) -> Remark {
    let words = definition.title.isEmpty ? [] : [definition.title]
    let lines: [String] =
      switch directory.block(of: definition) {
      case _ where definition.kind == .answer: words
      case let item as ItemBlock: self.lines(on: item)
      case let scale as ScaleBlock: words + points(scale.choices)
      case let group as GroupBlock: words + directory.levels(of: group).map(Self.line)
      case let construct as ConstructBlock: words + self.lines(on: construct)
      default: words
      }
    return Remark(
      range: range, title: "\(definition.kind.rawValue) \(definition.name)", lines: lines)
  }

  private func lines(on item: ItemBlock) -> [String] {
    let words = item.wordings.map { wording in
      (wording.role.map { "\($0.value): " } ?? "") + wording.words.value
    }
    let answers = directory.answers(to: item).map(Self.line)
    let name = item.heading.name?.value ?? ""
    let scores = scope.file.constructs.compactMap { construct -> String? in
      let called = construct.heading.name?.value ?? ""
      if scope.expand(construct.uses).contains(where: { $0.value == name }) {
        return "Scored in \(called)."
      }
      let isReversed = scope.expand(construct.usesReversed).contains { $0.value == name }
      return isReversed ? "Scored in \(called), reversed." : nil
    }
    let condition = item.showWhen.map { ["Shown when \(bytes.words($0.range))."] } ?? []
    return words + answers + condition + scores
  }

  private func lines(on construct: ConstructBlock) -> [String] {
    let names = scope.expand(construct.uses).map(\.value)
    let reversed = scope.expand(construct.usesReversed).map { $0.value + " (reversed)" }
    let items = (names + reversed).joined(separator: ", ")
    let score = construct.score.map { ["Score: \(bytes.words($0.range))"] } ?? []
    let higher = construct.higherMeans.map { ["Higher means: \($0.value)"] } ?? []
    return (items.isEmpty ? [] : ["Uses: \(items)"]) + score + higher
  }

  private func points(_ choices: [ChoiceSyntax]) -> [String] {
    choices.map { "\($0.key.value) = \($0.label.value)" }
  }

  private static func line(_ answer: Definition) -> String { "\(answer.name) = \(answer.title)" }

  private func remark(onBuiltIn use: NameUse) -> Remark? {
    let name = use.name.value
    switch use.referent {
    case .insert:
      return remark(on: Keyword.inserts.first { $0.spelling == name }, at: use.name.range)
    case .subject:
      return remark(on: Keyword.subjects.first { $0.spelling == name }, at: use.name.range)
    case .code:
      return Explanation.of(name).map {
        Remark(range: use.name.range, title: $0.code, lines: [$0.title])
      }
    default: return nil
    }
  }

  private func remark(on keyword: Keyword?, at range: SourceRange) -> Remark? {
    keyword.map { Remark(range: range, title: $0.spelling, lines: [$0.summary]) }
  }

  /// The word that begins the line, or the value after its colon.
  private func remark(onKeywordAt offset: Int) -> Remark? {
    guard let line = line(at: offset), let block = scope.file.block(at: offset) else { return nil }
    let kind = block.heading.kind
    if line.kind == .heading {
      let word = bytes.split(line.head).first ?? line.head
      return offset <= word.upper ? remark(on: kind.keyword, at: word) : nil
    }
    guard line.kind == .detail else { return nil }
    let head = bytes.folded(line.head)
    let words = Keyword.details(of: kind.rawValue)
      .filter { head == $0.spelling || head.hasPrefix($0.spelling + " ") }
      .max { $0.spelling.count < $1.spelling.count }
    guard line.head.upper < offset else { return remark(on: words, at: line.head) }
    guard let words, let text = line.text, text.lower <= offset else { return nil }
    return remark(onValueOf: words.spelling, in: kind, text, at: offset)
  }

  private func remark(
    onValueOf detail: String, in kind: BlockKind, _ text: SourceRange, at offset: Int
  ) -> Remark? {
    let values = Keyword.values(of: detail, in: kind.rawValue)
    var start = text.lower
    // Values in a list stand between commas.
    for end in bytes.bytes[text.lower..<text.upper].indices.filter({
      bytes.bytes[$0] == UInt8(ascii: ",")
    }) + [text.upper] {
      let part = bytes.trimmed(SourceRange(start, end))
      start = end + 1
      guard part.lower <= offset, offset <= part.upper else { continue }
      let said = bytes.folded(part)
      let found = values.filter {
        let spelling = $0.spelling.lowercased()
        return said == spelling || said.hasPrefix(spelling + " ")
      }
      return remark(on: found.max { $0.spelling.count < $1.spelling.count }, at: part)
    }
    return nil
  }

  private func line(at offset: Int) -> Line? {
    let number = source.position(of: offset).line
    let lines = scope.file.lines
    return number <= lines.count ? lines[number - 1] : nil
  }
}
