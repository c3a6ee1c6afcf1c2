import AttuneDiagnostics

/// Two answers should not say the same thing.
///
/// A person who reads the same words twice cannot know which to choose.
struct AnswersSayDifferentThings: Rule {
  static let code = "A211"
  static let silencedBy: Set<String> = ["A210"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for list in AnswerList.all(in: scope.file) {
      var first: [String: Words] = [:]
      for label in list.choices.map(\.label) {
        let said = label.value.lowercased()
        if let other = first[said] {
          findings.append(.sameWords(label, first: other))
        } else {
          first[said] = label
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func sameWords(_ label: Words, first: Words) -> Finding {
    Finding(
      AnswersSayDifferentThings.code, .pleaseCheck,
      "Two answers say the same thing: \"\(label.value)\"", at: label.range,
      notes: [.init("it is also said here", at: first.range)],
      fixes: [Fix(.possible, "say how the two differ, or take one out")])
  }
}
