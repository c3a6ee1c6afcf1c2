import AttuneDiagnostics
import AttuneInstrument

/// Two answers to one question are not translated into the same words.
///
/// A person who reads the same words twice cannot know which to choose, and the answers would no
/// longer mean what they mean in the original.
struct TranslatedAnswersDiffer: TranslationRule {
  static let code = "A328"
  static let silencedBy: Set<String> = ["A324"]

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    for block in scope.file.blocks {
      var first: [String: TranslatedLine] = [:]
      for line in block.lines where line.line == .choice {
        guard let words = line.words else { continue }
        let said = words.value.lowercased()
        if let other = first[said], other.was.value.lowercased() != line.was.value.lowercased() {
          findings.append(.sameWords(words, first: other))
        }
        first[said] = first[said] ?? line
      }
    }
  }
}

extension Finding {
  fileprivate static func sameWords(_ words: Words, first: TranslatedLine) -> Finding {
    Finding(
      TranslatedAnswersDiffer.code, .pleaseCheck,
      "Two answers say the same thing: \"\(words.value)\"", at: words.range,
      notes: [.init("it is also said here", at: (first.words ?? first.was).range)],
      fixes: [Fix(.possible, "say how the two differ, as the original does")])
  }
}
