import AttuneDiagnostics
import AttuneInstrument

/// `counts:` and `count of` name answers that the items have.
///
/// An answer that nobody can give counts nothing, which is how a slip would empty a score.
struct CountsNameAnswers: Rule {
  static let code = "A229"
  static let silencedBy: Set<String> = .unreadLines.union(["A260", "A272"])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for construct in scope.file.constructs where !scope.isComposite(construct) {
      let answers = scope.expand(construct.uses + construct.usesReversed)
        .compactMap { scope.item($0.value).flatMap(scope.answers) }
      guard !answers.isEmpty, answers.allSatisfy({ !$0.choices.isEmpty }) else { continue }
      let known = answers[0].choices.map(\.key.value)
      for count in construct.counts?.value ?? []
      where !answers.contains(where: { $0.code(of: count.value.value) != nil }) {
        findings.append(.countsNothing(count.value, known))
      }
      if let score = construct.score, case .rule(let rule, _) = score.value,
        case .count(let code) = rule.combination,
        !answers.contains(where: { $0.code(of: String(code)) != nil })
      {
        findings.append(.countsNothing(Name(String(code), at: score.range), known))
      }
    }
  }
}

extension Finding {
  fileprivate static func countsNothing(_ value: Name, _ known: [String]) -> Finding {
    Finding(
      CountsNameAnswers.code, .mustFix, "Nobody can answer \"\(value.value)\" here",
      at: value.range, explanation: "The answers are: \(known.joined(separator: ", ")).",
      fixes: [Fix(.possible, "use one of the answers")])
  }
}
