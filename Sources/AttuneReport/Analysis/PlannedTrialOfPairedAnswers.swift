import AttuneData
import AttuneInstrument
import AttuneStatistics
import AttuneTables

extension PlannedTrial {
  /// The scores of those who belong together, where the plan has a test for pairs and there are any.
  func pairs(_ score: String, _ by: String, in sample: StudySample) -> Pairs? {
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

  /// The paired t test or, with `isRanked`, the signed-rank test, the other beside it.
  func comparePairs(
    _ pairs: Pairs, isRanked: Bool, _ title: String, _ groups: [TestResult.Group]
  ) -> TestResult {
    var result = TestResult(
      title, isRanked ? WilcoxonSignedRank.about.title : PairedTTest.about.title)
    result.groups = groups
    guard pairs.caseCount >= atLeast else {
      result.figures = .failure(
        .tooSmall("\(atLeast) pairs with both scores are needed; there are \(pairs.caseCount)"))
      return result
    }
    do {
      let means = try PairedTTest().apply(to: pairs)
      let ranks = try WilcoxonSignedRank().apply(to: pairs)
      let (main, other) = isRanked ? (ranks.pValue, means.pValue) : (means.pValue, ranks.pValue)
      var figures = TestResult.Figures(
        .difference, "difference", n: pairs.caseCount, estimate: means.meanDifference,
        interval: means.interval.lower...means.interval.upper,
        level: means.interval.level.percent, pValue: main)
      figures.effects = [
        .init(
          name: "dz", estimate: means.dz,
          interval: means.dzInterval.lower...means.dzInterval.upper)
      ]
      if let dAverage = means.dAverage.value {
        figures.effects.append(.init(name: "d_av", estimate: dAverage, interval: nil))
      }
      result.figures = .success(figures)
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
