import AttuneDiagnostics

/// `uses:` names items of the file; a composite may name constructs, a form sections.
struct UsedItemIsKnown: Rule {
  static let code = "A272"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let constructs = Set(scope.constructs.keys)
    let sections = Set(scope.sectionIndex.keys)
    report(file.constructs.flatMap { $0.uses + $0.usesReversed }, or: constructs, scope, &findings)
    report(file.forms.flatMap(\.uses), or: sections, scope, &findings)
    report(file.sections.flatMap { $0.keptInPlace + $0.notedItems }, or: [], scope, &findings)
  }

  /// Reports the names that are neither items nor one of `others`.
  private func report(
    _ runs: [NameRun], or others: Set<String>, _ scope: Scope, _ findings: inout [Finding]
  ) {
    var items = Guesses(among: scope.itemIndex.keys)
    var near = Guesses(among: others)
    func noSuchItem(_ name: Name) -> Finding {
      let fixes = items.fixes(for: name)
      let other = near.fixes(for: name, otherwise: "add: item \(name.value): ...")
      return .noSuchItem(name, fixes.isEmpty ? other : fixes)
    }
    for run in runs {
      if let last = run.last {
        let unknown = [run.first, last].filter { scope.itemIndex[$0.value] == nil }
        findings += unknown.map(noSuchItem)
        if unknown.isEmpty,
          scope.itemIndex[run.first.value] ?? 0 > scope.itemIndex[last.value] ?? 0
        {
          findings.append(.runsBackwards(run.first, last))
        }
      } else if scope.itemIndex[run.first.value] == nil, !others.contains(run.first.value) {
        findings.append(noSuchItem(run.first))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSuchItem(_ name: Name, _ fixes: [Fix]) -> Finding {
    Finding(
      UsedItemIsKnown.code, .mustFix, "There is no item called \"\(name.value)\"", at: name.range,
      fixes: fixes)
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
