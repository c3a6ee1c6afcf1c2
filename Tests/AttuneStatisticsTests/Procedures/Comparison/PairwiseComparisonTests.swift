import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTestSupport
import Testing

/// Dunnett's comparisons, and t tests of every pair with a correction.
@Suite struct PairwiseComparisonTests {
  // NumPy, both integrals over far more panels than are needed.
  @Test func dunnettsDistributionAgreesWithPanelsInNumPy() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/independent_groups_python.csv")
    where row["statistic"] == "dunnett_tail" {
      let parts = (row["model"] ?? "").split(separator: ";").map { $0.split(separator: "=")[1] }
      let sizes = parts[1].split(separator: " ").compactMap { Double($0) }
      let distribution = try DunnettMaximum(
        loadings: sizes.dropFirst().map { ($0 / ($0 + sizes[0])).squareRoot() },
        degreesOfFreedom: try #require(Double(parts[2])))
      let t = try #require(Double(parts[0]))
      agreement.compare(
        distribution.upperTail(t), with: try #require(Double(row["value"] ?? "")),
        at: row["model"] ?? "")
    }
    #expect(agreement.count == 6)
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Dunnett's distribution", against: "NumPy, panels written out", agreement)
  }

  // R 4.2.2 pmvt (mvtnorm 1.1-3, trivariate by TVPACK): .246649873619903, .0380510420141545.
  @Test(arguments: [
    (1.5, [10.0, 10, 10], 27.0, 0.246649873619903), (2.7, [6.0, 4, 5], 11.0, 0.0380510420141545),
  ])
  func dunnettsDistributionAgreesWithR(t: Double, sizes: [Double], df: Double, p: Double) throws {
    let distribution = try DunnettMaximum(
      loadings: sizes.dropFirst().map { ($0 / ($0 + sizes[0])).squareRoot() }, degreesOfFreedom: df)
    #expect(deviation(distribution.upperTail(t), from: p) < 1e-11)
    #expect(deviation(try distribution.upperQuantile(p), from: t) < 1e-10)
  }

  @Test func ofOneGroupIsStudentsT() throws {
    let data = SeveralGroups(
      score: "x", values: [1, 4, 2, 5, 7, 6, 9.5], grouping: "g",
      groups: ["a", "a", "a", "b", "b", "b", "b"])
    let two = try TwoGroups(
      score: "x", values: [1, 4, 2, 5, 7, 6, 9.5], grouping: "g",
      groups: ["a", "a", "a", "b", "b", "b", "b"])
    let student = try StudentTTest().apply(to: two)
    let dunnett = try DunnettTest().apply(to: data)
    #expect(dunnett.pairs.count == 1)
    #expect(deviation(dunnett.pairs[0].t, from: -student.t) < 1e-12)
    #expect(deviation(dunnett.pairs[0].pValue, from: student.pValue) < 1e-11)
    #expect(deviation(dunnett.pairs[0].interval.lower, from: -student.interval.upper) < 1e-10)
  }

  @Test func dunnettComparesWithTheGroupNamed() throws {
    let data = try SeveralGroupsTests.groups(["dataset": "PlantGrowth"])
    var test = DunnettTest()
    test.control = "trt2"
    let pairs = try test.apply(to: data).pairs
    #expect(pairs.map(\.first) == ["ctrl", "trt1"])
    #expect(pairs.allSatisfy { $0.second == "trt2" })
    test.control = "nobody"
    #expect(throws: StatisticsError.undetermined("nobody with a score is in group 'nobody'")) {
      try test.apply(to: data)
    }
  }

  // R 4.2.2 pairwise.t.test: nine comparisons of 3 to 6 groups.
  @Test func pairwiseTestsAgreeWithR() throws {
    var agreement = Agreement()
    for (key, rows) in try SeveralGroupsTests.rows("pairwise_t") {
      let data = try SeveralGroupsTests.groups(rows[0])
      for (name, correction) in [
        ("holm", FamilyCorrection.holm), ("BH", .benjaminiHochberg),
      ] {
        var test = PairwiseTTests()
        test.variance = .pooled
        test.correction = correction
        let outcome = try test.apply(to: data)
        for row in rows
        where row["statistic"] == "pairwise_t_pooled_\(name)" && row["value"] != "NA" {
          let names: Set = [row["row"] ?? "", row["col"] ?? ""]
          let index = try #require(
            outcome.pairs.firstIndex { Set([$0.first, $0.second]) == names }, "\(key)")
          agreement.compare(
            outcome.adjustedPValues[index], with: try #require(Double(row["value"] ?? "")),
            at: "\(key) \(names)")
        }
        for (pair, adjusted) in zip(outcome.pairs, outcome.adjustedPValues) {
          #expect(adjusted >= pair.pValue)
        }
      }
    }
    #expect(agreement.count == 122)
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Pairwise t-tests with correction", against: "R 4.2.2 pairwise.t.test", agreement)
  }

  @Test func eachWelchPairIsWelchsTest() throws {
    let (values, names) = (
      [1, 4, 2, 5, 7, 6, 9.5, 3, 8], ["a", "a", "a", "b", "b", "b", "c", "c", "c"]
    )
    let outcome = try PairwiseTTests().apply(
      to: SeveralGroups(score: "x", values: values, grouping: "g", groups: names))
    let ab = try WelchTTest().apply(
      to: TwoGroups(
        score: "x", values: Array(values.prefix(6)), grouping: "g", groups: Array(names.prefix(6))))
    #expect(deviation(outcome.pairs[0].pValue, from: ab.pValue) < 1e-12)
    #expect(deviation(outcome.pairs[0].interval.upper, from: ab.interval.upper) < 1e-12)
  }

  @Test func sayWhyThereIsNone() {
    func data(_ values: [Double], _ groups: [String]) -> SeveralGroups {
      SeveralGroups(score: "x", values: values, grouping: "g", groups: groups)
    }
    let flat = data([1, 1, 2, 2], ["a", "a", "b", "b"])
    #expect(throws: StatisticsError.noVariance(in: "the score within each group")) {
      try DunnettTest().apply(to: flat)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within groups 'a' and 'b'")) {
      try PairwiseTTests().apply(to: flat)
    }
    var pooled = PairwiseTTests()
    pooled.variance = .pooled
    #expect(throws: StatisticsError.tooFew(.cases, found: 2, needed: 3)) {
      try pooled.apply(to: data([1, 2], ["a", "b"]))
    }
    #expect(throws: StatisticsError.tooFew(.cases, found: 2, needed: 3)) {
      try DunnettTest().apply(to: data([1, 2], ["a", "b"]))
    }
    #expect(throws: StatisticsError.tooFew(.groups, found: 1, needed: 2)) {
      try DunnettTest().apply(to: data([1, 2], ["a", "a"]))
    }
    #expect(throws: StatisticsError.tooFew(.casesInGroup("b"), found: 1, needed: 2)) {
      try PairwiseTTests().apply(to: data([1, 2, 3], ["a", "a", "b"]))
    }
  }
}
