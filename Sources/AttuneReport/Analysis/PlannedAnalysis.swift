public import AttuneInstrument
import AttuneScoring
import AttuneStatistics
public import AttuneTables

/// Everything that an instrument planned, run exactly as planned: nothing is added, nothing skipped.
///
/// Tests of the primary plans are corrected together, and those of the secondary plans, by the
/// instrument's correction (Holm unless it says otherwise). A family counts every test that was
/// planned, those too that could not be made, so that the correction is never too mild. From
/// exploratory plans nothing is claimed, and their tests are counted.
public struct PlannedAnalysis: Sendable {
  /// One plan, with what came of it.
  public struct Answer: Sendable {
    public let plan: Plan
    /// When the plan was made, as far as is known.
    public let standing: String
    public var tests: [Test]
    /// What a plan without a test gives: descriptions, reliability, orders.
    public var descriptions: [Table] = []
    /// Whether what is described could be had.
    public var absence: String?
    public var cautions: [Caution] = []
  }

  public struct Test: Sendable {
    let trial: PlannedTrial
    public let result: TestResult
    /// As the correction of the family has it.
    public var adjustedP: Double?
    public var familySize = 1
    public var conclusion = Conclusion.notAvailable
    /// `nil` where no direction was predicted.
    public var isAsPredicted: Bool?
    public var sensitivity: [Again] = []
    public var reach: Reach?

    public var subject: String { result.subject }
    public var plan: Plan { trial.plan }
  }

  /// The same test once more, on other terms.
  public struct Again: Sendable {
    public let terms: AnalysisDefaults.Sensitivity
    public let figures: Result<TestResult.Figures, TestResult.Absence>
    /// Whether the p value stands on the same side of the error rate and, where something is found,
    /// the estimate on the same side of zero: about zero either sign means nothing.
    public var agrees: Bool?
  }

  /// What a sample of this size could have shown.
  public struct Reach: Sendable {
    /// The smallest difference, in standard deviations, that 80 of 100 such studies find.
    public let alone: Double
    /// At the strictest step of the family.
    public let firstStep: Double?
    /// Of the scores here, for sizes in points.
    public let deviation: Double
  }

  public let instrument: Instrument
  /// Primary, secondary, exploratory, and plans of no family; within each, *read first* comes first.
  public let answers: [Answer]
  /// How many people are flagged as perhaps not having read the questions.
  public let flaggedCount: Int

  public init(of sample: StudySample) {
    instrument = sample.instrument
    let flags = sample.submissions.map { CarelessIndices(of: $0, in: sample.instrument).isFlagged }
    flaggedCount = flags.count { $0 }
    let variants = Self.variants(of: sample, flags)
    var answers = sample.instrument.plans.map { plan in
      var answer = Answer(
        plan: plan, standing: sample.standing.sentence(on: plan.name),
        tests: PlannedTrial.all(of: plan, in: sample).map { trial in
          Test(trial: trial, result: trial.result(on: sample))
        })
      if answer.tests.isEmpty {
        let found = PlannedDescription(of: plan, in: sample)
        answer.descriptions = found.tables
        answer.absence = found.absence
        answer.cautions = found.cautions
      }
      answer.cautions += answer.tests.flatMap(\.result.cautions)
      return answer
    }
    for family in Plan.Family.allCases {
      Self.correct(&answers, family, sample.instrument.analysis.correction ?? .holm)
    }
    for index in answers.indices {
      for test in answers[index].tests.indices {
        Self.conclude(&answers[index].tests[test], variants)
      }
    }
    let families = Plan.Family.allCases.map(Optional.some) + [nil]
    self.answers = families.flatMap { family in
      let members = answers.filter { $0.plan.family == family }
      return members.filter { $0.plan.isReadFirst == true }
        + members.filter { $0.plan.isReadFirst != true }
    }
  }

  public func answers(of family: Plan.Family?) -> [Answer] {
    answers.filter { $0.plan.family == family }
  }

  // MARK: Families

  private static func correct(
    _ answers: inout [Answer], _ family: Plan.Family, _ correction: AnalysisDefaults.Correction
  ) {
    let members = answers.indices.filter { answers[$0].plan.family == family }
    let places = members.flatMap { answer in
      answers[answer].tests.indices.map { (answer, $0) }
    }
    // A test that could not be made counts as one that found nothing.
    let pValues = places.map { answer, test in
      (try? answers[answer].tests[test].result.figures.get().pValue) ?? 1
    }
    let method = family == .exploratory ? .none : correction.method
    for (place, pValue) in zip(places, method.adjusted(pValues)) {
      answers[place.0].tests[place.1].familySize = places.count
      if case .success = answers[place.0].tests[place.1].result.figures {
        answers[place.0].tests[place.1].adjustedP = pValue
      }
    }
  }

  private static func conclude(
    _ test: inout Test, _ variants: [(AnalysisDefaults.Sensitivity, StudySample?)]
  ) {
    let trial = test.trial
    let figures = try? test.result.figures.get()
    let smallest = trial.smallest.flatMap { smallest in
      smallest.unit == .points
        ? smallest.amount : figures?.pooledDeviation.map { $0 * smallest.amount }
    }
    test.conclusion = Conclusion(
      test.result, pValue: test.adjustedP ?? figures?.pValue ?? 1, errorRate: trial.errorRate,
      smallest: smallest, isExploratory: trial.plan.family == .exploratory)
    test.isAsPredicted = figures.flatMap { figures in
      switch trial.plan.expectation {
      case .higher(let level):
        guard figures.kind == .difference, test.result.groups.count == 2 else { return nil }
        return (figures.estimate > 0) == (test.result.groups[0].name == level)
      case .positive: return figures.kind == .association ? figures.estimate > 0 : nil
      case .negative: return figures.kind == .association ? figures.estimate < 0 : nil
      case .noDirection, .noDifference, nil: return nil
      }
    }
    test.sensitivity =
      figures == nil
      ? []
      : variants.map { terms, sample in
        guard let sample else {
          return Again(terms: terms, figures: .failure(.unavailable(notRecorded)), agrees: nil)
        }
        let again = trial.result(on: sample, isAlone: true).figures
        return Again(
          terms: terms, figures: again,
          agrees: figures.flatMap { main in
            (try? again.get()).map { other in
              let isFound = main.pValue < trial.errorRate
              return isFound == (other.pValue < trial.errorRate)
                && (!isFound || main.kind == .overall
                  || (main.estimate > 0) == (other.estimate > 0))
            }
          })
      }
    test.reach = reach(of: test, sizes: test.result.groups.map(\.n))
  }

  private static let notRecorded = "who holds both roles is not recorded with these answers"

  /// The sample on the terms of each sensitivity analysis; `nil` where they cannot be told.
  private static func variants(
    of sample: StudySample, _ flags: [Bool]
  ) -> [(AnalysisDefaults.Sensitivity, StudySample?)] {
    (sample.instrument.analysis.sensitivity ?? []).map { terms in
      var other = sample
      switch terms {
      case .withoutReversedItems: other.instrument = sample.instrument.withoutReversedItems
      case .completeAnswersOnly: other.instrument = sample.instrument.scoringCompleteAnswersOnly
      case .withoutFlaggedAnswers:
        other.submissions = zip(sample.submissions, flags).filter { !$0.1 }.map(\.0)
      case .withoutBothRoles: return (terms, nil)
      }
      return (terms, other)
    }
  }

  static func reach(of test: Test, sizes: [Int]) -> Reach? {
    guard case .groups = test.trial.subject, sizes.count == 2,
      case .success(let figures) = test.result.figures, figures.bounds == nil,
      let deviation = figures.pooledDeviation,
      let alone = try? TTestPower(sizes[0], sizes[1], errorRate: test.trial.errorRate)
        .smallestDifference(power: 0.8)
    else { return nil }
    let isCorrected = test.familySize > 1 && test.trial.plan.family != .exploratory
    return Reach(
      alone: alone,
      firstStep: isCorrected
        ? try? TTestPower(
          sizes[0], sizes[1], errorRate: test.trial.errorRate / Double(test.familySize)
        ).smallestDifference(power: 0.8) : nil,
      deviation: deviation)
  }
}

extension AnalysisDefaults.Correction {
  fileprivate var method: FamilyCorrection {
    switch self {
    case .holm: .holm
    case .bonferroni: .bonferroni
    case .none: .none
    }
  }
}
