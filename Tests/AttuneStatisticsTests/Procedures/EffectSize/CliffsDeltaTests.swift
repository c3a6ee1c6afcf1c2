import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct CliffsDeltaTests {
  // R 4.2.2, formulas written out: 13 comparisons.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try TwoGroupData.all(in: "two_groups_tests") {
      let outcome = try CliffsDelta().apply(to: data.groups)
      for row in data.rows {
        let value: Double
        switch (row["statistic"], row["row"]) {
        case ("cliffs_delta", _): value = outcome.estimate
        case ("cliffs_delta_var", _): value = outcome.variance
        case ("cliffs_delta_ci95", "lower"): value = try outcome.interval.get().lower
        case ("cliffs_delta_ci95", _): value = try outcome.interval.get().upper
        case ("p_superiority", _): value = outcome.probabilityOfSuperiority
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(data.key) \(row["statistic"] ?? "")")
      }
    }
    #expect(agreement.count > 50)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Cliff's delta and its interval", against: "R 4.2.2, formulas written out", agreement)
  }

  @Test func isOneWhereOneGroupLiesWhollyAbove() throws {
    let groups = try TwoGroups(
      score: "score", values: [5, 6, 1, 2], grouping: "group", groups: ["a", "a", "b", "b"])
    let outcome = try CliffsDelta().apply(to: groups)
    #expect(outcome.estimate == 1)
    #expect(
      outcome.interval == .failure(.undetermined("one group lies wholly above the other")))
    #expect(outcome.tables.map(\.id) == ["cliffs-delta"])
  }

  @Test func asksForTwoCasesEach() throws {
    let groups = try TwoGroups(
      score: "score", values: [5, 6, 1], grouping: "group", groups: ["a", "b", "b"])
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try CliffsDelta().apply(to: groups)
    }
  }
}
