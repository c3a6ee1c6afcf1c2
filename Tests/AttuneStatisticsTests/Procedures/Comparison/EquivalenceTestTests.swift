import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct EquivalenceTestTests {
  // R 4.2.2, two one-sided t.test with var.equal = FALSE: 11 comparisons of 8 data sets.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try TwoGroupData.all() {
      let bound = data.rows.first { $0["statistic"] == "tost_welch_bound_raw" }?["value"]
      var test = EquivalenceTest()
      test.bounds = .init(within: try #require(Double(bound ?? "")))
      let outcome = try test.apply(to: data.summaries)
      for row in data.rows {
        let value: Double
        switch (row["statistic"], row["row"]) {
        case ("tost_welch_p", _): value = outcome.pValue
        case ("tost_welch_p_lower", _): value = outcome.pLower
        case ("tost_welch_p_upper", _): value = outcome.pUpper
        case ("tost_welch_ci90", "lower"): value = outcome.interval.lower
        case ("tost_welch_ci90", _): value = outcome.interval.upper
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(data.key) \(row["statistic"] ?? "")")
      }
    }
    #expect(agreement.count == 55)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Equivalence test", against: "R 4.2.2 t.test, two one-sided", agreement)
  }

  // R 4.2.2, two one-sided t.test with paired = TRUE: 5 comparisons of 4 data sets, bounds of half a
  // standard deviation of the differences.
  @Test func ofTheSamePeopleAgreesWithR() throws {
    var agreement = Agreement()
    for data in try PairedData.all() {
      func reference(_ statistic: String) throws -> Double {
        let row = data.rows.first { $0["statistic"] == statistic }
        return try #require(Double(row?["value"] ?? ""))
      }
      var test = EquivalenceTest()
      (test.bounds, test.unit) = (.init(within: 0.5), .standardized)
      let outcome = try test.apply(to: data.pairs)
      agreement.compare(outcome.bounds.upper, with: try reference("tost_bound_raw"), at: data.key)
      agreement.compare(outcome.pValue, with: try reference("tost_p"), at: data.key)
    }
    #expect(agreement.count == 10)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Equivalence test of pairs", against: "R 4.2.2 t.test, two one-sided, paired", agreement)
  }

  @Test func ofTheSamePeopleNonInferiorityIsOneOfTheTwo() throws {
    let pairs = try Pairs(("before", [3, 5, 4, 6, 8, 2]), ("after", [4, 5, 6, 5, 9, 4]))
    var test = EquivalenceTest()
    test.bounds = .init(within: 1.5)
    let both = try test.apply(to: pairs)
    var one = NonInferiorityTest()
    one.margin = 1.5
    #expect(try one.apply(to: pairs).pValue == both.pLower)
    one.better = .lower
    #expect(try one.apply(to: pairs).pValue == both.pUpper)
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try one.apply(to: Pairs(("before", [3, 5, 4]), ("after", [4, 6, 5])))
    }
  }

  @Test func theTestAndTheIntervalSayTheSame() throws {
    let groups = try Self.groups([1, 2, 4, 8], [3, 4, 4, 8, 6])
    for bound in [0.1, 2, 4, 4.5, 5, 6, 20] {
      var test = EquivalenceTest()
      test.bounds = .init(within: bound)
      let outcome = try test.apply(to: groups)
      let isInside = -bound < outcome.interval.lower && outcome.interval.upper < bound
      #expect((outcome.pValue < 0.05) == isInside)
    }
  }

  @Test func swappingTheGroupsSwapsTheBounds() throws {
    var test = EquivalenceTest()
    test.bounds = .init(lower: -1, upper: 3)
    let forwards = try test.apply(to: Self.groups([1, 2, 4, 8], [3, 5, 5, 9, 12]))
    test.bounds = .init(lower: -3, upper: 1)
    let backwards = try test.apply(to: Self.groups([3, 5, 5, 9, 12], [1, 2, 4, 8]))
    #expect(abs(forwards.pLower - backwards.pUpper) < 1e-15)
    #expect(abs(forwards.pUpper - backwards.pLower) < 1e-15)
    #expect(forwards.meanDifference == -backwards.meanDifference)
  }

  @Test func withWideBoundsEverythingIsAlike() throws {
    var test = EquivalenceTest()
    test.bounds = .init(within: 1e6)
    #expect(try test.apply(to: Self.groups([1, 2, 4], [3, 5, 9])).pValue < 1e-6)
  }

  @Test func refusesWhatHasNoAnswer() throws {
    let groups = try Self.groups([1, 2, 4], [3, 5, 9])
    var test = EquivalenceTest()
    test.bounds = .init(lower: 1, upper: 1)
    #expect(throws: StatisticsError.undetermined("the lower bound is not below the upper one")) {
      try test.apply(to: groups)
    }
    test = EquivalenceTest()
    test.errorRate = 0.5
    #expect(throws: StatisticsError.undetermined("an error rate of 0.5 leaves no interval")) {
      try test.apply(to: groups)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within each group")) {
      try EquivalenceTest().apply(to: Self.groups([1, 1], [2, 2]))
    }
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try EquivalenceTest().apply(to: Self.groups([1], [2, 3]))
    }
  }

  @Test func cautionsAboutSmallGroups() throws {
    let outcome = try EquivalenceTest().apply(to: Self.groups([1, 2, 4], [3, 5, 9]))
    #expect(outcome.cautions.map(\.id) == ["small-group", "small-group"])
    #expect(outcome.tables.first?.rows.count == 1)
  }

  private static func groups(_ first: [Double], _ second: [Double]) throws -> TwoGroups {
    try TwoGroups(
      score: "score", values: first + second, grouping: "group",
      groups: first.map { _ in "a" } + second.map { _ in "b" })
  }
}
