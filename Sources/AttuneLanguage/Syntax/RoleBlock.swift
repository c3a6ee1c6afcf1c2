import AttuneDiagnostics

/// A perspective from which the questions may be answered: `role person: I use services`.
struct RoleBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .accept
    ])
}
