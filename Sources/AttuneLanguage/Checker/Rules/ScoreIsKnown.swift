import AttuneDiagnostics

/// A plan names constructs or items of the file.
struct ScoreIsKnown: Rule {
  static let code = "A270"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var constructs = Guesses(among: scope.constructs.keys)
    var items = Guesses(among: scope.itemIndex.keys)
    for run in scope.file.plans.flatMap(\.questions).flatMap(\.value.scores) {
      for name in scope.expand(run)
      where scope.constructs[name.value] == nil && scope.item(name.value) == nil {
        let near = constructs.fixes(for: name)
        let other = items.fixes(for: name, otherwise: "add: construct \(name.value): ...")
        findings.append(.noSuchScore(name, near.isEmpty ? other : near))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSuchScore(_ name: Name, _ fixes: [Fix]) -> Finding {
    Finding(
      ScoreIsKnown.code, .mustFix, "There is no construct called \"\(name.value)\"", at: name.range,
      fixes: fixes)
  }
}
