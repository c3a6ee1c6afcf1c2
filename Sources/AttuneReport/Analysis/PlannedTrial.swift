import AttuneData
import AttuneInstrument
import AttuneStatistics
import AttuneTables

/// One test of a plan, which can be made on any sample: on everybody, and again on fewer.
struct PlannedTrial: Sendable {
  enum Subject: Sendable {
    case groups(score: String, by: String)
    /// One of the groups against a fixed value.
    case oneGroup(score: String, by: String, level: String, value: Double)
    case pair(String, String)
    case within([String])
  }

  let plan: Plan
  let subject: Subject
  let test: PlannedTest
  /// Below this a group is described only.
  let atLeast: Int
  let errorRate: Double
  let smallest: SmallestDifference?
  var isAlone = false

  /// The tests that a plan makes; none for a plan that describes.
  static func all(of plan: Plan, in sample: StudySample) -> [PlannedTrial] {
    let defaults = sample.instrument.analysis
    func trial(_ subject: Subject, _ test: PlannedTest) -> PlannedTrial {
      PlannedTrial(
        plan: plan, subject: subject, test: plan.test ?? test,
        atLeast: plan.atLeastPerGroup ?? defaults.atLeastPerGroup ?? 10,
        errorRate: plan.errorRate ?? defaults.errorRate ?? 0.05,
        // What matters of scores, which plans share, says nothing of proportions.
        smallest: plan.smallestDifference
          ?? (plan.test == .fisher ? nil : defaults.smallestDifference))
    }
    switch plan.question {
    case .reliability, .describe, .rank: return []
    case .compare(let scores, let by):
      if case .oneSample(let value) = plan.test {
        return scores.flatMap { score in
          sample.levels(by).order.map { level in
            trial(.oneGroup(score: score, by: by, level: level, value: value), .welch)
          }
        }
      }
      let isSeveral = sample.levels(by).order.count > 2
      return scores.map {
        trial(.groups(score: $0, by: by), isSeveral ? .welchANOVA : .welch)
      }
    case .correlate(let score, let with): return with.map { trial(.pair(score, $0), .spearman) }
    case .compareWithinPerson(let scores): return [trial(.within(scores), .friedman)]
    }
  }

  var title: String {
    switch subject {
    case .groups(let score, let by): "\(score) by \(by)"
    case .oneGroup(let score, _, let level, _): "\(score) in \(level)"
    case .pair(let first, let second): "\(first) with \(second)"
    case .within(let scores): scores.joined(separator: ", ")
    }
  }

  /// The method's name for readers.
  var method: String {
    switch test {
    case .welch: WelchTTest.about.title
    case .student: StudentTTest.about.title
    case .mannWhitney: MannWhitney.about.title
    case .permutation: PermutationTest.about.title
    case .equivalence: EquivalenceTest.about.title
    case .welchANOVA: WelchANOVA.about.title
    case .kruskalWallis: KruskalWallis.about.title
    case .friedman: "\(FriedmanTest.about.title), with Kendall's W"
    case .fisher: FisherExactTest.about.title
    case .spearman: SpearmanCorrelation.about.title
    case .pearson: PearsonCorrelation.about.title
    case .pairedT: PairedTTest.about.title
    case .wilcoxon: WilcoxonSignedRank.about.title
    case .oneSample(let value): "\(OneSampleTTest.about.title) against \(value.plain)"
    }
  }

  /// Where the method is described.
  var sources: [String] {
    switch test {
    case .welch: WelchTTest.about.sources
    case .student: StudentTTest.about.sources
    case .mannWhitney: MannWhitney.about.sources
    case .permutation: PermutationTest.about.sources
    case .equivalence: EquivalenceTest.about.sources
    case .welchANOVA: WelchANOVA.about.sources
    case .kruskalWallis: KruskalWallis.about.sources
    case .friedman: FriedmanTest.about.sources + KendallW.about.sources
    case .spearman: SpearmanCorrelation.about.sources
    case .pearson: PearsonCorrelation.about.sources
    case .pairedT: PairedTTest.about.sources
    case .wilcoxon: WilcoxonSignedRank.about.sources
    case .oneSample: OneSampleTTest.about.sources
    case .fisher: FisherExactTest.about.sources + RiskDifference.about.sources.prefix(1)
    }
  }

  /// With `isAlone`, what stands beside the test is left out.
  func result(on sample: StudySample, isAlone: Bool = false) -> TestResult {
    var trial = self
    trial.isAlone = isAlone
    return trial.result(among: sample.only(when: plan.onlyWhen))
  }

  private func result(among sample: StudySample) -> TestResult {
    switch subject {
    case .groups(let score, let by): return compare(score, by, in: sample)
    case .oneGroup(let score, let by, let level, let value):
      return compare(score, with: value, in: sample.members(of: level, in: by))
    case .pair(let first, let second): return correlate(first, second, in: sample)
    case .within(let scores): return compare(within: scores, in: sample)
    }
  }

  /// The values of a score; of an item with a counted answer, whether it was given.
  func values(_ score: String, in sample: StudySample) -> [Double?] {
    if let code = plan.counting, sample.instrument.item(named: score) != nil {
      return sample.share(of: code, in: score)
    }
    return sample.scores(score)
  }
}
