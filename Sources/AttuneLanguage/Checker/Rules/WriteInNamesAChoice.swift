import AttuneDiagnostics

/// `write in:` names one of the item's answers.
struct WriteInNamesAChoice: Rule {
  static let code = "A228"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for item in scope.file.items {
      guard let name = item.writeIn else { continue }
      let known = scope.answers(to: item)?.choices.map(\.key.value) ?? []
      if !known.contains(name.value) {
        var guesses = Guesses(among: known, after: findings.count)
        let fixes = guesses.fixes(for: name, otherwise: "add: \(name.value) = Something else")
        findings.append(.noSuchAnswer(name, fixes))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSuchAnswer(_ name: Name, _ fixes: [Fix]) -> Finding {
    Finding(
      WriteInNamesAChoice.code, .mustFix, "There is no answer called \"\(name.value)\" here",
      at: name.range,
      explanation: "\"write in\" names the answer that invites the person's own words.",
      fixes: fixes)
  }
}
