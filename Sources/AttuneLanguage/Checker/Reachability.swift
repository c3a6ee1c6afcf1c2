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
  private let lowered: Condition
  /// The conditions around it, and the role for which it is asked.
  private let outer: ConditionSyntax?
  private let onlyFor: Name?

  /// Every condition of the file that can be tried: those with a fault have a finding already.
  static func all(in scope: Scope) -> [Reachability] {
    var effort = Effort()
    var all: [Reachability] = []
    for (index, section) in scope.file.sections.enumerated() {
      guard let condition = section.showWhen else { continue }
      let reachability = Reachability(
        condition, section.heading, under: nil, Moment(section.place?.value, section.heading),
        scope.itemsOfSection[index] ?? [], onlyFor: section.onlyFor, in: scope, within: &effort)
      all += reachability.map { [$0] } ?? []
    }
    for item in scope.file.items {
      guard let condition = item.showWhen else { continue }
      let reachability = Reachability(
        condition, item.heading, under: scope.section(of: item)?.showWhen?.value,
        scope.moment(of: item), [item], onlyFor: nil, in: scope, within: &effort)
      all += reachability.map { [$0] } ?? []
    }
    return all
  }

  private init?(
    _ condition: Written<ConditionSyntax>, _ heading: Heading, under outer: ConditionSyntax?,
    _ moment: Moment, _ items: [ItemBlock], onlyFor: Name?, in scope: Scope,
    within effort: inout Effort
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
    self.condition = condition
    self.heading = heading
    self.items = items
    self.outer = outer
    self.onlyFor = onlyFor
    lowered = condition.value.lowered(in: scope)
    let lowered = lowered
    let isAsked = Self.asked(items, under: outer?.lowered(in: scope), onlyFor, in: scope)
    var (holds, fails) = (false, false)
    let space = AnswerSpace(of: conditions, in: scope, within: &effort)
    let isBoth = space?.contains(within: &effort) { known in
      guard isAsked(known) else { return false }
      if lowered.holds(for: known) { holds = true } else { fails = true }
      return holds && fails
    }
    switch (isBoth, holds, fails) {
    case (true, _, _): verdict = .sometimes
    case (nil, _, _): verdict = .unknown
    case (false, true, _): verdict = .always
    case (false, false, true): verdict = .never
    // What stands around it can never be shown, and has a finding for that.
    case (false, false, false): return nil
    }
  }

  /// Whether the condition is put at all: to this role, on this form, under what stands around it.
  private static func asked(
    _ items: [ItemBlock], under outer: Condition?, _ onlyFor: Name?, in scope: Scope
  ) -> (AnswerSpace.Known) -> Bool {
    { known in
      if let onlyFor, case .word(let role)? = known["role"], role != onlyFor.value { return false }
      // A section of nothing but text is on every form.
      guard items.isEmpty || items.contains(where: { scope.isAsked($0, where: known) }) else {
        return false
      }
      return outer.map { $0.truth { known[$0] } == .yes } ?? true
    }
  }

  /// Whether nobody sees what stands under it who gave no answer to `subject`.
  func needsAnAnswer(
    to subject: String, in scope: Scope, within effort: inout Effort
  ) -> Bool {
    let isAsked = Self.asked(items, under: outer?.lowered(in: scope), onlyFor, in: scope)
    let conditions = [condition.value] + (outer.map { [$0] } ?? [])
    let space = AnswerSpace(of: conditions, in: scope, within: &effort)
    return space?.contains(unanswered: subject, within: &effort) {
      isAsked($0) && lowered.holds(for: $0)
    } == false
  }

  /// The items that it asks about, for pointing at them.
  func sources(in scope: Scope) -> [Heading] {
    lowered.subjects.compactMap { scope.item($0)?.heading }
  }
}

extension Condition {
  fileprivate func holds(for known: AnswerSpace.Known) -> Bool { truth { known[$0] } == .yes }
}
