import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct PermutationTestTests {
  // scipy 1.17 permutation_test (one-sided), NumPy 2.4.6 over every division (two-sided).
  @Test(arguments: [Alternative.twoSided, .less, .greater])
  func agreesWithEveryDivision(alternative: Alternative) throws {
    var agreement = Agreement()
    for data in try TwoGroupData.all(in: "permutation_test") {
      var procedure = PermutationTest()
      procedure.alternative = alternative
      let outcome = try procedure.apply(to: data.groups)
      #expect(outcome.isExact)
      for row in data.rows {
        let expected = try #require(Double(row["value"] ?? ""))
        if row["statistic"] == alternative.rawValue {
          agreement.compare(outcome.pValue, with: expected, at: data.key)
        } else if row["statistic"] == "divisions" {
          #expect(Double(outcome.divisions) == expected)
        }
      }
    }
    #expect(agreement.count == 4)
    #expect(agreement.largest < 1e-12, "\(agreement)")
    let title = try #require(
      [
        Alternative.twoSided: "Permutation test, two-sided", .less: "Permutation test, less",
        .greater: "Permutation test, greater",
      ][alternative])
    try Verification.record(
      title,
      against: "scipy 1.17 permutation_test; every division in NumPy", agreement)
  }

  // Drawn divisions come close to all of them: within 4 standard errors.
  @Test func drawsWhereThereAreTooMany() throws {
    let scores = (0..<40).map { Double($0 * 17 % 23) }
    let groups = try TwoGroups(
      score: "score", values: scores, grouping: "group",
      groups: scores.indices.map { $0 % 3 == 0 ? "a" : "b" })
    var procedure = PermutationTest()
    procedure.sampling = Resampling(count: 20_000, seed: 3)
    let drawn = try procedure.apply(to: groups)
    #expect(!drawn.isExact && drawn.divisions == 20_000)
    let welch = try WelchTTest().apply(to: groups)
    let error = (drawn.pValue * (1 - drawn.pValue) / 20_000).squareRoot()
    #expect(abs(drawn.pValue - welch.pValue) < 4 * error + 0.03)
    #expect(try procedure.apply(to: groups).pValue == drawn.pValue)
    procedure.sampling.seed = 4
    #expect(try procedure.apply(to: groups).pValue != drawn.pValue)
  }

  @Test func aLargeConstantChangesNothing() throws {
    let scores = [1, 2, 2, 5, 3, 6, 7.5]
    let names = ["a", "a", "a", "b", "b", "b", "b"]
    func outcome(_ shift: Double) throws -> Double {
      try PermutationTest().apply(
        to: TwoGroups(
          score: "score", values: scores.map { $0 + shift }, grouping: "group", groups: names)
      ).pValue
    }
    #expect(try outcome(0) == outcome(1e9))
  }

  @Test func saysWhyThereIsNone() throws {
    let groups = try TwoGroups(
      score: "score", values: [2, 2, 2], grouping: "group", groups: ["a", "b", "b"])
    #expect(throws: StatisticsError.noVariance(in: "the score")) {
      try PermutationTest().apply(to: groups)
    }
  }

  // Every division counted in whole numbers in Python: 62 of 70, 220 of 924.
  @Test(arguments: [
    ([3.0, 4, 7, 5, 1, 6, 7, 3], 4, 62.0 / 70),
    ([2, 6, 5, 1, 7, 2, 4, 6, 9, 6, 3, 6], 6, 220.0 / 924),
  ])
  func divisionsAreAsFarOutAsTheirDecimals(steps: [Double], first: Int, expected: Double) throws {
    for (offset, unit) in [(0.0, 1.0), (0, 10), (1_000_000, 10), (123_456, 100)] {
      let values = steps.map { (offset * unit + $0) / unit }
      let groups = try IndependentGroupsTests.groups(
        Array(values[..<first]), Array(values[first...]))
      #expect(try PermutationTest().apply(to: groups).pValue == expected, "\(offset), \(unit)")
    }
  }
}
