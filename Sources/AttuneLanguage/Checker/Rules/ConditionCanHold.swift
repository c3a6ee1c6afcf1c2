import AttuneDiagnostics

/// What is asked on a condition can be reached.
///
/// A question that nobody can ever see is a slip in its condition. Every combination of the answers
/// that the condition depends on is tried, so this is certain and not a guess:
///
///     show when: team is north and team is south     # "or" was meant
struct ConditionCanHold: Rule {
  static let code = "A236"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for reachability in scope.reachability where reachability.verdict == .never {
      findings.append(.never(reachability, reachability.sources(in: scope)))
    }
  }
}

extension Finding {
  fileprivate static func never(_ reachability: Reachability, _ sources: [Heading]) -> Finding {
    let subjects = sources.compactMap { $0.name?.value }.joined(separator: " and ")
    let heading = reachability.heading
    let name = "\(heading.kind.rawValue) \(heading.name?.value ?? "")"
    return Finding(
      ConditionCanHold.code, .mustFix, "This can never be shown", at: reachability.condition.range,
      explanation: "I tried every possible answer\(subjects.isEmpty ? "" : " to \(subjects)"), "
        + "and none of them lets people reach \(name).",
      notes: sources.map { .init("\($0.name?.value ?? "it") is asked here", at: $0.range) },
      fixes: [Fix(.possible, "check whether \"and\" should be \"or\"")])
  }
}
