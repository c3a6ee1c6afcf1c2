import AttuneInstrument
import AttuneScoring

extension PlannedTrial {
  /// What its figures are of: scores, or two that are looked at together.
  var figureNames: [String] {
    switch subject {
    case .groups(let score, _), .oneGroup(let score, _, _, _):
      [plan.counting.map { "\(score) = \($0)" } ?? score]
    case .pair(let first, let second): ["\(first) with \(second)"]
    case .within(let scores): scores
    }
  }

  /// The people of each of its groups, as rows of the sample; of all, where it has none.
  func people(in sample: StudySample) -> [Set<Int>] {
    let taking = Set(
      sample.submissions.indices.filter { row in
        plan.onlyWhen.map { $0.truth(sample.submissions[row].known) == .yes } ?? true
      })
    func scored(_ score: String) -> Set<Int> {
      let values = values(score, in: sample)
      return taking.filter { values[$0] != nil }
    }
    func members(_ level: String, _ by: String, _ people: Set<Int>) -> Set<Int> {
      let levels = sample.levels(by).of
      return people.filter { levels[$0] == level }
    }
    switch subject {
    case .groups(let score, let by):
      let people = scored(score)
      let groups = sample.levels(by).order.map { members($0, by, people) }.filter { !$0.isEmpty }
      return groups + paired(groups, sample)
    case .oneGroup(let score, let by, let level, _): return [members(level, by, scored(score))]
    case .pair(let first, let second): return [scored(first).intersection(scored(second))]
    case .within(let scores):
      return [scores.map(scored).reduce(taking) { $0.intersection($1) }]
    }
  }

  /// Those of each of two groups whose counterpart is in the other, where the plan looks at pairs.
  private func paired(_ groups: [Set<Int>], _ sample: StudySample) -> [Set<Int>] {
    guard plan.testWhenPaired != nil, groups.count == 2,
      let pairing = sample.instrument.groups.first(where: { $0.pairs != nil })
    else { return [] }
    let codes = groups.map { group in
      Set(group.compactMap { sample.submissions[$0].settings[pairing.name] })
    }
    let both = codes[0].intersection(codes[1])
    return groups.map { group in
      group.filter { row in
        sample.submissions[row].settings[pairing.name].map(both.contains) ?? false
      }
    }.filter { !$0.isEmpty }
  }
}

extension StudySample {
  /// Everybody with a score, as rows; or those of them who are in one of the groups.
  func people(scoring score: String, inGroupsOf grouping: String? = nil) -> Set<Int> {
    let values = scores(score)
    let levels = grouping.map { self.levels($0) }
    return Set(
      values.indices.filter { row in
        values[row] != nil
          && levels.map { levels in levels.of[row].map(levels.order.contains) ?? false } ?? true
      })
  }

  /// The people of each group of a plan who have a score, as rows; empty groups are left out.
  func people(scoring score: String, by grouping: String?, of plan: Plan) -> [Set<Int>] {
    let values = scores(score)
    let people = submissions.indices.filter { row in
      values[row] != nil
        && plan.onlyWhen.map { $0.truth(submissions[row].known) == .yes } ?? true
    }
    guard let grouping else { return people.isEmpty ? [] : [Set(people)] }
    let levels = levels(grouping).of
    return Dictionary(grouping: people.filter { levels[$0] != nil }) { levels[$0] ?? "" }
      .sorted { $0.key < $1.key }.map { Set($0.value) }
  }
}

extension Construct {
  /// The code of the answers that the score counts; `nil` where it is worked out otherwise.
  ///
  /// A mean of such codes (1 yes, 2 no, 3 not sure) says nothing.
  var countedCode: Int? { if case .count(let code) = rule.combination { code } else { nil } }

  /// How far apart the values of two answers are, at least.
  var worth: Double {
    let values = counts.map { Array(Set($0.values)).sorted() } ?? []
    return zip(values.dropFirst(), values).map { $0 - $1 }.min() ?? 1
  }
}

extension Instrument {
  /// What the values of a score of one person are multiples of, where nothing is missing.
  func step(of name: String) -> Double {
    guard let construct = construct(named: name) else { return 1 }
    let parts = Double(max(1, construct.uses.count))
    if construct.isComposite {
      return (construct.uses.map { step(of: $0.name) }.min() ?? 1) / parts
    }
    if case .mean = construct.rule.combination { return construct.worth / parts }
    return construct.worth
  }
}
