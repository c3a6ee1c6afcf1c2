import AttuneDiagnostics

/// The codes -93 to -99 are kept for the reasons why an answer is missing.
///
/// They are the same in every file that attune writes, so that *skipped* is never averaged.
struct CodesAreNotReasons: Rule {
  static let code = "A212"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for choice in AnswerList.all(in: scope.file).flatMap(\.choices) {
      if let code = choice.number, (-99 ... -93).contains(code) {
        findings.append(.keptForReasons(choice, code))
      }
    }
  }
}

extension Finding {
  fileprivate static func keptForReasons(_ choice: ChoiceSyntax, _ code: Int) -> Finding {
    Finding(
      CodesAreNotReasons.code, .mustFix, "\(code) is kept for missing answers",
      at: choice.key.range,
      explanation: "The codes -93 to -99 say why there is no answer, in every file I write.",
      fixes: [
        Fix(.possible, "use another number, or say it with offer: if it is a reason not to answer")
      ])
  }
}
