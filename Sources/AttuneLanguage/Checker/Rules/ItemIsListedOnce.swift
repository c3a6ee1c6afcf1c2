import AttuneDiagnostics

/// An item counts one way round in a construct, and once.
struct ItemIsListedOnce: Rule {
  static let code = "A261"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs {
      let forwards = scope.expand(construct.uses).map { ($0, false) }
      let reversed = scope.expand(construct.usesReversed).map { ($0, true) }
      var first: [String: (Name, Bool)] = [:]
      for (name, isReversed) in forwards + reversed {
        if let other = first[name.value] {
          findings.append(.listedTwice(name, first: other.0, bothWays: other.1 != isReversed))
        } else {
          first[name.value] = (name, isReversed)
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func listedTwice(_ name: Name, first: Name, bothWays: Bool) -> Finding {
    Finding(
      ItemIsListedOnce.code, .mustFix,
      "\"\(name.value)\" is listed \(bothWays ? "both ways round" : "twice")", at: name.range,
      notes: [.init("it is first listed here", at: first.range)],
      fixes: [Fix(.possible, "keep one of the two")])
  }
}
