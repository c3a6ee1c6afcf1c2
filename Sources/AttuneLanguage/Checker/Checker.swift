import AttuneDiagnostics

/// Applies every rule to a file, and reports each fault once.
struct Checker {
  let scope: Scope

  /// The findings of the rules and of the parser, in the order of the text.
  func findings(besides parserFindings: [Finding]) -> [Finding] {
    let ruled = allRules.map { rule in
      var findings: [Finding] = []
      rule.init().check(scope, into: &findings)
      return (silencedBy: rule.silencedBy, findings: findings)
    }
    var codes: [Int: Set<String>] = [:]
    for finding in parserFindings + ruled.flatMap(\.findings) {
      codes[block(of: finding), default: []].insert(finding.code)
    }
    let accepted = scope.file.blocks.filter { !$0.accepted.isEmpty }.map { block in
      (block.heading.range.lower, Set(block.accepted.map(\.value.code)))
    }
    let acceptedIn = Dictionary(accepted, uniquingKeysWith: { first, _ in first })
    let acceptedEverywhere = Set((scope.file.instrument?.accepted ?? []).map(\.value.code))
    /// Whether the author has looked at it: in its block, or for the whole file in the instrument's.
    func isAccepted(_ finding: Finding) -> Bool {
      finding.level != .mustFix
        && (acceptedEverywhere.contains(finding.code)
          || acceptedIn[block(of: finding)]?.contains(finding.code) == true)
    }
    let kept = ruled.flatMap { rule in
      rule.findings.filter {
        codes[block(of: $0), default: []].isDisjoint(with: rule.silencedBy) && !isAccepted($0)
      }
    }
    return (parserFindings + kept).sorted { $0.range < $1.range }
  }

  /// The heading of the block in which a finding stands, as an identity.
  private func block(of finding: Finding) -> Int {
    scope.file.block(at: finding.range.lower)?.heading.range.lower ?? -1
  }
}
