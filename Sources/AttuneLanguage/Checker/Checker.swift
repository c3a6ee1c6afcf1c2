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
    let acceptance = Acceptances(in: scope.file)
    let kept = ruled.flatMap { rule in
      rule.findings.filter {
        codes[block(of: $0), default: []].isDisjoint(with: rule.silencedBy)
          && !acceptance.covers($0)
      }
    }
    return (parserFindings + kept).sorted { $0.range < $1.range }
  }

  /// The findings that the author has not yet looked at and left as they are.
  func notAccepted(_ findings: [Finding]) -> [Finding] {
    let acceptance = Acceptances(in: scope.file)
    return findings.filter { !acceptance.covers($0) }
  }

  /// The heading of the block in which a finding stands, as an identity.
  private func block(of finding: Finding) -> Int {
    scope.file.block(at: finding.range.lower)?.heading.range.lower ?? -1
  }
}
