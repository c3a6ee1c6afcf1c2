import AttuneInstrument

/// How answers become a score: `score: mean, at least 4 answered`.
enum ScoreSyntax: Sendable, Hashable {
  case rule(ScoreRule, minimum: Written<Int>?)
  /// `score: none`, on a form.
  case none
}
