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

  func comparePairs(_ pairs: Pairs, _ unpaired: TestResult) -> TestResult {
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
