import AttuneDiagnostics

/// What people agree to before the first question.
struct ConsentBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var prose: [ProseSyntax] = []
  var statements: [StatementSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .statement("must agree", isNeeded: true),
      .statement("may agree", isNeeded: false),
      .read(\.prose),
      .accept,
    ],
    prose: { $0.prose.append(ProseSyntax(words: $1)) })
}

/// `must agree taking_part: I want to take part.`.
struct StatementSyntax: Sendable, Hashable {
  var name: Name
  var words: Words
  var isNeeded: Bool
}

extension Detail<ConsentBlock> {
  fileprivate static func statement(_ spelling: String, isNeeded: Bool) -> Detail {
    Detail(spelling, argument: .name, content: .words) { block, line, reader in
      guard let name = reader.argumentName(line) else { return }
      block.statements.append(
        StatementSyntax(name: name, words: reader.rest(), isNeeded: isNeeded))
    }
  }
}
