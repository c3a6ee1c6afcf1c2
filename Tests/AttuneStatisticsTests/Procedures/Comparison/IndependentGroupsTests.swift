import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

/// Two groups by other tests than Welch's: Brunner-Munzel, Yuen, non-inferiority.
@Suite struct IndependentGroupsTests {
  /// Two groups of a data set, by name.
  static func groups(_ dataset: String, _ score: String, by group: String) throws -> TwoGroups {
    try TwoGroups(
      score: score, values: try GoldenData.column(score, of: dataset), grouping: group,
      groups: try GoldenData.levels(group, of: dataset))
  }

  static func groups(_ x: [Double], _ y: [Double]) throws -> TwoGroups {
    try TwoGroups(
      score: "x", values: x + y, grouping: "g", groups: x.map { _ in "a" } + y.map { _ in "b" })
  }

  /// The rows of a file of `Tests/Golden/statistics` by data set and model, as `len ~ supp`.
  static func rows(_ file: String) throws -> [[String]: [[String: String]]] {
    Dictionary(grouping: try Golden.rows("statistics/\(file).csv")) {
      [$0["data"] ?? "", $0["model"] ?? ""]
    }
  }

  @Test func brunnerAndMunzelAgreeWithScipy() throws {
    var agreement = Agreement()
    for data in try TwoGroupData.all(in: "brunner_munzel") {
      let outcome = try BrunnerMunzel().apply(to: data.groups)
      for row in data.rows {
        let expected = try #require(Double(row["value"] ?? ""))
        let place = "\(data.key) \(row["statistic"] ?? "")"
        // scipy takes the second group less the first.
        let value = row["statistic"] == "brunner_munzel_W" ? -outcome.statistic : outcome.pValue
        agreement.compare(value, with: expected, at: place)
      }
      let delta = try CliffsDelta().apply(to: data.groups)
      #expect(
        deviation(outcome.probabilityOfSuperiority, from: delta.probabilityOfSuperiority) < 1e-13)
    }
    #expect(agreement.count == 20)
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Brunner-Munzel test", against: "scipy 1.17.1 brunnermunzel", agreement)
  }

  @Test func yuenAgreesWithScipy() throws {
    var agreement = Agreement()
    for (key, rows) in try Self.rows("independent_groups_python") where key[0] != "inline" {
      let parts = key[1].split(separator: " ~ ").map(String.init)
      let groups = try Self.groups(key[0], parts[0], by: parts[1])
      for trim in [0.1, 0.2] {
        var test = YuenTTest()
        test.trim = trim
        let outcome = try test.apply(to: groups)
        for row in rows where row["statistic"]?.hasPrefix("yuen\(trim)_") == true {
          let value =
            switch row["statistic"]?.split(separator: "_").last {
            case "t": outcome.t
            case "df": outcome.degreesOfFreedom
            default: outcome.pValue
            }
          agreement.compare(
            value, with: try #require(Double(row["value"] ?? "")), at: "\(key) \(trim)")
        }
      }
      var plain = YuenTTest()
      plain.trim = 0
      let (yuen, welch) = (try plain.apply(to: groups), try WelchTTest().apply(to: groups))
      #expect(deviation(yuen.t, from: welch.t) < 1e-12)
      #expect(deviation(yuen.interval.lower, from: welch.interval.lower) < 1e-11)
    }
    #expect(agreement.count == 24)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Yuen's test of trimmed means", against: "scipy 1.17.1 ttest_ind(trim, equal_var=False)",
      agreement)
  }

  @Test func nonInferiorityIsOneOfTheTwoTestsOfEquivalence() throws {
    let groups = try Self.groups([3, 4, 5, 6, 4], [4, 5, 5, 7, 6, 5])
    var both = EquivalenceTest()
    both.bounds = .init(within: 1.5)
    let equivalence = try both.apply(to: groups)
    var test = NonInferiorityTest()
    test.margin = 1.5
    #expect(try test.apply(to: groups).pValue == equivalence.pLower)
    test.better = .lower
    #expect(try test.apply(to: groups).pValue == equivalence.pUpper)
    // The same in pooled standard deviations.
    let pooled = equivalence.meanDifference / (try HedgesG().apply(to: groups).cohenD)
    test.unit = .standardized
    test.margin = 1.5 / pooled
    #expect(deviation(try test.apply(to: groups).pValue, from: equivalence.pUpper) < 1e-12)
    both.unit = .standardized
    both.bounds = .init(within: 1.5 / pooled)
    #expect(deviation(try both.apply(to: groups).pValue, from: equivalence.pValue) < 1e-12)
    #expect(deviation(try both.apply(to: groups).bounds.upper, from: 1.5) < 1e-12)
  }

  @Test func theTwoEntrancesAgree() throws {
    let groups = try Self.groups([3, 4, 5, 6, 4], [4, 5, 5, 7, 6, 5])
    let given = groups.summaries
    #expect(
      try NonInferiorityTest().apply(to: groups).pValue
        == NonInferiorityTest().apply(to: given).pValue)
    #expect(
      try StandardizedDifferences().apply(to: groups).gWelch
        == StandardizedDifferences().apply(to: given).gWelch)
  }

  @Test func swappingGroupsTurnsTheSigns() throws {
    let (x, y) = ([3.0, 4, 5, 6, 4, 2, 8], [4.0, 5, 5, 7, 6, 5, 9, 1])
    let one = try BrunnerMunzel().apply(to: Self.groups(x, y))
    let other = try BrunnerMunzel().apply(to: Self.groups(y, x))
    #expect(deviation(one.statistic, from: -other.statistic) < 1e-13)
    #expect(deviation(one.interval.lower, from: 1 - other.interval.upper) < 1e-13)
    let (yuen, turned) = (
      try YuenTTest().apply(to: Self.groups(x, y)), try YuenTTest().apply(to: Self.groups(y, x))
    )
    #expect(deviation(yuen.difference, from: -turned.difference) < 1e-13)
    #expect(deviation(yuen.pValue, from: turned.pValue) < 1e-13)
    let (d, turnedD) = (
      try StandardizedDifferences().apply(to: Self.groups(x, y)),
      try StandardizedDifferences().apply(to: Self.groups(y, x))
    )
    let (g, turnedG) = (try d.gWelch.get(), try turnedD.gWelch.get())
    #expect(deviation(g.estimate, from: -turnedG.estimate) < 1e-13)
    #expect(deviation(g.interval.lower, from: -turnedG.interval.upper) < 1e-9)
  }

  @Test func sayWhyThereIsNone() throws {
    let apart = try Self.groups([1, 2, 3], [4, 5, 6])
    #expect(throws: StatisticsError.undetermined("one group lies wholly above the other")) {
      try BrunnerMunzel().apply(to: apart)
    }
    let alone = try Self.groups([1], [4, 5, 6])
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try BrunnerMunzel().apply(to: alone)
    }
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try YuenTTest().apply(to: alone)
    }
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try StandardizedDifferences().apply(to: alone)
    }
    let same = try Self.groups([2, 2, 2], [2, 2])
    #expect(throws: StatisticsError.noVariance(in: "the score")) {
      try BrunnerMunzel().apply(to: same)
    }
    #expect(throws: StatisticsError.noVariance(in: "the middle of the score in each group")) {
      try YuenTTest().apply(to: same)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within each group")) {
      try StandardizedDifferences().apply(to: same)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within each group")) {
      try NonInferiorityTest().apply(to: same)
    }
    // One group varies: all but Glass's delta of the other.
    let half = try StandardizedDifferences().apply(to: Self.groups([1, 2, 3], [4, 4, 4]))
    #expect(half.glassDelta == .failure(.noVariance(in: "the score within group 'b'")))
    #expect(half.dWelch.estimate < 0 && half.dWelch.interval.upper.isFinite)
    #expect(try BrunnerMunzel().apply(to: Self.groups([1, 4, 5], [4, 4, 4])).pValue <= 1)
    var trimmed = YuenTTest()
    trimmed.trim = 0.5
    #expect(throws: StatisticsError.self) { try trimmed.apply(to: apart) }
    var margin = NonInferiorityTest()
    margin.margin = 0
    #expect(throws: StatisticsError.undetermined("the margin is not above 0")) {
      try margin.apply(to: apart)
    }
  }
}
