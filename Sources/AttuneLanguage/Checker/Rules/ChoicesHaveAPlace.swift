import AttuneDiagnostics

/// Only a question that is answered by choosing lists answers.
struct ChoicesHaveAPlace: Rule {
  static let code = "A107"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for item in scope.file.items {
      guard let first = item.choices.first, let answer = scope.answer(of: item) else { continue }
      switch answer.value {
      case .chooseOne, .chooseAny: break
      case .named(let name) where scope.scales[name.value] == nil: break
      case .named, .number, .slider, .text, .date:
        findings.append(.noPlace(for: first, answer: answer.range))
      }
    }
  }
}

extension Finding {
  fileprivate static func noPlace(for choice: ChoiceSyntax, answer: SourceRange) -> Finding {
    Finding(
      ChoicesHaveAPlace.code, .mustFix, "This choice has nowhere to go", at: choice.key.range,
      notes: [.init("the question is answered another way", at: answer)],
      fixes: [
        Fix(.possible, "write: answer: choose one", edits: [.init(answer, with: "choose one")])
      ])
  }
}
