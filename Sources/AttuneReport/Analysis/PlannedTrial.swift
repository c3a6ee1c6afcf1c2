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
        smallest: plan.smallestDifference ?? defaults.smallestDifference)
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
    case .friedman: "Friedman test, with Kendall's W"
    case .fisher: "Fisher's exact test"
    case .spearman: SpearmanCorrelation.about.title
    case .pearson: PearsonCorrelation.about.title
    case .pairedT: PairedTTest.about.title
    case .wilcoxon: WilcoxonSignedRank.about.title
    case .oneSample(let value): "One-sample t-test against \(value.short)"
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
    case .friedman: ["doi:10.1080/01621459.1937.10503522"] + KendallW.about.sources
    case .spearman: SpearmanCorrelation.about.sources
    case .pearson: PearsonCorrelation.about.sources
    case .pairedT: PairedTTest.about.sources
    case .wilcoxon: WilcoxonSignedRank.about.sources
    case .oneSample: ["doi:10.1093/biomet/6.1.1"]
    case .fisher: []
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
    case .within(let scores): return order(scores, in: sample)
    }
  }

  /// The values of a score; of an item with a counted answer, whether it was given.
  private func values(_ score: String, in sample: StudySample) -> [Double?] {
    if let code = plan.counting, sample.instrument.item(named: score) != nil {
      return sample.share(of: code, in: score)
    }
    return sample.scores(score)
  }
}

// MARK: Groups

extension PlannedTrial {
  private func compare(_ score: String, _ by: String, in sample: StudySample) -> TestResult {
    let (levels, order) = sample.levels(by)
    let several = SeveralGroups(
      score: score, values: values(score, in: sample), grouping: by, groups: levels, order: order)
    var result = TestResult(title, method)
    result.groups = several.groups.map { group in
      let mean = group.values.reduce(0, +) / Double(group.values.count)
      let squares = group.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return TestResult.Group(
        name: group.name, n: group.values.count, mean: mean,
        standardDeviation: (squares / Double(max(1, group.values.count - 1))).squareRoot())
    }
    if let pairs = pairs(score, by, in: sample) { return comparePairs(pairs, result) }
    if case .fisher = test {
      result.figures = .failure(.notHere("\(method) is not in this version of attune"))
      return result
    }
    let small = order.filter { level in
      (several.groups.first { $0.name == level }?.values.count ?? 0) < atLeast
    }
    if !small.isEmpty {
      let sizes = small.map { level in
        "\(level) has \(several.groups.first { $0.name == level }?.values.count ?? 0)"
      }
      result.figures = .failure(
        .tooSmall(
          "a group needs \(atLeast) people with a score, and \(sizes.joined(separator: ", "))"))
      return result
    }
    do {
      switch test {
      case .kruskalWallis, .welchANOVA:
        try compareSeveral(several, &result)
      default:
        try compareTwo(
          TwoGroups(
            score: score, values: values(score, in: sample), grouping: by, groups: levels,
            order: order), &result)
      }
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }

  private func compareTwo(_ groups: TwoGroups, _ result: inout TestResult) throws {
    var welch = WelchTTest()
    welch.atLeastPerGroup = atLeast
    welch.level = ConfidenceLevel(rawValue: 1 - errorRate) ?? .percent95
    let means = try welch.apply(to: groups)
    var figures = TestResult.Figures(
      .difference, "difference", n: groups.account.used, estimate: means.meanDifference,
      interval: means.interval.lower...means.interval.upper, level: means.interval.level.percent,
      pValue: means.pValue)
    figures.effect = .init(
      estimate: means.effect.estimate,
      interval: means.effect.interval.lower...means.effect.interval.upper)
    let (first, second) = (means.groups.first, means.groups.second)
    let (n1, n2) = (Double(first.n), Double(second.n))
    let deviation =
      (((n1 - 1) * first.standardDeviation * first.standardDeviation
      + (n2 - 1) * second.standardDeviation * second.standardDeviation) / (n1 + n2 - 2))
      .squareRoot()
    figures.pooledDeviation = deviation
    result.cautions = means.cautions
    typealias Companion = (method: String, pValue: Double, tables: [Table])
    let welchBeside = Companion(
      WelchTTest.about.title, means.pValue, Array(means.tables.dropFirst()))
    var beside: [Companion] = []
    func dealAgain() throws -> Companion {
      let dealt = try PermutationTest().apply(to: groups)
      return (PermutationTest.about.title, dealt.pValue, dealt.tables)
    }
    func rank() throws -> Companion {
      let ranks = try MannWhitney().apply(to: groups)
      return (MannWhitney.about.title, ranks.pValue, ranks.tables)
    }
    switch test {
    case .welch: result.tables = means.tables
    case .student:
      let found = try StudentTTest().apply(to: groups)
      figures.pValue = found.pValue
      result.tables = found.tables
      beside = [welchBeside]
    case .mannWhitney:
      let ranks = try rank()
      figures.pValue = ranks.pValue
      result.tables = means.tables.prefix(1) + ranks.tables
      beside = [welchBeside]
    case .permutation:
      let dealt = try dealAgain()
      figures.pValue = dealt.pValue
      result.tables = means.tables.prefix(1) + dealt.tables
      beside = [welchBeside]
    case .equivalence:
      guard let smallest else {
        throw StatisticsError.undetermined("no smallest difference that matters is given")
      }
      var procedure = EquivalenceTest()
      procedure.errorRate = errorRate
      procedure.bounds = .init(
        within: smallest.unit == .points ? smallest.amount : smallest.amount * deviation)
      let found = try procedure.apply(to: groups)
      figures.pValue = found.pValue
      figures.interval = found.interval.lower...found.interval.upper
      figures.level = found.interval.level.percent
      figures.bounds = found.bounds.lower...found.bounds.upper
      result.tables = means.tables + found.tables
      beside = [(WelchTTest.about.title, means.pValue, [])]
    default:
      throw StatisticsError.undetermined("\(method) does not compare two separate groups")
    }
    if !isAlone, test != .equivalence {
      if test != .mannWhitney { beside.append(try rank()) }
      if test != .permutation, min(first.n, second.n) < 20 { beside.append(try dealAgain()) }
    }
    result.companions = beside.map { ($0.method, $0.pValue) }
    result.companionTables = beside.flatMap(\.tables)
    result.figures = .success(figures)
  }

  private func compareSeveral(_ groups: SeveralGroups, _ result: inout TestResult) throws {
    let ranks = try KruskalWallis().apply(to: groups)
    let means = try WelchANOVA().apply(to: groups)
    let n = groups.account.used
    if test == .kruskalWallis {
      result.figures = .success(
        .init(
          .overall, "epsilon\u{B2}", n: n, estimate: ranks.epsilonSquared, pValue: ranks.pValue))
      result.tables = ranks.tables + (try DunnTest().apply(to: groups).tables)
      result.companions = [(WelchANOVA.about.title, means.pValue)]
      result.companionTables = means.tables
    } else {
      result.figures = .success(
        .init(.overall, "F", n: n, estimate: means.f, pValue: means.pValue))
      result.tables = means.tables + (try GamesHowell().apply(to: groups).tables)
      result.companions = [(KruskalWallis.about.title, ranks.pValue)]
      result.companionTables = ranks.tables
    }
  }
}

// MARK: Answers in pairs

extension PlannedTrial {
  /// The scores of those who belong together, where the plan has a test for pairs and there are any.
  private func pairs(_ score: String, _ by: String, in sample: StudySample) -> Pairs? {
    guard plan.testWhenPaired != nil,
      let pairing = sample.instrument.groups.first(where: { $0.pairs != nil })
    else { return nil }
    let (levels, order) = sample.levels(by)
    guard order.count == 2 else { return nil }
    var members: [String: [String: Double?]] = [:]
    for (index, value) in values(score, in: sample).enumerated() {
      guard let code = sample.submissions[index].settings[pairing.name], let level = levels[index]
      else { continue }
      members[code, default: [:]][level] = value
    }
    let both = members.filter { $0.value.count == 2 }.sorted { $0.key < $1.key }.map(\.value)
    guard !both.isEmpty else { return nil }
    return try? Pairs(
      (order[0], both.map { $0[order[0]] ?? nil }), (order[1], both.map { $0[order[1]] ?? nil }))
  }

  private func comparePairs(_ pairs: Pairs, _ unpaired: TestResult) -> TestResult {
    let isRanked = plan.testWhenPaired == .wilcoxon
    var result = TestResult(
      title + ", in pairs", isRanked ? WilcoxonSignedRank.about.title : PairedTTest.about.title)
    result.groups = unpaired.groups
    guard pairs.caseCount >= atLeast else {
      result.figures = .failure(
        .tooSmall("\(atLeast) pairs with both scores are needed; there are \(pairs.caseCount)"))
      return result
    }
    do {
      let means = try PairedTTest().apply(to: pairs)
      let ranks = try WilcoxonSignedRank().apply(to: pairs)
      let (main, other) = isRanked ? (ranks.pValue, means.pValue) : (means.pValue, ranks.pValue)
      result.figures = .success(
        .init(
          .difference, "difference", n: pairs.caseCount, estimate: means.meanDifference,
          interval: means.interval.lower...means.interval.upper,
          level: means.interval.level.percent, pValue: main))
      result.tables = isRanked ? ranks.tables : means.tables
      result.companions = [
        (isRanked ? PairedTTest.about.title : WilcoxonSignedRank.about.title, other)
      ]
      result.companionTables = isRanked ? means.tables : ranks.tables
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }
}

// MARK: One group, pairs, within a person

extension PlannedTrial {
  /// The one-sample t test: that of the differences from the value.
  private func compare(
    _ score: String, with value: Double, in sample: StudySample
  ) -> TestResult {
    var result = TestResult(title, method)
    let values = values(score, in: sample)
    let n = values.count { $0 != nil }
    guard n >= atLeast else {
      result.figures = .failure(
        .tooSmall("\(atLeast) people with a score are needed; there are \(n)"))
      return result
    }
    do {
      let found = try PairedTTest().apply(
        to: Pairs((score, values), (value.short, values.map { _ in value })))
      result.figures = .success(
        .init(
          .distance, "mean less \(value.short)", n: n, estimate: found.meanDifference,
          interval: found.interval.lower...found.interval.upper,
          level: found.interval.level.percent, pValue: found.pValue))
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }

  private func correlate(_ first: String, _ second: String, in sample: StudySample) -> TestResult {
    var result = TestResult(title, method)
    do {
      let pairs = try Pairs(
        (first, values(first, in: sample)), (second, values(second, in: sample)))
      guard pairs.caseCount >= atLeast else {
        result.figures = .failure(
          .tooSmall("\(atLeast) people with both scores are needed; there are \(pairs.caseCount)"))
        return result
      }
      let spearman = try SpearmanCorrelation().apply(to: pairs)
      let pearson = try PearsonCorrelation().apply(to: pairs)
      let isPearson = test == .pearson
      let (main, other) = isPearson ? (pearson, spearman) : (spearman, pearson)
      guard let pValue = main.test.pValue.value else {
        throw StatisticsError.undetermined("there is no p")
      }
      var figures = TestResult.Figures(
        .association, isPearson ? "r" : "rho", n: pairs.caseCount, estimate: main.estimate,
        pValue: pValue)
      if case .success(let interval) = main.interval {
        figures.interval = interval.lower...interval.upper
        figures.level = interval.level.percent
      }
      result.figures = .success(figures)
      result.tables = main.tables
      result.companions = other.test.pValue.value.map { [(other.method.title, $0)] } ?? []
      result.companionTables = other.tables
      result.cautions = main.cautions
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }

  /// Friedman's test: each person ranks the scores, and Kendall's W says how far they agree.
  private func order(_ scores: [String], in sample: StudySample) -> TestResult {
    var result = TestResult(title, method)
    let columns = scores.map { values($0, in: sample) }
    let people = sample.submissions.indices.filter { row in columns.allSatisfy { $0[row] != nil } }
    result.groups = zip(scores, columns).map { score, column in
      let kept = people.compactMap { column[$0] }
      let mean = kept.reduce(0, +) / Double(max(1, kept.count))
      let squares = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return .init(
        name: score, n: kept.count, mean: mean,
        standardDeviation: (squares / Double(max(1, kept.count - 1))).squareRoot())
    }
    guard people.count >= atLeast else {
      result.figures = .failure(
        .tooSmall("\(atLeast) people with all scores are needed; there are \(people.count)"))
      return result
    }
    do {
      let ratings = Ratings(
        raters: people.map { "person \($0 + 1)" },
        columns: people.map { row in columns.map { $0[row] } })
      let found = try KendallW().apply(to: ratings.complete(.listwise))
      result.figures = .success(
        .init(.overall, "W", n: people.count, estimate: found.estimate, pValue: found.pValue))
      result.tables = found.tables
    } catch {
      result.figures = .failure(.unavailable("\(error)"))
    }
    return result
  }
}
