import AttuneInstrument

/// Which steps are open to a person, and what each item comes to, given the replies so far.
///
/// Conditions look backwards only, so one pass in the order of asking settles everything.
struct Route {
  /// The open steps, in order.
  private(set) var steps: [Step] = []
  /// The answer, or the reason for having none, of every item.
  private(set) var outcomes: [String: Answer] = [:]

  private let script: Script
  private let replies: Replies
  /// The position of the furthest step shown.
  private let reached: Int

  init(_ script: Script, _ replies: Replies, reached: Int) {
    self.script = script
    self.replies = replies
    self.reached = reached
    steps.reserveCapacity(script.steps.count)
    outcomes.reserveCapacity(script.steps.count)
    for stretch in script.stretches {
      switch stretch {
      case .step(let step): if isOpenOutsideSections(step) { steps.append(step) }
      case .section(let section, let position):
        steps += settle(section, itemsFrom: position)
      }
    }
  }

  /// What is known of `subject` when a condition asks.
  func known(_ subject: String) -> Condition.Known? {
    if let answer = outcomes[subject] { return .answer(answer) }
    return word(for: subject).map(Condition.Known.word)
  }

  /// Whether an item can be asked of this person at all, whatever is answered.
  func canAsk(_ item: Item, in section: Section) -> Bool {
    isMeant(item, in: section) && isOnForm(item, in: section)
  }

  /// Whether the whole questionnaire of this person's role, in this study, has the item.
  func isMeant(_ item: Item, in section: Section) -> Bool { isMeant(section) && isMeant(item) }

  private func word(for subject: String) -> String? {
    switch subject {
    case "role": replies.role
    case "form":
      switch replies.length {
      case .form(let name): name
      case .full, .partByPart: "full"
      case nil: nil
      }
    case "both_roles": replies.isBothRoles ? "yes" : "no"
    case "help_given": script.setting.isHelpGiven ? "yes" : "no"
    default: script.setting.details[subject]
    }
  }

  // MARK: Sections

  /// Settles the outcomes of a section's items and says which of its steps are open.
  private mutating func settle(_ section: Section, itemsFrom position: Int) -> [Step] {
    let truth = section.showWhen?.truth(known) ?? .yes
    var itemSteps: [Step] = []
    var couldAsk = section.items.isEmpty
    for (index, item) in section.items.enumerated() {
      let itemTruth = item.showWhen?.truth(known) ?? .yes
      let whole = Condition.Truth.and(truth, itemTruth)
      outcomes[item.name] = outcome(
        of: item, in: section, whole, isAhead: position + index >= reached)
      guard canAsk(item, in: section) else { continue }
      if itemTruth != .no { couldAsk = true }
      if whole == .yes { itemSteps.append(.item(item.name)) }
    }
    guard truth == .yes, isMeant(section), couldAsk else { return [] }
    return steps(of: section, items: itemSteps)
  }

  private func steps(of section: Section, items: [Step]) -> [Step] {
    let name = section.name
    var steps: [Step] = []
    if isGated(section) {
      steps.append(.gate(section: name))
      guard replies.parts[name] == true else { return steps }
    }
    if isNoted(section) { steps.append(.contentNote(section: name)) }
    guard !replies.skippedParts.contains(name) else {
      return steps + items.filter(isAnswered)
    }
    if section.paragraphs.contains(where: isMeant) { steps.append(.page(section: name)) }
    steps += items
    if !items.isEmpty, hasCheckIn(section) {
      steps.append(.checkIn(section: name))
    }
    return steps
  }

  /// Whether the person reads the part's content note: somebody who is asked none of the items that
  /// it is about does not.
  func isNoted(_ section: Section) -> Bool {
    guard section.contentNote != nil else { return false }
    guard let noted = section.notedItems else { return true }
    return section.items.contains { noted.contains($0.name) && canAsk($0, in: section) }
  }

  func hasCheckIn(_ section: Section) -> Bool {
    section.contentNote == nil
      ? section.checkIn == true : isNoted(section) && section.checkIn != false
  }

  /// Whether the part is offered before it is asked.
  func isGated(_ section: Section) -> Bool {
    if section.askFirst != nil { return true }
    return replies.length == .partByPart && section.place == nil && !section.items.isEmpty
  }

  private func isAnswered(_ step: Step) -> Bool {
    guard case .item(let name) = step else { return false }
    return replies.given[name] != nil
  }

  // MARK: Items

  private func outcome(
    of item: Item, in section: Section, _ truth: Condition.Truth, isAhead: Bool
  ) -> Answer {
    let given = replies.given[item.name]
    guard isMeant(item, in: section), truth != .no else { return .missing(.notShown) }
    guard isOnForm(item, in: section) else { return given ?? .missing(.notChosen) }
    if truth == .unknown { return .missing(isAhead ? .notReached : .notShown) }
    if isGated(section), replies.parts[section.name] == false { return .missing(.notChosen) }
    if let given { return given }
    if isAhead { return .missing(.notReached) }
    if isGated(section), replies.parts[section.name] == nil { return .missing(.notChosen) }
    return .missing(replies.skippedParts.contains(section.name) ? .skipped : .notReached)
  }

  func isMeant(_ section: Section) -> Bool {
    isForRole(section.onlyFor) && isTurnedOn(section.isAskedOnRequest, section.name)
  }

  private func isMeant(_ item: Item) -> Bool {
    item.wording(for: replies.role) != nil && isTurnedOn(item.isAskedOnRequest, item.name)
  }

  func isMeant(_ paragraph: Paragraph) -> Bool { isForRole(paragraph.role) }

  func isMeant(_ passage: Passage) -> Bool { isForRole(passage.onlyFor) }

  private func isForRole(_ role: String?) -> Bool { role == nil || role == replies.role }

  private func isTurnedOn(_ onRequest: Bool?, _ name: String) -> Bool {
    onRequest != true || script.setting.study?.turnedOn.contains(name) == true
  }

  /// Sections with a place of their own belong to every form.
  private func isOnForm(_ item: Item, in section: Section) -> Bool {
    guard section.place == nil, case .form(let name) = replies.length,
      let form = script.setting.instrument.forms.first(where: { $0.name == name })
    else { return true }
    return form.items.contains(item.name)
  }

  // MARK: Outside sections

  private func isOpenOutsideSections(_ step: Step) -> Bool {
    switch step {
    case .role: script.setting.instrument.roles.count > 1 && script.setting.role == nil
    case .roleForToday: replies.isBothRoles
    case .information: script.setting.instrument.information.contains(where: isMeant)
    case .length: !script.setting.instrument.forms.isEmpty && script.setting.form == nil
    case .copy: replies.wantsCopy
    case .welcome, .statement, .review, .debrief, .farewell: true
    case .gate, .contentNote, .page, .item, .checkIn: false
    }
  }
}

extension Condition.Truth {
  /// Kleene's conjunction.
  fileprivate static func and(_ one: Self, _ other: Self) -> Self {
    if one == .no || other == .no { return .no }
    return one == .yes && other == .yes ? .yes : .unknown
  }
}
