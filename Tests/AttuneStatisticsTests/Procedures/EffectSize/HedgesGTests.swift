import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct HedgesGTests {
  // R 4.2.2, formulas written out: the exact correction, limits by inverting the noncentral t.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try TwoGroupData.all() {
      let outcome = try HedgesG().apply(to: data.summaries)
      for row in data.rows {
        let value: Double
        switch (row["statistic"], row["row"]) {
        case ("hedges_g", _): value = outcome.estimate
        case ("hedges_J_exact", _): value = outcome.estimate / outcome.cohenD
        case ("hedges_g_ci95", "lower"): value = outcome.interval.lower
        case ("hedges_g_ci95", _): value = outcome.interval.upper
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(data.key) \(row["statistic"] ?? "")")
      }
    }
    #expect(agreement.count == 44)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Hedges' g and its interval", against: "R 4.2.2, formulas written out", agreement)
  }

  @Test func isClosestToCohensDInLargeSamples() throws {
    let small = try Self.effect(n: 3)
    let large = try Self.effect(n: 500_000)
    #expect(small.estimate < small.cohenD)
    #expect(deviation(large.estimate, from: large.cohenD) < 1e-6)
    #expect(large.interval.upper - large.interval.lower < 0.01)
  }

  @Test func aHigherLevelGivesAWiderInterval() throws {
    let plain = try Self.effect(n: 10)
    var wide = HedgesG()
    wide.level = .percent99
    let wider = try wide.apply(to: Self.summaries(n: 10))
    #expect(wider.interval.lower < plain.interval.lower)
    #expect(wider.interval.upper > plain.interval.upper)
  }

  private static func effect(n: Int) throws -> HedgesG.Outcome {
    try HedgesG().apply(to: summaries(n: n))
  }

  private static func summaries(n: Int) throws -> TwoGroupSummaries {
    TwoGroupSummaries(
      try #require(GroupSummary(name: "a", n: n, mean: 12, standardDeviation: 4)),
      try #require(GroupSummary(name: "b", n: n, mean: 10, standardDeviation: 5)))
  }
}
