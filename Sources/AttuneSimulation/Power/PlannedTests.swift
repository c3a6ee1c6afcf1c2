import AttuneInstrument
import AttuneStatistics

/// The tests that an instrument plans, one for each score of each plan.
struct PlannedTests {
  struct Test: Sendable {
    enum Kind: Sendable {
      case welch
      /// Differences between these do not matter.
      case equivalence(EquivalenceTest.Bounds)

      var title: String {
        switch self {
        case .welch: "Welch"
        case .equivalence(let bounds): "equivalence, within \(bounds.upper.plain)"
        }
      }
    }

    let plan: Plan
    let score: String
    let grouping: Grouping
    /// The first two levels of the group.
    let levels: [String]
    let kind: Kind
    let errorRate: Double
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

  init(of instrument: Instrument) {
    for plan in instrument.plans {
      switch plan.question {
      case .reliability, .describe: continue
      case .compare(let scores, let by):
        for score in scores { add(plan, score, by, instrument) }
      case .compareWithinPerson(let scores):
        note(plan, scores.joined(separator: ", "), testIsNotHere(plan))
      case .correlate(let score, let with):
        for other in with { note(plan, "\(score) with \(other)", testIsNotHere(plan)) }
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

  private mutating func add(
    _ plan: Plan, _ score: String, _ by: String, _ instrument: Instrument
  ) {
    let grouping =
      instrument.group(named: by)
      ?? instrument.item(named: by).map { Grouping(name: by, title: $0.name, source: .item(by)) }
    guard let grouping else { return }
    let levels = grouping.levelsForPower(in: instrument)
    func unavailable(_ reason: String) { note(plan, "\(score) by \(by)", reason) }
    let isScore = instrument.construct(named: score) != nil
    guard isScore || instrument.item(named: score)?.declaredRange != nil else {
      return unavailable("'\(score)' has no number")
    }
    let kind: Test.Kind
    switch plan.test {
    case .welch, nil: kind = .welch
    case .equivalence:
      guard let smallest = plan.smallestDifference ?? instrument.analysis.smallestDifference,
        smallest.unit == .points
      else { return unavailable("equivalence needs a smallest difference in points") }
      kind = .equivalence(.init(within: smallest.amount))
    default: return unavailable(testIsNotHere(plan))
    }
    guard levels.count == 2 else {
      return unavailable("'\(by)' has \(levels.count) levels, and a comparison of means takes two")
    }
    count(plan)
    tests.append(
      Test(
        plan: plan, score: score, grouping: grouping, levels: levels, kind: kind,
        errorRate: plan.errorRate ?? instrument.analysis.errorRate ?? 0.05))
  }

  private mutating func note(_ plan: Plan, _ what: String, _ reason: String) {
    count(plan)
    unavailable.append(Unavailable(plan: plan, what: what, reason: reason))
  }

  private mutating func count(_ plan: Plan) {
    if let family = plan.family { familySizes[family, default: 0] += 1 }
  }

  private func testIsNotHere(_ plan: Plan) -> String {
    "\(plan.test?.words ?? "its test") is not available yet"
  }
}

extension PlannedTest {
  /// The test's name in the words of the language.
  fileprivate var words: String {
    switch self {
    case .welch: "Welch"
    case .student: "Student"
    case .mannWhitney: "Mann-Whitney"
    case .permutation: "permutation"
    case .equivalence: "equivalence"
    case .welchANOVA: "Welch ANOVA"
    case .kruskalWallis: "Kruskal-Wallis"
    case .friedman: "Friedman"
    case .fisher: "Fisher"
    case .spearman: "Spearman"
    case .pearson: "Pearson"
    case .pairedT: "paired t"
    case .wilcoxon: "Wilcoxon"
    case .oneSample(let above): "one sample above \(above.plain)"
    }
  }
}

extension Double {
  /// Without needless decimals: `0.4`, `3`.
  var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
