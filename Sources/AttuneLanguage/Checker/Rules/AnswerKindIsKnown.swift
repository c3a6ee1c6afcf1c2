import AttuneDiagnostics

/// `answer:` names a kind of answer or a scale of the file.
struct AnswerKindIsKnown: Rule {
  static let code = "A221"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let answers =
      file.instruments.map(\.answer) + file.sections.map(\.answer) + file.items.map(\.answer)
    let known = AnswerSyntax.kinds + scope.scales.keys.sorted()
    var guesses = Guesses(among: known)
    for case .named(let name)? in answers.map({ $0?.value }) where scope.scales[name.value] == nil {
      let fixes = guesses.fixes(for: name, otherwise: "add: scale \(name.value)")
      findings.append(.unknownKind(name, known: known, fixes))
    }
  }
}

extension Finding {
  fileprivate static func unknownKind(
    _ name: Name, known: [String], _ fixes: [Fix]
  ) -> Finding {
    Finding(
      AnswerKindIsKnown.code, .mustFix, "I do not know the answer kind \"\(name.value)\"",
      at: name.range,
      explanation: "I know: \(known.listed).", fixes: fixes)
  }
}
