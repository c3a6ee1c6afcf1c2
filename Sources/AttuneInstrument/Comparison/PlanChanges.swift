extension ChangeLog {
  /// Plans, and what they share.
  mutating func comparePlans(_ old: Instrument, _ new: Instrument) {
    let effect = DataEffect.plansChange
    let plans = pairs(old.plans, new.plans, \.name, effect, "plan", words: \.title)
    for (before, after) in plans {
      let name = after.name
      func of(_ what: String) -> String { "\(what) of plan \"\(name)\"" }
      compare(before.title, after.title, effect, name, of("question"))
      compare(
        before.question, after.question, effect, name, of("comparison"), words: \.words)
      compare(before.family, after.family, effect, name, of("family"), words: \.rawValue)
      compare(before.test, after.test, effect, name, of("test"), words: \.words)
      compare(
        before.testWhenPaired, after.testWhenPaired, effect, name, of("test for pairs"),
        words: \.words)
      compare(
        before.expectation, after.expectation, effect, name, of("expectation"), words: \.words)
      compare(before.basis, after.basis, effect, name, of("basis"), words: \.rawValue)
      compare(before.because, after.because, effect, name, of("reason"))
      compare(
        before.onlyWhen?.words(in: old), after.onlyWhen?.words(in: new), effect, name,
        of("condition"))
      comparePlanLimits(before, after)
      compare(before.writtenOn, after.writtenOn, effect, name, of("day"))
      compare(before.registeredAt, after.registeredAt, effect, name, of("registration"))
      compare(before.notes, after.notes, .nothing, name, "note on plan \"\(name)\"")
    }
    noteOrder(old.plans.map(\.name), new.plans.map(\.name), "plans")
    compareAnalysis(old.analysis, new.analysis)
  }

  private mutating func comparePlanLimits(_ old: Plan, _ new: Plan) {
    let effect = DataEffect.plansChange
    let name = new.name
    func of(_ what: String) -> String { "\(what) of plan \"\(name)\"" }
    compare(
      old.smallestDifference, new.smallestDifference, effect, name,
      of("smallest difference that matters"), words: \.words)
    compare(old.counting, new.counting, effect, name, of("answer counted")) { "\($0)" }
    compare(old.isReadFirst, new.isReadFirst, effect, name, of("reading first")) {
      $0 ? "yes" : "no"
    }
    compare(old.errorRate, new.errorRate, effect, name, of("error rate"), words: \.plain)
    compare(old.atLeastPerGroup, new.atLeastPerGroup, effect, name, of("fewest per group")) {
      "\($0)"
    }
  }

  private mutating func compareAnalysis(_ old: AnalysisDefaults, _ new: AnalysisDefaults) {
    let effect = DataEffect.plansChange
    compare(
      old.correction, new.correction, effect, nil, "correction for several tests",
      words: \.rawValue)
    compare(old.errorRate, new.errorRate, effect, nil, "error rate of all plans", words: \.plain)
    compare(
      old.smallestDifference, new.smallestDifference, effect, nil,
      "smallest difference that matters to all plans", words: \.words)
    compare(
      old.atLeastPerGroup, new.atLeastPerGroup, effect, nil, "fewest per group of all plans"
    ) { "\($0)" }
    compare(
      old.sensitivity?.map(\.rawValue) ?? [], new.sensitivity?.map(\.rawValue) ?? [], effect, nil,
      "second looks")
    compare(old.agreedBy, new.agreedBy, effect, nil, "who agreed the plans")
  }
}

extension Plan.Question {
  fileprivate var words: String {
    func by(_ group: String?) -> String { group.map { " by \($0)" } ?? "" }
    return switch self {
    case .reliability(let scores, let group):
      "reliability of: \(scores.isEmpty ? "all" : scores.listed)\(by(group))"
    case .compare(let scores, let group): "compare: \(scores.listed) by \(group)"
    case .compareWithinPerson(let scores): "compare within person: \(scores.listed)"
    case .correlate(let score, let others): "correlate: \(score) with \(others.listed)"
    case .describe(let scores, let group): "describe: \(scores.listed)\(by(group))"
    case .rank(let scores, let group): "rank: \(scores.listed)\(by(group))"
    }
  }
}

extension Plan.Expectation {
  fileprivate var words: String {
    switch self {
    case .noDirection: "no direction"
    case .noDifference: "no difference"
    case .higher(let level): "\(level) higher"
    case .positive: "positive"
    case .negative: "negative"
    }
  }
}

extension SmallestDifference {
  fileprivate var words: String { "\(amount.plain) \(unit.rawValue)" }
}

extension [String] {
  fileprivate var listed: String { joined(separator: ", ") }
}
