import AttuneDiagnostics

/// An item says how people answer it, or its section or the instrument does.
///
/// One line at the top of a section answers for every item below it:
///
///     section listening: Being listened to
///       answer: agreement
struct ItemSaysHowToAnswer: Rule {
  static let code = "A220"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let usual = scope.scales.keys.sorted().first ?? "choose one"
    for item in scope.file.items where scope.answer(of: item) == nil {
      findings.append(.howToAnswer(item.heading, usual))
    }
  }
}

extension Finding {
  fileprivate static func howToAnswer(_ heading: Heading, _ usual: String) -> Finding {
    Finding(
      ItemSaysHowToAnswer.code, .mustFix,
      "How should people answer \(heading.name?.value ?? "this")?",
      at: heading.place,
      explanation: "Neither this item nor its section nor the instrument says so.",
      fixes: [.addLine(.possible, "answer: \(usual)", under: heading)])
  }
}
