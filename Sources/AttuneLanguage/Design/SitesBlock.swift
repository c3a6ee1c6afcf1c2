import AttuneDiagnostics

/// Places that people come from, whose people are a little alike: `sites site: Six sites`.
struct SitesBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var count: Written<Int>?
  var correlation: Written<Double>?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("count", \.count) { $0.expectCount() },
      .once("correlation", \.correlation) { $0.expectOnlyNumber() },
      .accept,
    ])
}

/// What is wrong with the answers on purpose, so that checks can be checked.
struct FaultsBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var alreadyReversed: [NameRun] = []
  var copies: [CopySyntax] = []
  var enteredTwice: Written<Int>?

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .names("already reversed", \.alreadyReversed),
      Detail("copy of", argument: .name) { block, line, reader in
        guard let original = reader.argumentName(line), let copy = reader.expectOnlyName() else {
          return
        }
        block.copies.append(CopySyntax(original: original, copy: copy))
      },
      .once("entered twice", \.enteredTwice) { $0.expectCount() },
      .accept,
    ])
}

/// `copy of prio1: prio2`: the second item holds the first one's answers.
struct CopySyntax: Sendable, Hashable {
  var original: Name
  var copy: Name
}
