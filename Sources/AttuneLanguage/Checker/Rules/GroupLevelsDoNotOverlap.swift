import AttuneDiagnostics
import AttuneInstrument

/// Nobody is in two levels of one group.
///
/// A person in two levels would be counted twice. Every combination of the answers that the
/// conditions depend on is tried, up to 200,000 of them.
struct GroupLevelsDoNotOverlap: Rule {
  static let code = "A253"
  static let silencedBy: Set<String> = .unreadLines.union([
    "A210", "A231", "A233", "A234", "A235", "A250",
  ])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var effort = Effort()
    for group in scope.file.groups where group.conditions.count > 1 {
      let levels = group.conditions.map { ($0, $0.condition.value.lowered(in: scope)) }
      let space = AnswerSpace(
        of: levels.map(\.0.condition.value), in: scope, within: &effort)
      var overlap: (first: LevelConditionSyntax, second: LevelConditionSyntax)?
      _ = space?.contains(within: &effort) { known in
        let held = levels.filter { $0.1.truth { known[$0] } == .yes }
        if held.count > 1 { overlap = (held[0].0, held[1].0) }
        return overlap != nil
      }
      if let overlap { findings.append(.overlap(overlap.second, first: overlap.first)) }
    }
  }
}

extension Finding {
  fileprivate static func overlap(
    _ level: LevelConditionSyntax, first: LevelConditionSyntax
  ) -> Finding {
    Finding(
      GroupLevelsDoNotOverlap.code, .mustFix,
      "Somebody can be in \(first.level.value) and in \(level.level.value) at once",
      at: level.condition.range,
      explanation: "A person who is in two levels would be counted twice.",
      notes: [.init("the other level is here", at: first.condition.range)],
      fixes: [Fix(.possible, "make the two conditions exclude each other")])
  }
}
