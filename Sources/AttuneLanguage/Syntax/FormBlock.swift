import AttuneDiagnostics

/// A named subset of the questionnaire: a short form, a quick look.
struct FormBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var uses: [NameRun] = []
  var score: Written<ScoreSyntax>?
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .names("uses", \.uses, of: .formPart),
      .once("score", \.score) { $0.expectFormScore() },
      .words("note", \.notes),
      .accept,
    ])
}
