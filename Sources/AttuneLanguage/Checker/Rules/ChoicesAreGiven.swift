import AttuneDiagnostics

/// A question to choose from has answers to choose.
struct ChoicesAreGiven: Rule {
  static let code = "A222"
  static let silencedBy: Set<String> = .unreadLines.union(["A107"])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for item in scope.file.items where item.choices.isEmpty {
      switch scope.answer(of: item)?.value {
      case .chooseOne, .chooseAny: findings.append(.nothingToChoose(item.heading))
      default: break
      }
    }
  }
}

extension Finding {
  fileprivate static func nothingToChoose(_ heading: Heading) -> Finding {
    Finding(
      ChoicesAreGiven.code, .mustFix, "There is nothing to choose from", at: heading.place,
      fixes: [Fix(.possible, "add lines such as: north = North team")])
  }
}
