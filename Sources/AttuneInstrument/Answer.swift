/// What a person said to an item: a value, or the reason why there is none.
public enum Answer: Sendable, Hashable, Codable {
  case value(AnswerValue)
  case missing(MissingReason)

  public var value: AnswerValue? {
    guard case .value(let value) = self else { return nil }
    return value
  }
}

/// A value, in one of the five response primitives.
public enum AnswerValue: Sendable, Hashable, Codable {
  /// A code of the format's choices, with the person's own words where the choice invites them.
  case choice(Int, inOwnWords: String? = nil)
  /// Codes of the format's choices, ascending, each once.
  case choices([Int])
  case number(Double)
  /// Kept exactly as typed.
  case text(String)
  /// ISO 8601 at the precision asked for: `2026-03-01`, `2026-03`, `2026`.
  case date(String)

  /// The number that conditions and scores work with; `nil` for texts, dates and several choices.
  public var number: Double? {
    switch self {
    case .choice(let code, _): Double(code)
    case .number(let number): number
    case .choices, .text, .date: nil
    }
  }
}

/// Why an item has no value; reasons are never points on a scale.
///
/// The codes are contiguous because SPSS takes one range of missing values.
public enum MissingReason: Int, Sendable, Hashable, Codable, CaseIterable {
  /// An optional section or form that the person did not take.
  case notChosen = -93
  /// The person stopped earlier.
  case notReached = -94
  /// Routing, or not on this role's form.
  case notShown = -95
  case doesNotApply = -96
  case notSure = -97
  case preferNotToSay = -98
  case skipped = -99

  /// The reason in the language and in exported files: `prefer_not_to_say`.
  public var name: String {
    switch self {
    case .notChosen: "not_chosen"
    case .notReached: "not_reached"
    case .notShown: "not_shown"
    case .doesNotApply: "does_not_apply"
    case .notSure: "not_sure"
    case .preferNotToSay: "prefer_not_to_say"
    case .skipped: "skipped"
    }
  }

  /// Those that an instrument may offer beside the scale, in the order shown.
  public static let offerable: [MissingReason] = [.doesNotApply, .notSure, .preferNotToSay]
}
