import AttuneDiagnostics

/// People who stop early.
struct StoppingBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var share: Written<Double>?
  var after: Written<Double>?
  var deleted: Written<Double>?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("share", \.share) { $0.expectOnlyShare() },
      .once("after", \.after) { $0.expectOnlyShare() },
      .once("deleted", \.deleted) { $0.expectOnlyShare() },
      .accept,
    ])
}

/// People who answer without reading.
struct CarelessBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var share: Written<Double>?
  var straightLines: Written<Double>?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("share", \.share) { $0.expectOnlyShare() },
      .once("straight lines", \.straightLines) { $0.expectOnlyShare() },
      .accept,
    ])
}

/// People who mean the same answer throughout a part.
struct SincereBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var share: Written<Double>?
  var answer: Written<Int>?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("share", \.share) { $0.expectOnlyShare() },
      .once("answer", \.answer) { $0.expectCount() },
      .accept,
    ])
}
