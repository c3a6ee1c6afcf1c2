/// What `offer:` may say.
enum MissingReasonSyntax: String, Sendable, Hashable, CaseIterable {
  case doesNotApply = "does not apply"
  case notSure = "not sure"
  case preferNotToSay = "prefer not to say"
  case nothing
}
