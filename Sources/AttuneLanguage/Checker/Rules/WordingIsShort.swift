import AttuneDiagnostics

/// A question has at most 25 words.
///
/// A long sentence is hard to hold in mind on a bad day, and harder still when it is read aloud.
struct WordingIsShort: Rule {
  static let code = "A402"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for (item, words) in zip(scope.file.items, scope.wordsOfItems) {
      for (wording, words) in zip(item.wordings, words) where words.count > 25 {
        findings.append(.long(wording.words.range, words.count))
      }
    }
  }
}

extension Finding {
  fileprivate static func long(_ range: SourceRange, _ count: Int) -> Finding {
    Finding(
      WordingIsShort.code, .suggestion, "This question is long (\(count) words)", at: range,
      explanation: "Up to 25 words are easier to read and to hear.",
      fixes: [Fix(.possible, "say it shorter, or put a part into help:")])
  }
}
