import AttuneDiagnostics

/// `set by: item` names an item of the file.
struct GroupComesFromAnItem: Rule {
  static let code = "A251"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    var guesses = Guesses(among: scope.itemIndex.keys)
    for group in scope.file.groups {
      guard case .item(let name) = group.setBy?.value, scope.item(name.value) == nil else {
        continue
      }
      let fixes = guesses.fixes(for: name, otherwise: "add: item \(name.value): ...")
      findings.append(.noSuchItem(name, fixes))
    }
  }
}

extension Finding {
  fileprivate static func noSuchItem(_ name: Name, _ fixes: [Fix]) -> Finding {
    Finding(
      GroupComesFromAnItem.code, .mustFix, "There is no item called \"\(name.value)\"",
      at: name.range,
      explanation: "The group takes its levels from an item.",
      fixes: fixes)
  }
}
