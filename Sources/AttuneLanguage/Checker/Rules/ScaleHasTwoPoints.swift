import AttuneDiagnostics

/// A scale has at least two points: with one there is nothing to choose.
struct ScaleHasTwoPoints: Rule {
  static let code = "A214"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for scale in scope.file.scales where scale.choices.count < 2 {
      findings.append(.needsTwoPoints(scale.heading))
    }
  }
}

extension Finding {
  fileprivate static func needsTwoPoints(_ heading: Heading) -> Finding {
    Finding(
      ScaleHasTwoPoints.code, .mustFix, "This scale needs at least two points", at: heading.place,
      fixes: [Fix(.possible, "add lines such as: 1 = Disagree")])
  }
}
