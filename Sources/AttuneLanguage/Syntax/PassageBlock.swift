import AttuneDiagnostics

/// Text to read: one `information` or `debrief` block.
struct PassageBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var onlyFor: Name?
  var prose: [ProseSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("only for", \.onlyFor) { $0.expectOnlyName(.role) },
      .read(\.prose),
      .accept,
    ],
    prose: { $0.prose.append(ProseSyntax(words: $1)) })
}
