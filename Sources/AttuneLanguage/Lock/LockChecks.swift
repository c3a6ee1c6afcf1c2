import AttuneDiagnostics
import AttuneInstrument

/// What an instrument's author should know of the lock beside it.
struct LockChecks {
  let scope: Scope
  let instrument: Instrument
  /// `nil` where the lock's own file has to be mended first.
  let lock: InstrumentLock?

  func findings() throws -> [Finding] {
    guard let heading = scope.file.instrument?.heading else { return [] }
    guard let lock else { return [.lockIsUnreadable(heading)] }
    let comparison = try lock.comparison(with: instrument)
    guard comparison.isSameInstrument else { return [.lockOfAnother(lock.name, heading)] }
    var findings: [Finding] = []
    if comparison.questionsChanged {
      findings.append(
        comparison.isSameVersion
          ? .changedWithoutVersion(scope.file.instrument?.version, heading, comparison.frozenOn)
          : .changedSinceFrozen(lock.version, heading, comparison.frozenOn))
    }
    if comparison.analysisChanged {
      let place = scope.file.analyses.first?.heading.range ?? heading.place
      findings.append(.analysisChanged(place, comparison.frozenOn))
    }
    findings += scope.file.plans.compactMap { plan in
      guard let name = plan.heading.name else { return nil }
      if comparison.changedPlans.contains(name.value) {
        return .planChanged(name, comparison.frozenOn)
      }
      return comparison.addedPlans.contains(name.value)
        ? .planAdded(name, comparison.frozenOn) : nil
    }
    return findings
      + comparison.missingPlans.map { .planMissing($0, heading, comparison.frozenOn) }
  }
}

extension Finding {
  /// When the questions change after the freeze, the version changes too.
  ///
  /// Answers to the two are never put together, and people who read a result need a name for each.
  /// Raise the version, and freeze the instrument again:
  ///
  ///     attune freeze keep.instrument --again
  ///
  /// attune diff says what the change means for the data.
  fileprivate static func changedWithoutVersion(
    _ version: Words?, _ heading: Heading, _ day: String
  ) -> Finding {
    Finding(
      "A309", .mustFix, "The questions changed since they were frozen and the version did not",
      at: version?.range ?? heading.place,
      explanation:
        "They were frozen on \(day), and what is asked, said or scored is different now.",
      fixes: [
        Fix(.possible, "change the version, then: attune freeze --again"),
        Fix(.possible, "take the words back to what they were"),
      ])
  }

  /// A plan that is frozen stays as it is.
  ///
  /// A plan that is written or changed when answers are known can only find what somebody has seen
  /// in them. Its result may still be worth telling, as exploratory. If nobody has answered yet, freeze the
  /// instrument again; if somebody has, say why in the file:
  ///
  ///     accept: A360 because the test was changed before anybody looked at answers
  fileprivate static func planChanged(_ name: Name, _ day: String) -> Finding {
    Finding(
      "A360", .pleaseCheck, "The plan \"\(name.value)\" changed since it was frozen on \(day)",
      at: name.range, explanation: Self.whatChangedPlansMean, fixes: Self.waysOn)
  }

  fileprivate static func planAdded(_ name: Name, _ day: String) -> Finding {
    Finding(
      "A360", .pleaseCheck, "The plan \"\(name.value)\" was added since the freeze on \(day)",
      at: name.range, explanation: Self.whatChangedPlansMean, fixes: Self.waysOn)
  }

  fileprivate static func planMissing(_ name: String, _ heading: Heading, _ day: String) -> Finding
  {
    Finding(
      "A360", .pleaseCheck, "The plan \"\(name)\" was frozen on \(day) and is no longer here",
      at: heading.place, explanation: "Readers of a report will ask what it would have shown.",
      fixes: Self.waysOn)
  }

  fileprivate static func analysisChanged(_ range: SourceRange, _ day: String) -> Finding {
    Finding(
      "A360", .pleaseCheck, "What all plans share changed since it was frozen on \(day)",
      at: range, explanation: Self.whatChangedPlansMean, fixes: Self.waysOn)
  }

  private static let whatChangedPlansMean =
    "A result from a plan that changed after answers were seen is exploratory."

  private static let waysOn = [
    Fix(.possible, "if nobody has answered yet: attune freeze --again"),
    Fix(.possible, "if it is right as it is, add: accept: A360 because ..."),
  ]

  /// An instrument with a new version is frozen again.
  ///
  /// The lock beside it is of the version before. Until the new one is frozen, nobody can tell its
  /// plans from plans that were made later.
  fileprivate static func changedSinceFrozen(
    _ version: String, _ heading: Heading, _ day: String
  ) -> Finding {
    Finding(
      "A361", .pleaseCheck, "The questions changed since they were frozen on \(day)",
      at: heading.place, explanation: "The lock beside this file is of version \(version).",
      fixes: [
        Fix(.possible, "freeze this version too: attune freeze --again"),
        Fix(.possible, "if it is right as it is, add: accept: A361 because ..."),
      ])
  }

  /// The lock beside an instrument is its own, and can be read.
  ///
  /// It has the same file name, and ends in .lock. A lock of another instrument, or one that was
  /// damaged, says nothing about this one.
  fileprivate static func lockOfAnother(_ name: String, _ heading: Heading) -> Finding {
    Finding(
      "A362", .pleaseCheck, "The lock beside this file is of \"\(name)\"", at: heading.place,
      explanation: "It says nothing about this instrument.",
      fixes: [Fix(.possible, "move that lock away, or write one: attune freeze --again")])
  }

  fileprivate static func lockIsUnreadable(_ heading: Heading) -> Finding {
    Finding(
      "A362", .pleaseCheck, "I could not read the lock beside this file", at: heading.place,
      explanation: "So I cannot tell what changed since the freeze.",
      fixes: [Fix(.possible, "see why with attune check, given the .lock file")])
  }
}
