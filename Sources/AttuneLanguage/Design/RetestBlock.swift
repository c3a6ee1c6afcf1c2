import AttuneDiagnostics

/// Some of the people, asked again: `retest retest_alongside: Two weeks on`.
struct RetestBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var count: Written<Int>?
  var stability: Written<Double>?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("count", \.count) { $0.expectCount() },
      .once("stability", \.stability) { $0.expectOnlyNumber() },
      .accept,
    ])
}
