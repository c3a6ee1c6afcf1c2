import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct WelchTTestTests {
  // R 4.2.2 t.test: 11 comparisons of 8 data sets.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try TwoGroupData.all() {
      let outcome = try WelchTTest().apply(to: data.summaries)
      for row in data.rows {
        let value: Double
        switch (row["statistic"], row["row"]) {
        case ("n", "n1"): value = Double(outcome.groups.first.n)
        case ("n", _): value = Double(outcome.groups.second.n)
        case ("mean", "g1"): value = outcome.groups.first.mean
        case ("mean", _): value = outcome.groups.second.mean
        case ("sd", "g1"): value = outcome.groups.first.standardDeviation
        case ("sd", _): value = outcome.groups.second.standardDeviation
        case ("welch_t", _): value = outcome.t
        case ("welch_df", _): value = outcome.degreesOfFreedom
        case ("welch_p", _): value = outcome.pValue
        case ("welch_se", _): value = outcome.standardError
        case ("welch_diff_ci95", "lower"): value = outcome.interval.lower
        case ("welch_diff_ci95", _): value = outcome.interval.upper
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(data.key) \(row["statistic"] ?? "")")
      }
    }
    // Closed forms, but for the quantile in the interval.
    #expect(agreement.count == 132)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Welch's t test", against: "R 4.2.2 t.test", agreement)
  }

  @Test func theTwoEntrancesAgree() throws {
    let groups = try Self.groups([1, 2, 4, 8], [3, 5, 5, 9, 12])
    let summaries = groups.summaries
    let published = TwoGroupSummaries(
      try Self.summary("a", 4, summaries.first), try Self.summary("b", 5, summaries.second))
    #expect(try WelchTTest().apply(to: groups).t == WelchTTest().apply(to: published).t)
  }

  @Test func swappingTheGroupsTurnsTheSign() throws {
    let forwards = try WelchTTest().apply(to: Self.groups([1, 2, 4, 8], [3, 5, 5, 9, 12]))
    let backwards = try WelchTTest().apply(to: Self.groups([3, 5, 5, 9, 12], [1, 2, 4, 8]))
    #expect(forwards.t == -backwards.t)
    #expect(forwards.pValue == backwards.pValue)
    #expect(forwards.interval.lower == -backwards.interval.upper)
    #expect(forwards.effect.estimate == -backwards.effect.estimate)
  }

  @Test func theOneSidedProbabilitiesMakeOne() throws {
    let groups = try Self.groups([1, 2, 4, 8], [3, 5, 5, 9, 12])
    var test = WelchTTest()
    test.alternative = .less
    let less = try test.apply(to: groups).pValue
    test.alternative = .greater
    let greater = try test.apply(to: groups).pValue
    test.alternative = .twoSided
    #expect(abs(less + greater - 1) < 1e-15)
    #expect(deviation(try test.apply(to: groups).pValue, from: 2 * less) < 1e-14)
  }

  @Test func anAddedConstantChangesNothing() throws {
    let plain = try WelchTTest().apply(to: Self.groups([1, 2, 4, 8], [3, 5, 5, 9, 12]))
    let shifted = try WelchTTest().apply(
      to: Self.groups([1, 2, 4, 8].map { $0 + 1e9 }, [3, 5, 5, 9, 12].map { $0 + 1e9 }))
    // The difference of two means near 1e9 has seven digits fewer.
    #expect(deviation(shifted.t, from: plain.t) < 1e-6)
    #expect(deviation(shifted.standardError, from: plain.standardError) < 1e-14)
  }

  @Test func equalGroupsHaveAProbabilityOfOne() throws {
    let outcome = try WelchTTest().apply(to: Self.groups([1, 2, 3], [1, 2, 3]))
    #expect(outcome.t == 0)
    #expect(outcome.pValue == 1)
  }

  @Test func computesWhereOneGroupDoesNotVary() throws {
    let outcome = try WelchTTest().apply(to: Self.groups([3, 3, 3], [4, 5, 6]))
    #expect(outcome.degreesOfFreedom == 2)
  }

  @Test func remainsFiniteWithAnEnormousDifference() throws {
    let outcome = try WelchTTest().apply(to: Self.groups([1, 2, 3], [1e9, 1e9 + 1, 1e9 + 2]))
    #expect(outcome.pValue > 0)
    #expect(outcome.pValue < 1e-30)
    #expect(outcome.effect.interval.lower < outcome.effect.estimate)
    #expect(outcome.effect.estimate < outcome.effect.interval.upper)
  }

  @Test(arguments: [
    ([5.0], [1, 2, 3], StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)),
    ([1, 2, 3], [5], .tooFew(.casesInGroup("b"), found: 1, needed: 2)),
    ([3, 3, 3], [3, 3, 3], .noVariance(in: "the score within each group")),
    ([3, 3, 3], [4, 4, 4], .noVariance(in: "the score within each group")),
    ([0.1, 0.1, 0.1], [0.3, 0.3], .noVariance(in: "the score within each group")),
  ])
  func saysWhyThereIsNone(first: [Double], second: [Double], expected: StatisticsError) {
    #expect(throws: expected) { try WelchTTest().apply(to: Self.groups(first, second)) }
    #expect(throws: expected) { try HedgesG().apply(to: Self.groups(first, second)) }
  }

  @Test func givesTablesOfTheGroupsTheTestAndTheEffect() throws {
    let tables = try WelchTTest().apply(to: Self.groups([1, 2, 4, 8], [3, 5, 5, 9, 12])).tables
    #expect(tables.map(\.id) == ["groups", "welch-t-test", "hedges-g"])
    #expect(
      tables[1].columns.map(\.name) == [
        "estimate", "std_error", "conf_low", "conf_high", "statistic", "df", "p_value",
      ])
    #expect(
      tables[1].notes == ["a minus b; 95 % interval of the difference; p is two-sided."])
  }

  @Test func saysWhichGroupIsSmall() throws {
    let groups = try Self.groups((1...9).map(Double.init), (1...10).map(Double.init))
    let cautions = try WelchTTest().apply(to: groups).cautions
    #expect(cautions.map(\.id) == ["small-group"])
    #expect(cautions[0].subjects == ["a"])
    #expect(cautions[0].text.hasPrefix("Group 'a' has 9 cases, fewer than 10 (at least per group)"))
    var lenient = WelchTTest()
    lenient.atLeastPerGroup = 9
    #expect(try lenient.apply(to: groups).cautions.isEmpty)
  }

  private static func groups(_ first: [Double], _ second: [Double]) throws -> TwoGroups {
    try TwoGroups(
      score: "score", values: first + second, grouping: "group",
      groups: first.map { _ in "a" } + second.map { _ in "b" })
  }

  private static func summary(
    _ name: String, _ n: Int, _ group: GroupSummary
  ) throws -> GroupSummary {
    try #require(
      GroupSummary(
        name: name, n: n, mean: group.mean, standardDeviation: group.standardDeviation))
  }
}
