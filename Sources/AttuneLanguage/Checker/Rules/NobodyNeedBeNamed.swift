import AttuneDiagnostics

/// A question in people's own words does not ask for names or places.
///
/// Names and places can show who somebody is, also somebody who never agreed to take part. A line
/// that asks people to leave them out is enough.
struct NobodyNeedBeNamed: Rule {
  static let code = "A313"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let identifying = scope.wordIndex.first(where: Self.identifying.contains)
    for item in scope.file.items {
      guard let word = identifying[item.heading.range.lower],
        case .text? = scope.answer(of: item)?.value, !isAskedToLeaveOut(item, in: scope)
      else { continue }
      findings.append(.asksForNames(word, item.heading))
    }
  }

  private func isAskedToLeaveOut(_ item: ItemBlock, in scope: Scope) -> Bool {
    let section = scope.section(of: item)
    let around = item.wordings.map(\.words) + [item.help, section?.stem].compactMap { $0 }
    return (around + (section?.prose.map(\.words) ?? [])).contains { words in
      let said = words.value.lowercased()
      return ["leave out", "do not name", "don't name", "without names", "no names"]
        .contains { said.contains($0) }
    }
  }

  private static let identifying: Set<String> = [
    "name", "names", "named", "who", "whom", "where", "address", "town", "hospital",
  ]
}

extension Finding {
  fileprivate static func asksForNames(_ word: Name, _ heading: Heading) -> Finding {
    Finding(
      NobodyNeedBeNamed.code, .pleaseCheck,
      "People may write names or places here (\"\(word.value)\")", at: heading.place,
      explanation: "They can show who somebody is.",
      notes: [.init("the words are here", at: word.range)],
      fixes: [
        .addLine(.possible, "help: Please do not name people or places.", under: heading),
        Fix(.possible, "if it is right as it is, add: accept: A313 because ..."),
      ])
  }
}
