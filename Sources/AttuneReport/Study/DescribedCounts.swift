import AttuneData
import AttuneInstrument
import AttuneScoring

/// The counts that the description of one plan prints: how many people of each group have a score,
/// gave one answer, or answered every question of a construct.
struct DescribedCounts {
  let plan: String
  /// Whether the plan is about some people only.
  let isOfSome: Bool
  /// The groups in their order; one `nil` for everybody.
  let groups: [String?]
  private let question: Plan.Question
  private let by: String?
  private let code: Int?
  private let sample: StudySample

  init(_ plan: Plan, in sample: StudySample) {
    self.plan = plan.name
    isOfSome = plan.onlyWhen != nil
    question = plan.question
    code = plan.counting
    self.sample = sample.only(when: plan.onlyWhen)
    by =
      switch plan.question {
      case .reliability(_, let by), .describe(_, let by), .rank(_, let by): by
      case .compare, .compareWithinPerson, .correlate: nil
      }
    groups =
      by.map { name in
        let (levels, order) = sample.levels(name)
        return (order.isEmpty ? Set(levels.compactMap { $0 }).sorted() : order).map { $0 }
      } ?? [nil]
  }

  /// People of a group with a score; with `code`, those who gave that answer.
  func name(_ score: String, _ group: String?, _ code: Int? = nil) -> String {
    base(group) + "/\(score)" + (code.map { "/\($0)" } ?? "")
  }

  /// People of a group who answered every question of a construct.
  func complete(_ construct: String, _ group: String?) -> String {
    base(group) + "/complete/\(construct)"
  }

  /// The same for every plan about everybody, so that no count has two names.
  private func base(_ group: String?) -> String {
    "described/" + (isOfSome ? "\(plan)/" : "") + (by.map { "\($0)/" } ?? "") + (group ?? "all")
  }

  /// The constructs whose reliability is asked for.
  func constructs(_ names: [String]) -> [Construct] {
    sample.instrument.constructs.filter { construct in
      names.isEmpty
        ? !construct.isIndex && construct.uses.count > 1 : names.contains(construct.name)
    }
  }

  // MARK: Linking

  func add(to linked: inout LinkedCounts) {
    switch question {
    case .describe(let scores, _), .rank(let scores, _):
      for score in scores {
        let isCounted = code != nil && sample.instrument.item(named: score) != nil
        add(sample.scores(score).map { $0 != nil }, whole(score), &linked) { name(score, $0) }
        if let code, isCounted {
          add(
            sample.share(of: code, in: score).map { $0 == 1 }, "item/\(score)/\(code)", &linked
          ) { name(score, $0, code) }
          for group in groups {
            linked.add(name(score, group, code), isPartOf: name(score, group))
          }
        }
      }
    case .reliability(let scores, _):
      guard by != nil || isOfSome else { return }
      for construct in constructs(scores) {
        let items = construct.itemScores(in: sample)
        let columns = items.names.compactMap { items.column(named: $0) }
        let full = sample.submissions.indices.map { row in
          columns.allSatisfy { $0[row] != nil }
        }
        add(full, "complete/\(construct.name)", &linked) { complete(construct.name, $0) }
      }
    case .compare, .compareWithinPerson, .correlate: break
    }
  }

  /// The count of everybody of whom the groups are parts, if the report has it.
  private func whole(_ score: String) -> String {
    sample.instrument.item(named: score) != nil ? "answered/\(score)" : "scored/\(score)"
  }

  /// Counts `members` in each group, each a part of the group, and all of them the whole.
  private func add(
    _ members: [Bool], _ whole: String, _ linked: inout LinkedCounts, name: (String?) -> String
  ) {
    let levels = by.map { sample.levels($0).of } ?? members.map { _ in nil }
    var parts: [String] = []
    for group in groups {
      let count = zip(members, levels).count { $0.0 && (group == nil || $0.1 == group) }
      let part = name(group)
      parts.append(part)
      guard !linked.has(part) else { continue }
      linked.add(part, count)
      if let by, let group, linked.has("group/\(by)/\(group)") {
        linked.add(part, isPartOf: "group/\(by)/\(group)")
      }
      if by == nil { linked.add(part, isPartOf: "people") }
    }
    guard linked.has(whole) else { return }
    if isOfSome {
      for part in parts { linked.add(part, isPartOf: whole) }
      return
    }
    // Those of no group, who are not printed; taken for printed, which hides rather more.
    let none = name("none")
    if by != nil, !linked.has(none) {
      linked.add(none, zip(members, levels).count { $0.0 && !groups.contains($0.1) })
    }
    linked.add(sumOf: by == nil ? parts : parts + [none], is: whole)
  }
}
