/// What became of an instrument, told by what each change does to the data.
///
/// Whether two wordings ask the same thing is for people to say: a changed wording *may* not be
/// comparable, and both are given. What is certain is said as certain: a code that changed places, a
/// name that now stands for another question, another kind of answer.
public struct InstrumentComparison: Sendable, Hashable {
  /// The gravest first; of one effect, in the order of the instrument.
  public let changes: [InstrumentChange]

  /// Compares the instrument as it was with the instrument as it is.
  public init(from old: Instrument, to new: Instrument) {
    var log = ChangeLog()
    let renaming = ItemRenaming(from: old, to: new)
    let renamed = renaming.applied(to: old)
    for (name, newName) in renaming.names.sorted(by: { $0.key < $1.key }) {
      log.note(
        .mayNotBeComparable, newName,
        "\"\(name)\" looks renamed to \"\(newName)\": the words are the same; the answers stand "
          + "under two names")
    }
    log.noteReuse(of: renaming.reused, old, new)
    log.compareItems(renamed, new, besides: renaming.reused)
    log.compareScales(renamed, new)
    log.compareSections(renamed, new)
    log.compareRoles(renamed, new)
    log.compareScoring(renamed, new)
    log.compareGroups(renamed, new)
    log.comparePlans(renamed, new)
    log.comparePages(renamed, new)
    log.compareDescription(renamed, new)
    if log.changes.isEmpty, old != new {
      log.note(.mayNotBeComparable, nil, "something changed that I have no words for")
    }
    let all = log.changes
    changes = DataEffect.allCases.flatMap { effect in all.filter { $0.effect == effect } }
  }

  /// The changes with this effect.
  public func changes(_ effect: DataEffect) -> [InstrumentChange] {
    changes.filter { $0.effect == effect }
  }

  /// Whether anything changed but what the data and the people asked never notice.
  public var matters: Bool { changes.contains { $0.effect != .nothing } }
}
