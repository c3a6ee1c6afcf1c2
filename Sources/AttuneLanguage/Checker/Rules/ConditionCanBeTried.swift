import AttuneDiagnostics

/// A condition is simple enough to be tried out.
///
/// Every combination of the answers that a condition depends on is tried, up to 200,000 of them, and
/// fewer where a condition is long or a file has many such conditions. With more, nobody can tell from
/// here whether it can ever hold; a simpler condition is easier for people to read as well.
struct ConditionCanBeTried: Rule {
  static let code = "A239"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for reachability in scope.reachability where reachability.verdict == .unknown {
      findings.append(.notTried(reachability.condition.range))
    }
  }
}

extension Finding {
  fileprivate static func notTried(_ range: SourceRange) -> Finding {
    Finding(
      ConditionCanBeTried.code, .suggestion,
      "I could not check this condition (too many combinations)", at: range,
      explanation: "It depends on more combinations of answers than I can try.",
      fixes: [Fix(.possible, "try it by hand with attune try, or make it simpler")])
  }
}
