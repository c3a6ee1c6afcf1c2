/// What a change to an instrument does to its data, the gravest first.
public enum DataEffect: String, Sendable, Hashable, Codable, CaseIterable {
  /// The same code or name now means something else.
  case cannotBePooled = "cannot-be-pooled"
  /// People were asked something a little different, or in another place.
  case mayNotBeComparable = "may-not-be-comparable"
  /// The answers are the same, and become other scores or groups.
  case scoresChange = "scores-change"
  case plansChange = "plans-change"
  /// What people are told and agree to: a matter of ethics, not of data.
  case peopleAreTold = "people-are-told"
  case nothing

  /// As a heading.
  public var title: String {
    switch self {
    case .cannotBePooled: "Answers before and after cannot be pooled"
    case .mayNotBeComparable: "Answers before and after may not be comparable"
    case .scoresChange: "Scores and groups change"
    case .plansChange: "Plans change"
    case .peopleAreTold: "What people are told or agree to changes"
    case .nothing: "Nothing for the data"
    }
  }
}

/// One change to an instrument, and what it does to the data.
public struct InstrumentChange: Sendable, Hashable {
  public let effect: DataEffect
  /// The name of the item, scale, construct, … that it is about; `nil` for the whole.
  public let subject: String?
  /// Without its full stop: `wording of "heard" changed`.
  public let sentence: String
  /// What stood there, where that says more than the sentence.
  public let was: String?
  public let now: String?

  public init(
    _ effect: DataEffect, about subject: String?, _ sentence: String, was: String? = nil,
    now: String? = nil
  ) {
    self.effect = effect
    self.subject = subject
    self.sentence = sentence
    self.was = was
    self.now = now
  }
}
