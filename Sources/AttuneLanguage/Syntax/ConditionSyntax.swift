import AttuneDiagnostics

/// A condition as written: `meetings is at least 1 and not (team is north)`.
indirect enum ConditionSyntax: Sendable, Hashable {
  case all([ConditionSyntax])
  case any([ConditionSyntax])
  case not(ConditionSyntax)
  case comparison(ComparisonSyntax)

  /// Every comparison in it, from left to right.
  var comparisons: [ComparisonSyntax] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.comparisons)
    case .not(let part): part.comparisons
    case .comparison(let comparison): [comparison]
    }
  }
}

/// A question about one earlier answer.
struct ComparisonSyntax: Sendable, Hashable {
  enum Relation: Sendable, Hashable {
    case isAnswered
    case isNotAnswered
    case isOneOf([Name])
    case isNot(Name)
    case isAtLeast(Written<Double>)
    case isAtMost(Written<Double>)
    case isMoreThan(Written<Double>)
    case isLessThan(Written<Double>)
    case includes(Name)
  }

  var subject: Name
  var relation: Relation
}
