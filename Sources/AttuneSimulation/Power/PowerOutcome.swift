public import AttuneInstrument
import AttuneLanguage
import AttuneStatistics

/// What studies of some sizes can show.
public struct PowerOutcome: Sendable {
  /// All runs of one size.
  struct OfSize: Sendable {
    let size: PowerStudy.Size
    let runs: [PowerRun.Result]
  }

  /// How often a planned test finds what it looks for, at one size.
  public struct Power: Sendable, Hashable {
    public let size: PowerStudy.Size
    public let plan: String
    public let family: Plan.Family?
    /// A score, or two: `rel with open`.
    public let score: String
    public let test: String
    /// People with a score in each group, or with both scores, on average.
    public let counts: [Double]
    /// First mean minus second, in points, on average.
    public let difference: Double?
    /// What `effectSize` is: `g`, `rho`.
    public let effect: String
    /// On average.
    public let effectSize: Double?
    /// The share of runs that find it, tested alone at the error rate.
    public let alone: Double
    /// The same at the strictest step of the family: the error rate over the number of its tests.
    public let atFirstStep: Double?
    /// The same with the whole family corrected as the instrument says.
    public let inFamily: Double?
    public let errorRate: Double
    /// How many tests the family has.
    public let familySize: Int
    /// The share of runs in which the test could be done.
    public let possible: Double
  }

  /// How alpha turns out, at one size.
  public struct Reliability: Sendable, Hashable {
    public let size: PowerStudy.Size
    public let scale: String
    /// Complete cases, on average.
    public let cases: Double
    /// Of alpha.
    public let median: Double
    public let percentile5: Double
    public let percentile95: Double
    /// The median width of the 95 % interval.
    public let width: Double
    /// The share of runs in which alpha reaches the bar.
    public let reachesBar: Double?
  }

  public let runs: Int
  public let bar: Double?
  public let powers: [Power]
  public let reliabilities: [Reliability]
  /// Plans that cannot be tried, and why.
  public let unavailable: [(plan: String, what: String, reason: String)]
  let people: [String]
  let correction: FamilyCorrection

  init(_ study: PowerStudy, plans: PlannedTests, sizes: [OfSize]) {
    runs = study.runs
    bar = study.bar
    people = study.design.people.map(\.name)
    correction = study.instrument.analysis.correction.familyCorrection
    unavailable = plans.unavailable.map { ($0.plan.name, $0.what, $0.reason) }
    let correction = correction
    powers = sizes.flatMap { size in Self.powers(of: size, plans, correction) }
    reliabilities = sizes.flatMap { size in
      Self.reliabilities(
        of: size, PowerRun(study, size: size.size, plans: plans).scaleNames, study.bar)
    }
  }

  private static func powers(
    of size: OfSize, _ plans: PlannedTests, _ correction: FamilyCorrection
  ) -> [Power] {
    let runs = Double(size.runs.count)
    return plans.tests.enumerated().map { index, test in
      let found = size.runs.compactMap { $0.tests[index] }
      let family = test.plan.family
      let familySize = family.flatMap { plans.familySizes[$0] } ?? 1
      // Exploratory plans make no claim, and nothing corrects them.
      let isCorrected = family != nil && family != .exploratory && correction != .none
      let members = plans.tests.indices.filter { plans.tests[$0].plan.family == family }
      func share(_ limit: Double) -> Double { Double(found.count { $0.pValue <= limit }) / runs }
      func mean(_ value: (Found) -> Double?) -> Double? {
        let values = found.compactMap(value)
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      }
      let groups = max(test.levels.count, 1)
      let inFamily = size.runs.count { run in
        // A test that could not be done finds nothing.
        let pValues = members.map { run.tests[$0]?.pValue ?? 1 }
        guard let place = members.firstIndex(of: index) else { return false }
        return correction.adjusted(pValues)[place] <= test.errorRate
      }
      return Power(
        size: size.size, plan: test.plan.name, family: family, score: test.title,
        test: test.method.title,
        counts: (0..<groups).map { group in mean { Double($0.counts[group]) } ?? 0 },
        difference: mean(\.difference), effect: test.method.effect, effectSize: mean(\.effect),
        alone: share(test.errorRate),
        atFirstStep: isCorrected ? share(test.errorRate / Double(familySize)) : nil,
        inFamily: isCorrected && family.map(plans.isWhole) == true ? Double(inFamily) / runs : nil,
        errorRate: test.errorRate, familySize: familySize,
        possible: Double(found.count) / runs)
    }
  }

  private static func reliabilities(
    of size: OfSize, _ scales: [String], _ bar: Double?
  ) -> [Reliability] {
    scales.enumerated().compactMap { index, scale in
      let found = size.runs.compactMap { $0.alphas[index] }
      guard !found.isEmpty else { return nil }
      let sorted = found.map(\.estimate).sorted()
      let widths = found.map(\.width).sorted()
      return Reliability(
        size: size.size, scale: scale,
        cases: Double(found.reduce(0) { $0 + $1.cases }) / Double(found.count),
        median: sorted.quantile(0.5), percentile5: sorted.quantile(0.05),
        percentile95: sorted.quantile(0.95), width: widths.quantile(0.5),
        reachesBar: bar.map { bar in
          Double(sorted.count { $0 >= bar }) / Double(size.runs.count)
        })
    }
  }
}

extension AnalysisDefaults.Correction? {
  fileprivate var familyCorrection: FamilyCorrection {
    switch self {
    case .holm: .holm
    case .bonferroni: .bonferroni
    case nil, .some(.none): .none
    }
  }
}

extension [Double] {
  /// Of sorted values, by linear interpolation (Hyndman & Fan 1996, type 7).
  fileprivate func quantile(_ p: Double) -> Double {
    let place = p * Double(count - 1)
    let low = Int(place)
    let high = Swift.min(low + 1, count - 1)
    return self[low] + (place - Double(low)) * (self[high] - self[low])
  }
}
