import AttuneDiagnostics

/// How true scores become answers, for items that belong to a score; and what others are answered.
struct ItemsBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var loading: Written<Double>?
  var reversedLoading: Written<Double>?
  var methodLoading: Written<Double>?
  var loadings: [LoadingSyntax] = []
  var answers: [AnswerSharesSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("loading", \.loading) { $0.expectOnlyNumber() },
      .once("reversed loading", \.reversedLoading) { $0.expectOnlyNumber() },
      .once("method loading", \.methodLoading) { $0.expectOnlyNumber() },
      Detail("loading of", argument: .name) { block, line, reader in
        guard let names = reader.argumentNames(line), let value = reader.expectOnlyNumber() else {
          return
        }
        block.loadings.append(LoadingSyntax(names: names, value: value))
      },
      .answerShares(\.answers),
      .accept,
    ])
}

/// `loading of rel1, rel2: 0.60`.
struct LoadingSyntax: Sendable, Hashable {
  var names: [NameRun]
  var value: Written<Double>
}

/// Where answers change from one to the next: `profile pos: Mostly agreed with`.
struct ProfileBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var cuts: Written<[Double]>?
  var names: [NameRun] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("cut at", \.cuts) { $0.expectNumbers() },
      .names("for", \.names),
      .accept,
    ])
}
