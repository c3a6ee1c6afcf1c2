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
    for item in scope.file.items where scope.answer(of: item) == nil {
      findings.append(.howToAnswer(item.heading, scales: scope.scales.keys.sorted()))
    }
  }
}

extension Finding {
  fileprivate static func howToAnswer(_ heading: Heading, scales: [String]) -> Finding {
    Finding(
      ItemSaysHowToAnswer.code, .mustFix,
      "How should people answer \(heading.name?.value ?? "this")?",
      at: heading.place,
      explanation: "Neither this item nor its section nor the instrument says so.",
      fixes: [.addLine(.possible, "answer: \(scales.first ?? "choose one")", under: heading)])
  }
}
