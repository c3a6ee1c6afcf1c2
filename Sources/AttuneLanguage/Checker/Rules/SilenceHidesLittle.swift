import AttuneDiagnostics
import AttuneInstrument

/// Who prefers not to answer one question should not silently miss the questions that matter most.
///
/// A condition on an unanswered question is neither true nor false, so what it shows stays hidden.
/// Where that feeds a primary analysis, everyone who kept one thing private is missing from it.
/// "is not answered" lets them in:
///
///     show when: service is current or service is not answered
struct SilenceHidesLittle: Rule {
  static let code = "A238"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let primary = scope.itemsOfPrimaryPlans
    var effort = Effort()
    for reachability in scope.reachability where reachability.verdict == .sometimes {
      let feeding = reachability.items.filter { item in
        item.heading.name.map { primary.contains($0.value) } == true
      }
      guard !feeding.isEmpty else { continue }
      for source in reachability.sources(in: scope) {
        guard let name = source.name, let item = scope.item(name.value),
          scope.offer(of: item).contains(.preferNotToSay),
          reachability.needsAnAnswer(to: name.value, in: scope, within: &effort)
        else { continue }
        findings.append(.hides(reachability, reachability.items.count, source, name.value))
      }
    }
  }
}

extension Scope {
  /// The items whose answers a primary plan uses, directly or through constructs.
  fileprivate var itemsOfPrimaryPlans: Set<String> {
    var items: Set<String> = []
    var waiting = file.plans.filter { $0.family?.value == .primary }
      .flatMap(\.questions).flatMap { expand($0.value.scores) }.map(\.value)
    while let name = waiting.popLast() {
      guard items.insert(name).inserted, let construct = constructs[name] else { continue }
      waiting += expand(construct.uses + construct.usesReversed).map(\.value)
    }
    return items
  }
}

extension Finding {
  fileprivate static func hides(
    _ reachability: Reachability, _ count: Int, _ source: Heading, _ name: String
  ) -> Finding {
    let questions = count == 1 ? "this question" : "these \(count) questions"
    return Finding(
      SilenceHidesLittle.code, .pleaseCheck,
      "Everyone who prefers not to say at \(name) also misses \(questions)",
      at: reachability.condition.range,
      explanation: "A primary plan uses the answers, and would be without these people.",
      notes: [.init("\(name) is asked here", at: source.range)],
      fixes: [
        Fix(.possible, "add: or \(name) is not answered"),
        Fix(.possible, "if it is right as it is, add: accept: A238 because ..."),
      ])
  }
}
