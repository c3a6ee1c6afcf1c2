import AttuneDiagnostics

/// Where people can turn, in the order of the file.
struct SupportBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var lines: [SupportLineSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .contact,
      .contactWhen,
      .accept,
    ],
    prose: { $0.lines.append(SupportLineSyntax(words: $1, isContact: false)) })
}

/// `> You can also talk to someone you trust.`, `contact when nation is wales: …`.
struct SupportLineSyntax: Sendable, Hashable {
  var words: Words
  var isContact: Bool
  var condition: Written<ConditionSyntax>?
}

extension Detail<SupportBlock> {
  fileprivate static var contact: Detail {
    Detail("contact", content: .words) { block, _, reader in
      block.lines.append(SupportLineSyntax(words: reader.rest(), isContact: true))
    }
  }

  fileprivate static var contactWhen: Detail {
    Detail("contact when", argument: .condition, content: .words) { block, line, reader in
      guard let condition = reader.argumentCondition(line) else { return }
      block.lines.append(
        SupportLineSyntax(words: reader.rest(), isContact: true, condition: condition))
    }
  }
}
