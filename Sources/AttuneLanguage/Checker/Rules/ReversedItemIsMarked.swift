import AttuneDiagnostics

/// An item whose words go against the rest of its construct is reversed.
///
/// Counted the wrong way round, it works against the others in every score. The words only sound like
/// it, so nothing is changed without a person: if it is right as it is, say why.
///
///     uses: heard, remembered
///     uses reversed: rushed
struct ReversedItemIsMarked: Rule {
  static let code = "A403"
  static let silencedBy: Set<String> = ["A261", "A272"]

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let opposing = scope.wordIndex.first(where: Self.opposing.contains)
    for construct in scope.file.constructs
    where construct.isIndex?.value != true && !scope.isComposite(construct) {
      let items = scope.expand(construct.uses).compactMap { scope.item($0.value)?.heading }
      let opposed = items.compactMap { item in
        opposing[item.range.lower].map { (item: item, word: $0) }
      }
      // Where most of them sound like this, the construct itself is about something hard.
      guard 2 * opposed.count < items.count else { continue }
      for (item, word) in opposed {
        findings.append(.shouldBeReversed(item, word, construct.heading))
      }
    }
  }

  private static let opposing: Set<String> = [
    "rushed", "rush", "hurried", "hurry", "ignored", "ignore", "dismissed", "judged", "blamed",
    "afraid", "scared", "unsafe", "unheard", "lonely", "hopeless", "useless", "worthless",
    "pushed", "pressured", "forced", "rude", "unkind", "worse", "never", "not", "cannot",
    "nobody", "hardly", "rarely", "don't", "didn't", "doesn't", "wasn't", "isn't", "can't",
  ]
}

extension Finding {
  fileprivate static func shouldBeReversed(
    _ item: Heading, _ word: Name, _ construct: Heading
  ) -> Finding {
    let name = item.name?.value ?? ""
    return Finding(
      ReversedItemIsMarked.code, .pleaseCheck, "Should \"\(name)\" be reversed?",
      at: construct.place,
      explanation: "Its words (\"\(word.value)\") sound like the opposite of the rest, but "
        + "\(construct.name?.value ?? "this construct") counts it the same way round.",
      notes: [.init("the words are here", at: word.range)],
      fixes: [
        Fix(.possible, "move it to \"uses reversed\""),
        Fix(.possible, "if it is right as it is, add: accept: A403 because ..."),
      ])
  }
}
