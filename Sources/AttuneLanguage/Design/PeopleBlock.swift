import AttuneDiagnostics

/// People of one kind: `people outreach: People who see an outreach team`.
struct PeopleBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var count: Written<Int>?
  var role: Written<String>?
  var answers: [AnswerSharesSyntax] = []
  var shifts: [NamedNumber] = []
  var correlations: [CorrelationSyntax] = []
  var rates: [MissingRateSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("count", \.count) { $0.expectCount() },
      .once("role", \.role) { $0.expectOnlyName() },
      .answerShares(\.answers),
      .namedNumbers("shift", \.shifts),
      .correlations(\.correlations),
    ] + Detail.missingRates(\.rates) + [.accept])
}
