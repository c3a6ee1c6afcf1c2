public import AttuneDiagnostics

/// A thing of a file that has a name, where its name is given.
public struct Definition: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case instrument, role, information, consent, support, debrief, scale, group, section, item
    case construct, form, analysis, plan, study, translation
    /// What people agree to: `must agree taking_part: …`.
    case statement
    /// Words that a study may set: `term cen: …`.
    case term
    /// An answer to choose, a point of a scale, a level of a group.
    case answer
  }

  public let kind: Kind
  /// As it is looked up; empty for blocks that have no name.
  public let name: String
  /// The words beside the name; empty where there are none.
  public let title: String
  /// The name; the whole heading where there is none.
  public let place: SourceRange
  /// The block or line as a whole.
  public let range: SourceRange
  /// Where the block begins in which it stands.
  let block: Int

  /// Whether the name is a word; a number is a code, which is kept in the data.
  public var isWord: Bool { !name.isEmpty && wholeNumber(name) == nil }
}

extension Definition {
  init(_ block: some BlockSyntax) {
    let heading = block.heading
    self.init(
      kind: Kind(rawValue: heading.kind.rawValue) ?? .instrument, name: heading.name?.value ?? "",
      title: heading.title?.value ?? "", place: heading.place, range: block.range,
      block: heading.range.lower)
  }

  init(_ kind: Kind, _ name: Name, _ words: Words, in block: some BlockSyntax) {
    self.init(
      kind: kind, name: name.value, title: words.value, place: name.range,
      range: SourceRange(name.range.lower, max(name.range.upper, words.range.upper)),
      block: block.heading.range.lower)
  }
}

extension BlockSyntax {
  /// What the block names besides itself.
  var parts: [Definition] {
    func answers(_ choices: [ChoiceSyntax]) -> [Definition] {
      choices.map { Definition(.answer, $0.key, $0.label, in: self) }
    }
    func terms(_ terms: [TermSyntax]) -> [Definition] {
      terms.map { Definition(.term, $0.name, $0.words, in: self) }
    }
    return switch self {
    case let block as ItemBlock: answers(block.choices)
    case let block as ScaleBlock: answers(block.choices)
    case let block as GroupBlock: answers(block.choices)
    case let block as InstrumentBlock: terms(block.terms)
    case let block as StudyBlock: terms(block.terms)
    case let block as ConsentBlock:
      block.statements.map { Definition(.statement, $0.name, $0.words, in: self) }
    default: []
    }
  }
}
