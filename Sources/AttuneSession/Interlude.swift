/// Something shown over the current step, after which the person is where they were.
public enum Interlude: Sendable, Hashable, Codable {
  /// What can be typed.
  case help
  case support
  /// What the question means and why it is asked.
  case why
  /// Whom to ask about the study.
  case contact
  case pause
  /// What becomes of answers that cannot wait for the person to come back.
  case comingBack
  /// How to go on with the answers: keep, delete, look first.
  case stop
  /// The answers so far, before that choice.
  case stopAndLook
  /// Choosing how much to answer, midway.
  case length
  /// Enter alone: whether to skip the question.
  case skip
  /// A word that always works was typed where an answer in words is awaited.
  case word(Word, asTyped: String)
  /// A number outside the usual range is asked for once more.
  case askAgain(Double)
  /// The person's own words for a choice that invites them.
  case ownWords(code: Int)
  /// Answers from an earlier day are here: carry on, start again, delete.
  case welcomeBack
  /// Nothing of the session shows, until the person asks for it again.
  case hidden
}

/// The words that always work, in every face.
public enum Word: String, Sendable, Hashable, Codable, CaseIterable {
  case skip, back, pause, stop, why, support, again, help, hide
}
