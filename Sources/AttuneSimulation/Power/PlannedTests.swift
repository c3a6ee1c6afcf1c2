import AttuneInstrument
import AttuneScoring
import AttuneStatistics

/// The tests that an instrument plans, one for each score or pair of scores of each plan.
struct PlannedTests {
  struct Test: Sendable {
    let plan: Plan
    /// One score, the two of a pair, or those that are put in order.
    let scores: [String]
    /// What tells the groups apart, and which of its levels are tested; pairs need none.
    var grouping: Grouping?
    var levels: [String] = []
    let method: PlannedMethod
    let errorRate: Double

    /// What is tested, for readers.
    var title: String {
      switch method {
      case .twoGroups, .severalGroups: scores[0]
      case .oneGroup: "\(scores[0]), \(levels[0])"
      case .pairs(.spearman), .pairs(.pearson): scores.joined(separator: " with ")
      case .pairs(.pairedT), .pairs(.wilcoxon): scores.joined(separator: " to ")
      case .friedman: scores.joined(separator: ", ")
      }
    }
  }

  /// A test that cannot be tried here, and why.
  struct Unavailable: Sendable {
    let plan: Plan
    let what: String
    let reason: String
  }

  private(set) var tests: [Test] = []
  private(set) var unavailable: [Unavailable] = []
  /// How many tests each family has, those that cannot be tried included.
  private(set) var familySizes: [Plan.Family: Int] = [:]

  private let instrument: Instrument

  init(of instrument: Instrument) {
    self.instrument = instrument
    for plan in instrument.plans {
      switch plan.question {
      case .reliability, .describe: continue
      case .compare(let scores, let by):
        for score in scores { compare(plan, score, by) }
      case .compareWithinPerson(let scores): compareWithin(plan, scores)
      case .correlate(let score, let with):
        for other in with { correlate(plan, score, other) }
      case .rank(let scores, _):
        unavailable.append(
          Unavailable(
            plan: plan, what: scores.joined(separator: ", "), reason: "an order has no power"))
      }
    }
  }

  /// Whether every test of the family can be tried, so that the family can be corrected as a whole.
  func isWhole(_ family: Plan.Family) -> Bool {
    tests.count { $0.plan.family == family } == familySizes[family]
  }

  // MARK: Between groups

  private mutating func compare(_ plan: Plan, _ score: String, _ by: String) {
    let grouping =
      instrument.group(named: by)
      ?? instrument.item(named: by).map { Grouping(name: by, title: $0.name, source: .item(by)) }
    guard let grouping else { return }
    let levels = grouping.levelNames(in: instrument)
    let what = "\(score) by \(by)"
    guard hasNumbers(score) else { return note(plan, what, noNumber(score)) }
    func planned(_ method: PlannedMethod, levels: [String]) {
      add(
        Test(
          plan: plan, scores: [score], grouping: grouping, levels: levels, method: method,
          errorRate: errorRate(plan)))
    }
    func two(_ method: PlannedMethod.OfTwoGroups) {
      guard levels.count == 2 else {
        return note(
          plan, what, "'\(by)' has \(levels.count) levels, and a test of two groups takes two")
      }
      planned(.twoGroups(method), levels: levels)
    }
    switch plan.test {
    case nil: levels.count == 2 ? two(.welch) : planned(.severalGroups(.welchANOVA), levels: levels)
    case .welch: two(.welch)
    case .student: two(.student)
    case .mannWhitney: two(.mannWhitney)
    case .equivalence:
      guard let smallest = plan.smallestDifference ?? instrument.analysis.smallestDifference,
        smallest.unit == .points
      else { return note(plan, what, "equivalence needs a smallest difference in points") }
      two(.equivalence(.init(within: smallest.amount)))
    case .welchANOVA: planned(.severalGroups(.welchANOVA), levels: levels)
    case .kruskalWallis: planned(.severalGroups(.kruskalWallis), levels: levels)
    case .oneSample(let value):
      for level in levels { planned(.oneGroup(above: value), levels: [level]) }
    case .permutation:
      note(plan, what, "thousands of permutations in each of thousands of studies take too long")
    case .fisher:
      guard let code = plan.counting, instrument.item(named: score) != nil else {
        return note(plan, what, "Fisher is tried where a plan says which answer it counts")
      }
      two(.fisher(counting: code))
    case .friedman, .spearman, .pearson, .pairedT, .wilcoxon:
      note(plan, what, testIsNotHere(plan))
    }
  }

  // MARK: Within people

  private mutating func correlate(_ plan: Plan, _ first: String, _ second: String) {
    let what = "\(first) with \(second)"
    switch plan.test {
    case .spearman, nil: pair(plan, first, second, what, .spearman)
    case .pearson: pair(plan, first, second, what, .pearson)
    default: note(plan, what, testIsNotHere(plan))
    }
  }

  private mutating func compareWithin(_ plan: Plan, _ scores: [String]) {
    let what = scores.joined(separator: ", ")
    switch plan.test {
    case .pairedT where scores.count == 2: pair(plan, scores[0], scores[1], what, .pairedT)
    case .wilcoxon where scores.count == 2: pair(plan, scores[0], scores[1], what, .wilcoxon)
    case .pairedT, .wilcoxon:
      note(plan, what, "\(scores.count) scores are named, and a test of pairs takes two")
    case .friedman:
      if let score = scores.first(where: { !hasNumbers($0) }) {
        return note(plan, what, noNumber(score))
      }
      add(Test(plan: plan, scores: scores, method: .friedman, errorRate: errorRate(plan)))
    default: note(plan, what, testIsNotHere(plan))
    }
  }

  private mutating func pair(
    _ plan: Plan, _ first: String, _ second: String, _ what: String,
    _ method: PlannedMethod.OfPairs
  ) {
    for score in [first, second] where !hasNumbers(score) {
      return note(plan, what, noNumber(score))
    }
    add(
      Test(
        plan: plan, scores: [first, second], method: .pairs(method), errorRate: errorRate(plan)))
  }

  // MARK: Keeping count

  private mutating func add(_ test: Test) {
    count(test.plan)
    tests.append(test)
  }

  private mutating func note(_ plan: Plan, _ what: String, _ reason: String) {
    count(plan)
    unavailable.append(Unavailable(plan: plan, what: what, reason: reason))
  }

  private mutating func count(_ plan: Plan) {
    if let family = plan.family { familySizes[family, default: 0] += 1 }
  }

  private func errorRate(_ plan: Plan) -> Double {
    plan.errorRate ?? instrument.analysis.errorRate ?? 0.05
  }

  private func hasNumbers(_ score: String) -> Bool {
    instrument.construct(named: score) != nil
      || instrument.item(named: score)?.declaredRange != nil
  }

  private func noNumber(_ score: String) -> String { "'\(score)' has no number" }

  private func testIsNotHere(_ plan: Plan) -> String {
    "\(plan.test?.words ?? "its test") is not available yet"
  }
}
