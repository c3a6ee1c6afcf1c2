import AttuneInstrument

extension Session {
  /// Takes one event and says what has to be done before the next screen is shown.
  public mutating func handle(_ event: Event) -> [Effect] {
    guard !isOver, isKnown(event) else { return [] }
    var effects = record(event)
    switch event {
    case .wentOn(let step): wentOn(from: step)
    case .choseRole(let role):
      replies.role = role
      if step == .role { replies.isBothRoles = false }
      advance(after: step)
    case .choseBothRoles:
      replies.isBothRoles = true
      advance(after: .role)
    case .replied(let statement, let agrees):
      replies.agreements[statement] = agrees
      advance(after: .statement(statement))
    case .choseLength(let length): chose(length)
    case .tookPart(let section, let isTaken):
      replies.parts[section] = isTaken
      replies.skippedParts.remove(section)
      advance(after: .gate(section: section))
    case .skippedPart(let section):
      replies.skippedParts.insert(section)
      passed.insert(.contentNote(section: section))
      advance(after: .checkIn(section: section))
    case .skippedToEasierPart(let section): skipToEasierPart(after: section)
    case .answered(let item, let answer):
      replies.given[item] = answer
      advance(after: .item(item))
    case .wentBack(let earlier):
      isChanging = false
      move(to: earlier)
    case .wentToChange(let item):
      isChanging = true
      move(to: .item(item))
    case .opened(let interlude):
      if interlude == .comingBack { effects += finishDraft() }
      open(interlude)
    case .closed:
      switch interludes.popLast() {
      case .welcomeBack: effects += finishAgain()
      case .comingBack: interludes = []
      default: break
      }
    case .wroteLine(let line):
      draft.append(line)
      interludes = []
    case .askedForCopy(let isWanted):
      replies.wantsCopy = isWanted
      advance(after: .debrief)
    case .reread: break
    case .declined: effects += conclude(.declined, at: .farewell)
    case .choseToKeep: effects += conclude(.stopped, at: .debrief)
    case .choseToDelete: effects += conclude(.deleted, at: .farewell)
    case .choseToComeBack: effects += conclude(.paused, at: .farewell)
    case .choseToComeBackPuttingApart:
      effects += recordDraft() + answersKeptApart() + handle(.putApart)
      effects += conclude(.paused, at: .farewell)
    case .putApart: settleAnswersKeptApart()
    case .choseToStartAgain:
      self = Session(setting)
      effects = [.discard]
    case .leave: effects += leave()
    }
    if step == .debrief, outcome == nil { effects += conclude(.finished, at: .debrief) }
    return effects
  }

  /// Whether the event belongs to this instrument; one that does not changes nothing.
  private func isKnown(_ event: Event) -> Bool {
    switch event {
    case .wentOn(let step), .wentBack(let step): script.position(of: step) != nil
    case .answered(let item, _), .wentToChange(let item):
      script.item(named: item) != nil && !settled.contains(item)
    case .replied(let statement, let agrees):
      script.statements.contains { $0.name == statement && (agrees || !$0.isNeeded) }
    case .tookPart(let section, _), .skippedPart(let section), .skippedToEasierPart(let section):
      script.section(named: section) != nil
    default: true
    }
  }

  // MARK: Recording

  private mutating func record(_ event: Event) -> [Effect] {
    guard event.isKept, outcome == nil else { return [] }
    guard let waiting = unrecorded else { return [.record(journalled(event))] }
    let all = waiting + [journalled(event)]
    if case .replied(let statement, _) = event, isLastToBeAgreed(statement) {
      unrecorded = nil
      return all.map(Effect.record)
    }
    unrecorded = all
    return []
  }

  /// Whether `statement` is the last one, with all that is needed before it agreed to.
  private func isLastToBeAgreed(_ statement: String) -> Bool {
    let earlier = script.statements.dropLast()
    return statement == script.statements.last?.name
      && earlier.allSatisfy { !$0.isNeeded || replies.agreements[$0.name] == true }
  }

  /// The event as the journal holds it: an answer that is not kept with the rest is only passed.
  private func journalled(_ event: Event) -> Event {
    guard case .answered(let item, _) = event, script.keeping(ofItem: item) != .yes
    else { return event }
    return .wentOn(from: .item(item))
  }

  // MARK: Moving

  private mutating func move(to next: Step) {
    step = next
    interludes = []
    draft = []
    if let position = script.position(of: next) { reached = max(reached, position) }
  }

  private mutating func advance(after step: Step) {
    passed.insert(step)
    let position = script.position(of: step) ?? 0
    let open = route.steps
    if isChanging {
      let unseen = open.first { $0 != .review && !passed.contains($0) && isBeforeReview($0) }
      isChanging = unseen != nil
      move(to: unseen ?? .review)
    } else {
      move(to: open.first { (script.position(of: $0) ?? 0) > position } ?? .farewell)
    }
  }

  private func isBeforeReview(_ step: Step) -> Bool {
    (script.position(of: step) ?? 0) < (script.position(of: .review) ?? 0)
  }

  /// The question before this one; `nil` at the first, and where going back would undo agreement.
  func previousStep(on route: Route) -> Step? {
    guard outcome == nil else { return nil }
    if isChanging { return .review }
    let here = script.position(of: step) ?? 0
    let first = hasAgreed ? (script.position(of: .length) ?? 0) : 0
    return route.steps.last { earlier in
      let position = script.position(of: earlier) ?? 0
      return position < here && position >= first && earlier.asks
    }
  }

  private mutating func wentOn(from step: Step) {
    if case .contentNote(let section) = step { replies.skippedParts.remove(section) }
    advance(after: step)
  }

  private mutating func chose(_ length: Length) {
    replies.length = length
    guard step != .length else { return advance(after: .length) }
    interludes = []
    if length == .partByPart { takeBegunParts() }
    if !route.steps.contains(step) { advance(after: step) }
  }

  /// Parts that were begun are not offered again when the rest is chosen part by part.
  private mutating func takeBegunParts() {
    for begun in passed.union([step]) {
      guard let section = script.section(of: begun), section.askFirst == nil else { continue }
      replies.parts[section.name] = replies.parts[section.name] ?? true
    }
  }

  /// Goes past the parts that carry a content note or are asked about first.
  private mutating func skipToEasierPart(after section: String) {
    var last = Step.checkIn(section: section)
    passed.insert(last)
    let here = script.position(of: last) ?? 0
    let route = route
    for step in route.steps where (script.position(of: step) ?? 0) > here {
      guard let next = script.section(of: step), next.place == nil,
        route.isNoted(next) || next.askFirst != nil
      else { break }
      replies.skippedParts.insert(next.name)
      passed.insert(step)
      last = step
    }
    advance(after: last)
  }

  /// An answer of several lines that was being written is complete as it is.
  private mutating func finishDraft() -> [Effect] {
    guard let item, !draft.isEmpty else { return [] }
    let effects = recordDraft()
    let open = interludes
    advance(after: .item(item.name))
    interludes = open
    return effects
  }

  private mutating func open(_ interlude: Interlude) {
    if interlude == .stopAndLook, interludes.last == .stop { interludes.removeLast() }
    if interludes.last != interlude { interludes.append(interlude) }
  }

  // MARK: Ending

  private mutating func leave() -> [Effect] {
    if outcome != nil {
      let effects = interludes.last == .welcomeBack ? finishAgain() : []
      move(to: .farewell)
      return effects
    }
    guard hasAgreed else { return conclude(.declined, at: .farewell) }
    guard interludes.last == .stop || interludes.last == .stopAndLook else {
      interludes.append(.stop)
      return []
    }
    return conclude(passed.contains(.review) ? .stopped : .setAside, at: .farewell)
  }

  /// Ends the session with `outcome`, going to `page`.
  ///
  /// Before the person has agreed there is nothing to keep or delete.
  private mutating func conclude(_ outcome: Outcome, at page: Step) -> [Effect] {
    guard self.outcome == nil || outcome == .deleted else { return [] }
    guard hasAgreed else {
      self.outcome = .declined
      move(to: .farewell)
      return [.finish(.declined)]
    }
    var effects: [Effect] = []
    if outcome == .deleted {
      replies.given = [:]
      effects.append(.discard)
    } else {
      effects += recordDraft()
    }
    if outcome == .finished || outcome == .stopped { effects += answersKeptApart() }
    self.outcome = outcome
    let furthest = reached
    move(to: page)
    if outcome != .finished { reached = furthest }
    return effects + [.finish(outcome)]
  }

  /// A session that broke off between its last answer and its end finishes when the person is back.
  private func finishAgain() -> [Effect] { outcome.map { [.finish($0)] } ?? [] }

  /// An answer of several lines that was being written is not lost.
  private mutating func recordDraft() -> [Effect] {
    guard let item, !draft.isEmpty else { return [] }
    let answer = Answer.value(.text(draft.joined(separator: "\n")))
    replies.given[item.name] = answer
    return record(.answered(item: item.name, answer))
  }
}

extension Step {
  /// Whether the step asks for something, so that going back stops there.
  fileprivate var asks: Bool {
    switch self {
    case .role, .roleForToday, .information, .statement, .length, .gate, .contentNote, .item,
      .review:
      true
    case .welcome, .page, .checkIn, .debrief, .copy, .farewell: false
    }
  }
}
