import AttuneInstrument

/// What `offer:` may say.
enum MissingReasonSyntax: String, Sendable, Hashable, CaseIterable {
  case doesNotApply = "does not apply"
  case notSure = "not sure"
  case preferNotToSay = "prefer not to say"
  case nothing
}

extension MissingReasonSyntax {
  var reason: MissingReason? {
    switch self {
    case .doesNotApply: .doesNotApply
    case .notSure: .notSure
    case .preferNotToSay: .preferNotToSay
    case .nothing: nil
    }
  }
}
