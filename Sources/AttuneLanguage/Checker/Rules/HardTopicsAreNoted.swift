import AttuneDiagnostics

/// A section on a hard topic tells people first.
///
/// A content note lets people choose: carry on, skip this part, see support, stop.
struct HardTopicsAreNoted: Rule {
  static let code = "A310"
  static let silencedBy: Set<String> = ["A311"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let hard = scope.wordIndex.first(where: HardTopics.words.contains)
    for item in scope.file.items {
      guard let word = hard[item.heading.range.lower], let section = scope.section(of: item),
        section.contentNote == nil,
        section.askFirst == nil, item.contentNote == nil
      else { continue }
      findings.append(.hardTopic(word.value, item.heading, section.heading))
    }
  }
}

extension Finding {
  fileprivate static func hardTopic(
    _ word: String, _ item: Heading, _ section: Heading
  ) -> Finding {
    Finding(
      HardTopicsAreNoted.code, .pleaseCheck,
      "This may be upsetting (\"\(word)\") and has no content note",
      at: item.place,
      notes: [.init("its section is here", at: section.range)],
      fixes: [.addLine(.possible, "content note: ...", under: section)])
  }
}
