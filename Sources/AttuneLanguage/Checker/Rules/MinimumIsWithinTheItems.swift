import AttuneDiagnostics

/// A score cannot ask for more answers than there are questions.
struct MinimumIsWithinTheItems: Rule {
  static let code = "A266"
  static let silencedBy: Set<String> = .unreadLines.union(["A262", "A272"])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs {
      guard case .rule(_, let minimum?) = construct.score?.value else { continue }
      let count = scope.expand(construct.uses + construct.usesReversed).count
      if !(1...max(1, count)).contains(minimum.value) {
        findings.append(.impossible(minimum, of: count))
      }
    }
  }
}

extension Finding {
  fileprivate static func impossible(_ minimum: Written<Int>, of count: Int) -> Finding {
    guard minimum.value >= 1 else {
      return Finding(
        MinimumIsWithinTheItems.code, .mustFix, "A score needs at least one answer",
        at: minimum.range)
    }
    return Finding(
      MinimumIsWithinTheItems.code, .mustFix, "More answers than questions", at: minimum.range,
      explanation: "The score asks for \(minimum.value) answers, and there are \(count) questions.",
      fixes: [
        Fix(.possible, "use \(count)", edits: [.init(minimum.range, with: String(count))])
      ])
  }
}
