import AttuneData
import AttuneInstrument
import AttuneStatistics
import AttuneTables

extension PlannedTrial {
  func compare(_ score: String, _ by: String, in sample: StudySample) -> TestResult {
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
    if let pairs = pairs(score, by, in: sample) {
      return comparePairs(
        pairs, isRanked: plan.testWhenPaired == .wilcoxon, title + ", in pairs", result.groups)
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
      case .fisher:
        try compareCounts(score, by, (levels, order), in: sample, &result)
      case .kruskalWallis, .welchANOVA:
        try compareSeveral(several, &result)
      default:
        try compareTwo(
          TwoGroups(
            score: score, values: values(score, in: sample), grouping: by, groups: levels,
            order: order), &result)
        let level = ConfidenceLevel(rawValue: 1 - (test == .equivalence ? 2 : 1) * errorRate)
        result.bySite =
          isAlone
          ? nil
          : SiteClustering(
            score, values(score, in: sample), by: by, in: sample, level: level ?? .percent95)
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
    figures.effects = [
      .init(
        name: "Hedges' g", estimate: means.effect.estimate,
        interval: means.effect.interval.lower...means.effect.interval.upper)
    ]
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
