import AttuneDiagnostics

/// An item that has words for one role should have words for the others.
///
/// Without them the other form leaves the question out, and the two perspectives cannot be set
/// side by side. `only for: worker` says that it is meant.
struct EveryRoleHasWords: Rule {
  static let code = "A226"
  static let silencedBy: Set<String> = .unreadLines.union(["A225", "A224"])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for item in scope.file.items {
      let asked = Set(item.wordings.compactMap { $0.role?.value })
      let isForAll = item.wordings.contains { $0.role == nil }
      guard !isForAll, !asked.isEmpty, item.onlyFor == nil,
        scope.section(of: item)?.onlyFor == nil
      else { continue }
      for role in scope.roles.subtracting(asked).sorted() {
        findings.append(.leftOut(item.heading, role))
      }
    }
  }
}

extension Finding {
  fileprivate static func leftOut(_ heading: Heading, _ role: String) -> Finding {
    Finding(
      EveryRoleHasWords.code, .pleaseCheck, "The form for \(role) leaves this question out",
      at: heading.place,
      fixes: [
        .addLine(.possible, "ask \(role): ...", under: heading),
        Fix(.possible, "if it is meant, add: only for: and the role that is asked"),
      ])
  }
}
