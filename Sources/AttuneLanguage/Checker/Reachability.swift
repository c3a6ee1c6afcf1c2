import AttuneDiagnostics
import AttuneInstrument

/// What trying every combination of answers says of one `show when`.
struct Reachability: Sendable {
  enum Verdict: Sendable {
    /// Nobody can ever see what stands under it.
    case never
    /// It always holds where it is asked.
    case always
    case sometimes
    /// There are too many combinations to try.
    case unknown
  }

  let condition: Written<ConditionSyntax>
  /// The block that it shows.
  let heading: Heading
  /// The items that it shows.
  let items: [ItemBlock]
  let verdict: Verdict
  private let space: AnswerSpace
  private let isAsked: @Sendable (AnswerSpace.Known) -> Bool
  private let lowered: Condition

  /// Every condition of the file that can be tried: those with a fault have a finding already.
  static func all(in scope: Scope) -> [Reachability] {
    let sections = scope.file.sections.enumerated().compactMap { index, section in
      section.showWhen.flatMap { condition in
        Reachability(
          condition, section.heading, under: nil, onlyFor: [section.onlyFor],
          Moment(section.place?.value, section.heading),
          scope.itemsOfSection[index] ?? [], in: scope)
      }
    }
    let items = scope.file.items.compactMap { item in
      item.showWhen.flatMap { condition in
        let section = scope.section(of: item)
        return Reachability(
          condition, item.heading, under: section?.showWhen?.value,
          onlyFor: [item.onlyFor, section?.onlyFor], scope.moment(of: item), [item], in: scope)
      }
    }
    return sections + items
  }

  private init?(
    _ condition: Written<ConditionSyntax>, _ heading: Heading, under outer: ConditionSyntax?,
    onlyFor roles: [Name?], _ moment: Moment, _ items: [ItemBlock], in scope: Scope
  ) {
    let conditions = [condition.value] + (outer.map { [$0] } ?? [])
    let comparisons = conditions.flatMap(\.comparisons)
    guard
      comparisons.allSatisfy({ ValueFault.faults(of: $0, in: scope).isEmpty }),
      comparisons.map(\.subject.value).allSatisfy({ name in
        BuiltIns.subjects.contains(name)
          || scope.item(name).map { scope.moment(of: $0) < moment } == true
      })
    else { return nil }
    let space = AnswerSpace(of: conditions, in: scope)
    let lowered = condition.value.lowered(in: scope)
    let outer = outer?.lowered(in: scope)
    let isAsked: @Sendable (AnswerSpace.Known) -> Bool = { known in
      if case .word(let role)? = known["role"],
        !roles.allSatisfy({ $0 == nil || $0?.value == role })
      {
        return false
      }
      return outer.map { $0.truth { known[$0] } == .yes } ?? true
    }
    self.condition = condition
    self.heading = heading
    self.items = items
    self.space = space
    self.lowered = lowered
    self.isAsked = isAsked
    let holds = space.contains { isAsked($0) && lowered.holds(for: $0) }
    let fails = space.contains { isAsked($0) && !lowered.holds(for: $0) }
    switch (holds, fails) {
    case (true, true): verdict = .sometimes
    case (true, false): verdict = .always
    case (false, true): verdict = .never
    // What stands around it can never be shown, and has a finding for that.
    case (false, false): return nil
    case (nil, _), (_, nil): verdict = .unknown
    }
  }

  /// Whether nobody sees what stands under it who gave no answer to `subject`.
  func needsAnAnswer(to subject: String) -> Bool {
    space.contains(unanswered: subject) { isAsked($0) && lowered.holds(for: $0) } == false
  }

  /// The items that it asks about, for pointing at them.
  func sources(in scope: Scope) -> [Heading] {
    lowered.subjects.compactMap { scope.item($0)?.heading }
  }
}

extension Condition {
  fileprivate func holds(for known: AnswerSpace.Known) -> Bool { truth { known[$0] } == .yes }
}
