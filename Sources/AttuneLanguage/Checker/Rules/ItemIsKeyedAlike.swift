import AttuneDiagnostics

/// An item that is reversed in one construct and not in another is often a slip.
struct ItemIsKeyedAlike: Rule {
  static let code = "A269"
  static let silencedBy: Set<String> = ["A261", "A272"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var first: [String: (name: Name, isReversed: Bool)] = [:]
    for construct in scope.file.constructs where !scope.isComposite(construct) {
      let uses =
        scope.expand(construct.uses).map { ($0, false) }
        + scope.expand(construct.usesReversed).map { ($0, true) }
      for (name, isReversed) in uses {
        if let other = first[name.value], other.isReversed != isReversed {
          findings.append(.keyedBothWays(name, first: other.name))
        } else {
          first[name.value] = first[name.value] ?? (name, isReversed)
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func keyedBothWays(_ name: Name, first: Name) -> Finding {
    Finding(
      ItemIsKeyedAlike.code, .pleaseCheck,
      "\"\(name.value)\" is reversed in one construct and not in another", at: name.range,
      notes: [.init("it counts the other way round here", at: first.range)],
      fixes: [
        Fix(.possible, "move it in one of the two"),
        Fix(.possible, "if it is right as it is, add: accept: A269 because ..."),
      ])
  }
}
