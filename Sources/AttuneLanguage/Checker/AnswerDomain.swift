import AttuneDiagnostics
import AttuneInstrument

extension Scope {
  /// The answers to `item` that the comparisons can tell apart.
  func values(
    of item: ItemBlock, comparedIn comparisons: [ComparisonSyntax]
  ) -> [Condition.Known] {
    let lowered = comparisons.map { ConditionSyntax.comparison($0).lowered(in: self) }
    var seen: Set<[Condition.Truth]> = []
    return candidates(for: item, comparisons).filter { value in
      seen.insert(lowered.map { $0.truth { _ in value } }).inserted
    }
  }

  private func candidates(
    for item: ItemBlock, _ comparisons: [ComparisonSyntax]
  ) -> [Condition.Known] {
    guard let answers = answers(to: item) else { return [] }
    switch answers {
    case .one(let choices):
      return choices.indices.map { .answer(.value(.choice(choices.code(at: $0)))) }
    case .several(let choices):
      return sets(of: choices, answers, item, comparisons).map { .answer(.value(.choices($0))) }
    case .number(let range):
      return numbers(range, comparisons).map { .answer(.value(.number($0))) }
    case .words:
      return [.answer(.value(.text("words")))]
    }
  }

  /// Every set of the choices that are asked about; where none of them is taken, another choice is.
  private func sets(
    of choices: [ChoiceSyntax], _ answers: Answers, _ item: ItemBlock,
    _ comparisons: [ComparisonSyntax]
  ) -> [[Int]] {
    let asked = Set(
      comparisons.compactMap { comparison in
        if case .includes(let value) = comparison.relation {
          answers.code(of: value.value)
        } else {
          nil
        }
      })
    let other = choices.indices.map(choices.code).first { !asked.contains($0) }
    var sets: [[Int]] = [[]]
    for code in asked.sorted() where sets.count <= AnswerSpace.mostTried {
      sets += sets.map { $0 + [code] }
    }
    var most = choices.count
    if case .chooseAny(let upTo?) = answer(of: item)?.value { most = upTo.value }
    return sets.compactMap { set in
      if set.isEmpty { return other.map { [$0] } }
      return set.count <= most ? set : nil
    }
  }

  /// The constants that a number is compared with, a number between each two, and the ends of its
  /// range.
  private func numbers(_ range: NumberRange?, _ comparisons: [ComparisonSyntax]) -> [Double] {
    let constants = Set(comparisons.flatMap(\.relation.constants)).sorted()
    let lowest = range?.lowest.value ?? (constants.first ?? 0) - 1
    let highest = range?.highest.value ?? (constants.last ?? 0) + 1
    let marks = ([lowest] + constants.filter { $0 > lowest && $0 < highest } + [highest])
    return zip(marks, marks.dropFirst()).flatMap { [$0, ($0 + $1) / 2] } + [highest]
  }
}

extension ComparisonSyntax.Relation {
  fileprivate var constants: [Double] {
    switch self {
    case .isAtLeast(let bound), .isAtMost(let bound), .isMoreThan(let bound),
      .isLessThan(let bound):
      [bound.value]
    case .isOneOf(let values): values.compactMap { plainNumber($0.value) }
    case .isNot(let value): [value].compactMap { plainNumber($0.value) }
    case .isAnswered, .isNotAnswered, .includes: []
    }
  }
}
