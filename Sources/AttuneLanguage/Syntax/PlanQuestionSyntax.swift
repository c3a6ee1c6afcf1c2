/// What a plan asks of the data, with names not looked up yet.
enum PlanQuestionSyntax: Sendable, Hashable {
  /// `scores` is empty for `all`.
  case reliability(scores: [NameRun], by: Name?)
  case compare(scores: [NameRun], by: Name)
  case compareWithinPerson(scores: [NameRun])
  case correlate(score: Name, with: [NameRun])
  case describe(scores: [NameRun], by: Name?)
  case rank(scores: [NameRun], by: Name?)

  /// Every score that the question names, as runs.
  var scores: [NameRun] {
    switch self {
    case .reliability(let scores, _), .compare(let scores, _), .compareWithinPerson(let scores),
      .describe(let scores, _), .rank(let scores, _):
      scores
    case .correlate(let score, let others): [NameRun(first: score)] + others
    }
  }

  var group: Name? {
    switch self {
    case .reliability(_, let group), .describe(_, let group), .rank(_, let group): group
    case .compare(_, let group): group
    case .compareWithinPerson, .correlate: nil
    }
  }
}
