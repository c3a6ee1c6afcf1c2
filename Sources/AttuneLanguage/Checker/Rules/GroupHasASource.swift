import AttuneDiagnostics

/// A group says who or what puts people into it.
///
/// `set by: item which_team`, `set by: role`, `set by: facilitator`, or a condition for each level:
///
///     group contact: Contact with services
///       in_contact = People in contact
///       in_contact when: service is one of outreach, voluntary
struct GroupHasASource: Rule {
  static let code = "A250"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for group in scope.file.groups where group.setBy == nil {
      if group.choices.isEmpty && group.conditions.isEmpty {
        findings.append(.noSource(group.heading))
      }
      let levels = group.choices.map(\.key)
      let said = Set(group.conditions.map(\.level.value))
      for level in levels where !said.contains(level.value) {
        findings.append(.noCondition(level))
      }
    }
    for group in scope.file.groups {
      let levels = Set(group.choices.map(\.key.value))
      var guesses = Guesses(among: levels, after: findings.count)
      for level in group.conditions.map(\.level) where !levels.contains(level.value) {
        findings.append(.noLevel(level, guesses.fixes(for: level)))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSource(_ heading: Heading) -> Finding {
    Finding(
      GroupHasASource.code, .mustFix, "Where does this group come from?", at: heading.place,
      fixes: [.addLine(.possible, "set by: item ...", under: heading)])
  }

  fileprivate static func noCondition(_ level: Name) -> Finding {
    Finding(
      GroupHasASource.code, .mustFix, "When is somebody in \(level.value)?", at: level.range,
      fixes: [Fix(.possible, "add: \(level.value) when: ...")])
  }

  fileprivate static func noLevel(_ level: Name, _ fixes: [Fix]) -> Finding {
    Finding(
      GroupHasASource.code, .mustFix, "What is \"\(level.value)\" called?", at: level.range,
      explanation: "It has a condition and no words.",
      fixes: fixes + [Fix(.possible, "add: \(level.value) = ...")])
  }
}
