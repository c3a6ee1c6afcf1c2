import AttuneDiagnostics

/// Each answer has its own code.
///
/// If two answers shared a code, the data could not tell which of them a person chose.
///
///     4 = Agree
///     4 = Strongly agree     # must fix: A210
struct CodesAreUnique: Rule {
  static let code = "A210"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let groups = scope.file.groups.map {
      AnswerList(heading: $0.heading, choices: $0.choices, isScale: false)
    }
    for list in AnswerList.all(in: scope.file) + groups {
      var first: [String: ChoiceSyntax] = [:]
      var next = (list.choices.indices.map(list.choices.code).max() ?? 0) + 1
      for index in list.choices.indices {
        let choice = list.choices[index]
        let key = choice.number.map(String.init) ?? choice.key.value
        if let other = first[key] {
          findings.append(.usedTwice(choice, first: other, next: next))
          next += 1
        } else {
          first[key] = choice
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func usedTwice(
    _ choice: ChoiceSyntax, first: ChoiceSyntax, next: Int
  ) -> Finding {
    let free = choice.number == nil ? choice.key.value + "_2" : String(next)
    return Finding(
      CodesAreUnique.code, .mustFix, "The code \(choice.key.value) is used twice",
      at: choice.key.range,
      explanation: "The data could not tell which of the two answers a person chose.",
      notes: [.init("it is first used here", at: first.key.range)],
      fixes: [Fix(.likely, "use \(free)", edits: [.init(choice.key.range, with: free)])])
  }
}
