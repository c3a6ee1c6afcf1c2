import AttuneDiagnostics

/// An answer scale that several items share.
struct ScaleBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var choices: [ChoiceSyntax] = []
  var sources: [Words] = []
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .words("source", \.sources),
      .words("note", \.notes),
      .accept,
    ],
    choice: { $0.choices.append($1) })
}
