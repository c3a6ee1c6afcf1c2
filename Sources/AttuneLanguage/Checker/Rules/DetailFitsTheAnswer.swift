import AttuneDiagnostics

/// `left`, `right`, `unit` and `ask again` belong to questions that are answered with a number.
///
/// Elsewhere nobody would ever see them.
struct DetailFitsTheAnswer: Rule {
  static let code = "A219"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for item in scope.file.items {
      switch scope.answer(of: item)?.value {
      case .slider, nil: break
      case .number: report([("left", item.left), ("right", item.right)], "a slider", &findings)
      case .named, .chooseOne, .chooseAny, .text, .date:
        report([("left", item.left), ("right", item.right)], "a slider", &findings)
        report([("unit", item.unit), ("ask again", item.askAgain)], "a number", &findings)
        if let bounds = item.askAgainIf {
          findings.append(.unseen("ask again if", at: bounds.range, "a number"))
        }
      }
    }
  }

  private func report(
    _ details: [(String, Words?)], _ place: String, _ findings: inout [Finding]
  ) {
    for case (let detail, let words?) in details {
      findings.append(.unseen(detail, at: words.range, place))
    }
  }
}

extension Finding {
  fileprivate static func unseen(
    _ detail: String, at range: SourceRange, _ place: String
  ) -> Finding {
    Finding(
      DetailFitsTheAnswer.code, .pleaseCheck, "Nobody would see this \"\(detail)\"", at: range,
      explanation: "It belongs to \(place).", fixes: [Fix(.possible, "take the line out")])
  }
}
