import AttuneDiagnostics

/// The item behind a group is answered by choosing one answer: each answer is a level.
struct GroupItemIsAChoice: Rule {
  static let code = "A252"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for group in scope.file.groups {
      guard case .item(let name) = group.setBy?.value, let item = scope.item(name.value),
        let answers = scope.answers(to: item)
      else { continue }
      if case .one = answers { continue }
      findings.append(.notAChoice(name, item.heading))
    }
  }
}

extension Finding {
  fileprivate static func notAChoice(_ name: Name, _ heading: Heading) -> Finding {
    Finding(
      GroupItemIsAChoice.code, .mustFix, "A group needs a \"choose one\" question", at: name.range,
      explanation: "Each answer to choose becomes one level of the group.",
      notes: [.init("\(name.value) is answered another way", at: heading.range)],
      fixes: [Fix(.possible, "give each level a condition: some_level when: \(name.value) ...")])
  }
}
