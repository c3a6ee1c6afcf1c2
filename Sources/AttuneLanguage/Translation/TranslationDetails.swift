import AttuneDiagnostics

/// What a translation says of itself, in its first block; in the others, what has been accepted.
struct TranslationDetails: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var language: Words?
  var fromVersion: Words?
  var translator: Words?
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .words("language", \.language),
      .words("from version", \.fromVersion),
      .words("translator", \.translator),
      .words("note", \.notes),
      .accept,
    ])
}
