/// One person's answers, as results see them: final, with a value or a reason for every item.
public struct Submission: Sendable, Hashable, Codable {
  public var answers: [String: Answer]
  /// The role they answered in; `nil` where the instrument has none.
  public var role: String?
  /// The form they took; `nil` for the whole questionnaire.
  public var form: String?
  /// What the facilitator set when the session began: `site` to `north`.
  public var settings: [String: String]
  /// When they began and finished; `nil` where that is not kept.
  public var times: SessionTimes?
  /// Whether somebody read aloud or typed for them.
  public var isHelpGiven: Bool
  /// Whether the team typed the answers in from a paper form.
  public var isFromPaper: Bool

  public init(
    answers: [String: Answer], role: String? = nil, form: String? = nil,
    settings: [String: String] = [:], times: SessionTimes? = nil, isHelpGiven: Bool = false,
    isFromPaper: Bool = false
  ) {
    self.answers = answers
    self.role = role
    self.form = form
    self.settings = settings
    self.times = times
    self.isHelpGiven = isHelpGiven
    self.isFromPaper = isFromPaper
  }

  /// What conditions may know of this person.
  public func known(_ subject: String) -> Condition.Known? {
    switch subject {
    case "role": role.map(Condition.Known.word)
    case "form": .word(form ?? "full")
    default: answers[subject].map(Condition.Known.answer)
    }
  }
}
