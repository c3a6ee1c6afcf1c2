public import AttuneInstrument

/// One thing that a person did; the events in order are the whole session.
///
/// Events name the step they belong to, so that a journal from which answers that are never kept
/// are absent still leads to the same place.
public enum Event: Sendable, Hashable, Codable {
  // MARK: Kept in the journal

  /// Went on from a page, a content note or a check-in.
  case wentOn(from: Step)
  case choseRole(String)
  case choseBothRoles
  case replied(statement: String, agrees: Bool)
  case choseLength(Length)
  /// Said yes or no to an optional part.
  case tookPart(section: String, Bool)
  /// Skipped the rest of a part at its content note.
  case skippedPart(section: String)
  /// At a check-in: went on to the next part that carries no content note.
  case skippedToEasierPart(after: String)
  /// Gave an answer, or a reason for giving none.
  case answered(item: String, Answer)
  case wentBack(to: Step)
  /// Chose an answer on the review page to change or blank.
  case wentToChange(item: String)
  /// Before a break: the answers kept apart went into their file, and are no longer in this session.
  case putApart

  // MARK: Not kept

  case opened(Interlude)
  /// Returned from the latest interlude.
  case closed
  /// One line of an answer of several lines.
  case wroteLine(String)
  /// Did not want to take part today.
  case declined
  case choseToKeep
  case choseToDelete
  /// Kept the place, to come back another day.
  case choseToComeBack
  /// The same, putting the answers kept apart into their file first.
  case choseToComeBackPuttingApart
  case choseToStartAgain
  case askedForCopy(Bool)
  /// Asked to read the same screen again.
  case reread
  /// End of input, a closed window, Ctrl-C. The first opens the stop page; one that finds the stop
  /// page open sets the answers aside.
  case leave

  /// Whether the journal holds such events.
  public var isKept: Bool {
    switch self {
    case .wentOn, .choseRole, .choseBothRoles, .replied, .choseLength, .tookPart, .skippedPart,
      .skippedToEasierPart, .answered, .wentBack, .wentToChange, .putApart:
      true
    case .opened, .closed, .wroteLine, .declined, .choseToKeep, .choseToDelete, .choseToComeBack,
      .choseToComeBackPuttingApart, .choseToStartAgain, .askedForCopy, .reread, .leave:
      false
    }
  }
}
