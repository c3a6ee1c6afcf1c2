import AttuneDiagnostics

/// A plan names constructs or items of the file.
struct ScoreIsKnown: Rule {
  static let code = "A270"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let known = Array(scope.constructs.keys) + Array(scope.itemIndex.keys)
    for run in scope.file.plans.flatMap(\.questions).flatMap(\.value.scores) {
      for name in scope.expand(run)
      where scope.constructs[name.value] == nil && scope.item(name.value) == nil {
        findings.append(.noSuchScore(name, constructs: scope.constructs.keys.sorted(), all: known))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSuchScore(
    _ name: Name, constructs: [String], all: [String]
  ) -> Finding {
    let near = Fix.didYouMean(name, among: constructs)
    return Finding(
      ScoreIsKnown.code, .mustFix, "There is no construct called \"\(name.value)\"", at: name.range,
      fixes: near.isEmpty
        ? Fix.didYouMean(name, among: all, otherwise: "add: construct \(name.value): ...") : near)
  }
}
