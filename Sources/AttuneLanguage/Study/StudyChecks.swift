import AttuneDiagnostics

/// What a study's file must be.
///
/// Blank details are no findings: live collection waits for them, and practice needs none.
struct StudyChecks {
  let syntax: StudySyntax

  func findings() -> [Finding] {
    guard let study = syntax.studies.first else { return [] }
    var findings = syntax.studies.dropFirst().map {
      Finding.secondStudy($0.heading, first: study.heading)
    }
    if study.instrument == nil { findings.append(.whichInstrument(study.heading)) }
    let days = [study.withdrawUntil, study.keepUntil, study.helplinesCheckedOn].compactMap { $0 }
    findings += days.filter { !isDay($0.value) }.map(Finding.notADay)
    if let withdraw = study.withdrawUntil, let keep = study.keepUntil, isDay(withdraw.value),
      isDay(keep.value), keep.value < withdraw.value
    {
      findings.append(.keptTooShort(keep, withdraw))
    }
    if let smallest = study.smallestGroup, smallest.value < 5 {
      findings.append(.groupTooSmall(smallest))
    }
    for group in syntax.groups {
      if group.choices.isEmpty { findings.append(.noLevels(group.heading)) }
      if let setBy = group.setBy, setBy.value != .facilitator {
        findings.append(.notByFacilitator(setBy.range))
      }
      findings += group.conditions.map { .notByFacilitator($0.condition.range) }
    }
    return findings + sameNames()
  }

  private func sameNames() -> [Finding] {
    var first: [String: Name] = [:]
    var findings: [Finding] = []
    for name in syntax.groups.compactMap(\.heading.name) {
      if let other = first[name.value] { findings.append(.sameGroup(name, first: other)) }
      first[name.value] = first[name.value] ?? name
    }
    return findings
  }
}

extension Finding {
  /// A file holds one study; each study has a folder of its own.
  fileprivate static func secondStudy(_ heading: Heading, first: Heading) -> Finding {
    Finding(
      "A354", .mustFix, "There is already a study in this file", at: heading.range,
      notes: [.init("the first one is here", at: first.range)],
      fixes: [Fix(.possible, "give each study a folder of its own")])
  }

  /// A study says which instrument it asks.
  ///
  ///     instrument: being_met.instrument
  fileprivate static func whichInstrument(_ heading: Heading) -> Finding {
    Finding(
      "A350", .mustFix, "Which instrument does this study ask?", at: heading.place,
      fixes: [.addLine(.possible, "instrument: my_questions.instrument", under: heading)])
  }

  /// A day is written year, month, day: 2026-11-22.
  ///
  /// Other ways of writing it mean different days in different countries.
  fileprivate static func notADay(_ said: Words) -> Finding {
    Finding(
      "A351", .mustFix, "I could not read \"\(said.value)\" as a day", at: said.range,
      explanation: "A day is written year, month, day: 2026-11-22.")
  }

  /// Results of fewer than five people are never shown.
  ///
  /// In a small group people recognise each other's answers. Ten is usual.
  fileprivate static func groupTooSmall(_ smallest: Written<Int>) -> Finding {
    Finding(
      "A352", .mustFix, "The smallest group shown cannot be under 5", at: smallest.range,
      explanation: "In a smaller group people could recognise each other's answers.",
      fixes: [
        Fix(.possible, "use 5", edits: [.init(smallest.range, with: "5")]),
        Fix(.possible, "use 10, which is usual", edits: [.init(smallest.range, with: "10")]),
      ])
  }

  /// Answers are kept at least until people can no longer withdraw them.
  ///
  /// People are told both days, and the two must not contradict each other.
  fileprivate static func keptTooShort(_ keep: Words, _ withdraw: Words) -> Finding {
    Finding(
      "A353", .mustFix, "Answers would be gone before people can no longer withdraw them",
      at: keep.range, notes: [.init("people may withdraw until this day", at: withdraw.range)],
      fixes: [Fix(.possible, "let \"keep until\" be the later day")])
  }

  /// A group of a study lists its levels.
  ///
  ///     group site: Site
  ///       north = North
  fileprivate static func noLevels(_ heading: Heading) -> Finding {
    Finding(
      "A355", .mustFix, "This group has no levels", at: heading.place,
      fixes: [Fix(.possible, "add lines such as: north = North")])
  }

  /// A study's groups are set by the facilitator when a session starts.
  ///
  /// Groups that follow from answers belong in the instrument, so that they are the same in every
  /// study.
  fileprivate static func notByFacilitator(_ range: SourceRange) -> Finding {
    Finding(
      "A356", .mustFix, "A study's groups are set by the facilitator", at: range,
      explanation: "Groups that follow from answers belong in the instrument.",
      fixes: [Fix(.possible, "take this line out")])
  }

  /// Two groups must not have one name: each is a column of the data.
  fileprivate static func sameGroup(_ name: Name, first: Name) -> Finding {
    Finding(
      "A357", .mustFix, "Two groups are called \"\(name.value)\"", at: name.range,
      notes: [.init("the first one is here", at: first.range)],
      fixes: [Fix(.possible, "rename one of them")])
  }
}
