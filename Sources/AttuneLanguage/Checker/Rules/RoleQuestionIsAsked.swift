import AttuneDiagnostics

/// `both roles` needs a `role question` to be an answer to.
struct RoleQuestionIsAsked: Rule {
  static let code = "A242"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard let instrument = scope.file.instrument, instrument.roleQuestion == nil else { return }
    if let both = instrument.bothRoles ?? instrument.bothRolesQuestion {
      findings.append(.noRoleQuestion(both, instrument.heading))
    }
  }
}

extension Finding {
  fileprivate static func noRoleQuestion(_ both: Words, _ heading: Heading) -> Finding {
    Finding(
      RoleQuestionIsAsked.code, .mustFix, "What is this an answer to?", at: both.range,
      explanation: "It is one of the answers to the role question, which is not there.",
      fixes: [
        .addLine(
          .possible, "role question: Which questions would you like?", under: heading)
      ])
  }
}
