import AttuneDiagnostics
import AttuneInstrument

/// Nobody is in two levels of one group.
///
/// A person in two levels would be counted twice. Every combination of the answers that the
/// conditions ask about is tried, up to 20,000 of them, except those that `show when` rules out.
struct GroupLevelsDoNotOverlap: Rule {
  static let code = "A253"
  static let silencedBy: Set<String> = .unreadLines.union([
    "A210", "A231", "A233", "A234", "A235", "A250",
  ])

  func check(_ scope: Scope, into findings: inout [Finding]) {
    for group in scope.file.groups where group.conditions.count > 1 {
      let levels = group.conditions.map { ($0, $0.condition.value.lowered(in: scope)) }
      let subjects = Set(levels.flatMap { $0.1.subjects })
      guard let cases = combinations(of: subjects.sorted(), in: scope, levels.map(\.0)) else {
        continue
      }
      let routes = routes(to: subjects, in: scope)
      let possible = cases.filter { known in
        routes.allSatisfy { subject, route in
          known[subject] == missing || route.truth { known[$0] } != .no
        }
      }
      if let (first, second) = overlap(levels, possible) {
        findings.append(.overlap(second, first: first))
      }
    }
  }

  private let missing = Condition.Known.answer(.missing(.skipped))

  /// The conditions on which the subjects are asked at all.
  private func routes(to subjects: Set<String>, in scope: Scope) -> [(String, Condition)] {
    subjects.flatMap { subject -> [(String, Condition)] in
      guard let item = scope.item(subject) else { return [] }
      return [item.showWhen, scope.section(of: item)?.showWhen].compactMap { route in
        route.map { (subject, $0.value.lowered(in: scope)) }
      }
    }
  }

  private func overlap(
    _ levels: [(LevelConditionSyntax, Condition)], _ cases: [[String: Condition.Known]]
  ) -> (LevelConditionSyntax, LevelConditionSyntax)? {
    for known in cases {
      let held = levels.filter { $0.1.truth { known[$0] } == .yes }
      if held.count > 1 { return (held[0].0, held[1].0) }
    }
    return nil
  }

  /// Every combination of what may be known of the subjects; `nil` for too many to try.
  private func combinations(
    of subjects: [String], in scope: Scope, _ levels: [LevelConditionSyntax]
  ) -> [[String: Condition.Known]]? {
    var cases: [[String: Condition.Known]] = [[:]]
    for subject in subjects {
      let values = domain(of: subject, in: scope, levels)
      guard cases.count * values.count <= 20_000 else { return nil }
      cases = cases.flatMap { known in
        values.map { value in known.merging([subject: value]) { $1 } }
      }
    }
    return cases
  }

  private func domain(
    of subject: String, in scope: Scope, _ levels: [LevelConditionSyntax]
  ) -> [Condition.Known] {
    if let words = BuiltIns.values(of: subject, in: scope) {
      return words.sorted().map { .word($0) }
    }
    guard let answers = scope.item(subject).flatMap(scope.answers) else { return [missing] }
    let codes = answers.choices.indices.map(answers.choices.code)
    switch answers {
    case .one: return [missing] + codes.map { .answer(.value(.choice($0))) }
    case .several:
      let pairs = codes.flatMap { code in codes.map { Set([code, $0]).sorted() } }
      return [missing] + pairs.map { .answer(.value(.choices($0))) }
    case .number:
      return [missing] + constants(of: subject, levels).map { .answer(.value(.number($0))) }
    case .words: return [missing, .answer(.value(.text("words")))]
    }
  }

  /// A number matters only at, just below and just above what the conditions compare it with.
  private func constants(of subject: String, _ levels: [LevelConditionSyntax]) -> [Double] {
    levels.flatMap(\.condition.value.comparisons).filter { $0.subject.value == subject }
      .flatMap { comparison -> [Double] in
        switch comparison.relation {
        case .isAtLeast(let bound), .isAtMost(let bound), .isMoreThan(let bound),
          .isLessThan(let bound):
          [bound.value]
        case .isOneOf(let values): values.compactMap { plainNumber($0.value) }
        case .isNot(let value): [value].compactMap { plainNumber($0.value) }
        case .isAnswered, .isNotAnswered, .includes: [0]
        }
      }
      .flatMap { [$0 - 0.5, $0, $0 + 0.5] }
  }
}

extension Finding {
  fileprivate static func overlap(
    _ level: LevelConditionSyntax, first: LevelConditionSyntax
  ) -> Finding {
    Finding(
      GroupLevelsDoNotOverlap.code, .mustFix,
      "Somebody can be in \(first.level.value) and in \(level.level.value) at once",
      at: level.condition.range,
      explanation: "A person who is in two levels would be counted twice.",
      notes: [.init("the other level is here", at: first.condition.range)],
      fixes: [Fix(.possible, "make the two conditions exclude each other")])
  }
}
