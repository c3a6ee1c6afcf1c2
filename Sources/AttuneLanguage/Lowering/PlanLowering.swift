import AttuneInstrument

extension Scope {
  func lowered(_ block: PlanBlock) -> Plan? {
    guard let name = block.heading.name, let question = block.questions.first?.value else {
      return nil
    }
    var plan = Plan(
      name: name.value, title: block.heading.title?.value ?? name.value,
      question: lowered(question))
    plan.family = block.family?.value
    plan.test = block.test?.value
    plan.testWhenPaired = block.whenPaired?.value
    plan.expectation = block.expect?.value.lowered
    plan.basis = block.basis?.value
    plan.because = block.because?.value
    plan.smallestDifference = block.smallest?.value
    plan.onlyWhen = block.onlyWhen?.value.lowered(in: self)
    plan.counting = block.counting?.value
    plan.isReadFirst = block.isReadFirst?.value
    plan.errorRate = block.rate?.value
    plan.atLeastPerGroup = block.perGroup?.value
    plan.writtenOn = block.writtenOn?.value
    plan.registeredAt = block.registeredAt?.value
    plan.notes = block.notes.map(\.value)
    return plan
  }

  private func lowered(_ question: PlanQuestionSyntax) -> Plan.Question {
    func names(_ runs: [NameRun]) -> [String] { expand(runs).map(\.value) }
    return switch question {
    case .reliability(let scores, let by): .reliability(scores: names(scores), by: by?.value)
    case .compare(let scores, let by): .compare(scores: names(scores), by: by.value)
    case .compareWithinPerson(let scores): .compareWithinPerson(scores: names(scores))
    case .correlate(let score, let others): .correlate(score: score.value, with: names(others))
    case .describe(let scores, let by): .describe(scores: names(scores), by: by?.value)
    case .rank(let scores, let by): .rank(scores: names(scores), by: by?.value)
    }
  }

  func loweredAnalysis() -> AnalysisDefaults {
    var analysis = AnalysisDefaults()
    guard let block = file.analyses.first else { return analysis }
    analysis.correction = block.correction?.value
    analysis.errorRate = block.rate?.value
    analysis.smallestDifference = block.smallest?.value
    analysis.atLeastPerGroup = block.perGroup?.value
    analysis.sensitivity = block.sensitivity?.value
    analysis.agreedBy = block.agreedBy?.value
    return analysis
  }
}

extension ExpectationSyntax {
  fileprivate var lowered: Plan.Expectation {
    switch self {
    case .noDirection: .noDirection
    case .noDifference: .noDifference
    case .higher(let level): .higher(level: level.value)
    case .positive: .positive
    case .negative: .negative
    }
  }
}
