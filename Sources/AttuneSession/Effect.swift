public import AttuneInstrument

/// What the world has to do before the next screen is shown: the effects of one event in order,
/// all or none.
public enum Effect: Sendable, Hashable {
  /// Commit the event to the journal. Nothing is recorded before the person has agreed.
  case record(Event)
  /// Delete every answer of this session; only a count remains. Events recorded after it begin a
  /// new journal.
  case discard
  /// Keep this answer in another file, with no link to the session.
  case keepApart(item: String, Answer)
  /// The session has come to its end; a page or two may follow, but no answers.
  case finish(Outcome)
}

/// How a session ended; one without an outcome counts as set aside.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  /// Went through to the end; the answers are kept.
  case finished
  /// Stopped early, and the answers are kept.
  case stopped
  /// Stopped, and the answers are deleted.
  case deleted
  /// Kept the place to come back another day.
  case paused
  /// Left without a choice: not used in any result, deleted later unless the person returns.
  case setAside
  /// Did not take part; nothing was stored.
  case declined
}
