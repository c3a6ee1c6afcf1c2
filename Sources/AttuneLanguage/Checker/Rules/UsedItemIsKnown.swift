import AttuneDiagnostics

/// `uses:` names items of the file; a composite may name constructs, a form sections.
struct UsedItemIsKnown: Rule {
  static let code = "A272"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let items = Array(scope.itemIndex.keys)
    for construct in scope.file.constructs {
      for run in construct.uses + construct.usesReversed {
        report(run, known: items, or: Array(scope.constructs.keys), scope, &findings)
      }
    }
    for run in scope.file.forms.flatMap(\.uses) {
      report(run, known: items, or: Array(scope.sectionIndex.keys), scope, &findings)
    }
    for run in scope.file.sections.flatMap({ $0.keptInPlace + $0.notedItems }) {
      report(run, known: items, or: [], scope, &findings)
    }
  }

  private func report(
    _ run: NameRun, known items: [String], or others: [String], _ scope: Scope,
    _ findings: inout [Finding]
  ) {
    if let last = run.last {
      let ends = [run.first, last]
      let unknown = ends.filter { scope.itemIndex[$0.value] == nil }
      findings += unknown.map { .noSuchItem($0, items, or: []) }
      if unknown.isEmpty, scope.expand(run).count == 2,
        scope.itemIndex[run.first.value] ?? 0 > scope.itemIndex[last.value] ?? 0
      {
        findings.append(.runsBackwards(run.first, last))
      }
    } else if scope.itemIndex[run.first.value] == nil, !others.contains(run.first.value) {
      findings.append(.noSuchItem(run.first, items, or: others))
    }
  }
}

extension Finding {
  fileprivate static func noSuchItem(
    _ name: Name, _ items: [String], or others: [String]
  ) -> Finding {
    let near = Fix.didYouMean(name, among: items)
    return Finding(
      UsedItemIsKnown.code, .mustFix, "There is no item called \"\(name.value)\"", at: name.range,
      fixes: near.isEmpty
        ? Fix.didYouMean(name, among: others, otherwise: "add: item \(name.value): ...") : near)
  }

  fileprivate static func runsBackwards(_ first: Name, _ last: Name) -> Finding {
    Finding(
      UsedItemIsKnown.code, .mustFix,
      "\"\(first.value)\" stands below \"\(last.value)\" in the file",
      at: SourceRange(first.range.lower, last.range.upper),
      explanation: "A run goes from the upper item to the lower one.",
      fixes: [Fix(.likely, "write \(last.value) to \(first.value)")])
  }
}
