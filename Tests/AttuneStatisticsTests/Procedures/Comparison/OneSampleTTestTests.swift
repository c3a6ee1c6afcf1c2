import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Foundation
import Testing

@Suite struct OneSampleTTestTests {
  private func outcome(
    _ values: [Double?], against value: Double, _ alternative: Alternative = .twoSided
  ) throws -> OneSampleTTest.Outcome {
    var test = OneSampleTTest()
    (test.value, test.alternative) = (value, alternative)
    return try test.apply(to: ScoreSample(name: "x", values: values))
  }

  // R 4.2.2 t.test(mu =), and g written out; Tests/Golden/statistics/one_sample.R.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/one_sample.csv") {
      let (dataset, column) = (try #require(row["dataset"]), try #require(row["column"]))
      let values = try GoldenData.column(column, of: dataset)
      let against = try #require(Double(row["value_against"] ?? ""))
      let both = try outcome(values, against: against)
      let value: Double
      switch try #require(row["statistic"]) {
      case "t": value = both.t
      case "p": value = both.pValue
      case "p_greater": value = try outcome(values, against: against, .greater).pValue
      case "p_less": value = try outcome(values, against: against, .less).pValue
      case "lower": value = both.interval.lower
      case "upper": value = both.interval.upper
      case "d": value = both.d
      case "d_lower": value = both.dInterval.lower
      case "d_upper": value = both.dInterval.upper
      case "g": value = try #require(both.g.value)
      case let other:
        Issue.record("'\(other)' is not compared")
        continue
      }
      agreement.compare(
        value, with: try #require(Double(row["value"] ?? "")),
        at: "\(dataset) \(row["statistic"] ?? "")")
    }
    #expect(agreement.count == 60)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "One-sample t test", against: "R 4.2.2 t.test(mu =), pt with ncp", agreement)
  }

  @Test func isThePairedTestAgainstAConstant() throws {
    let values: [Double] = [3, 5, 4, 4, 2, 5, 1]
    let paired = try PairedTTest().apply(
      to: Pairs(("x", values.map { $0 }), ("3", values.map { _ in 3 })))
    let single = try outcome(values, against: 3)
    #expect(deviation(single.t, from: paired.t) < 1e-14)
    #expect(deviation(single.dInterval.lower, from: paired.dzInterval.lower) < 1e-13)
    #expect(single.tables.map(\.id) == ["one-sample-t-test", "one-sample-effect"])
    let (g, gz) = (try #require(single.g.value), try #require(paired.gz.value))
    #expect(deviation(g, from: gz) < 1e-14)
    #expect(single.count == 7 && single.missing == 0)
  }

  /// t is (3 - 0) / 1 with one degree of freedom, and g has no correction there.
  @Test func ofTwoCasesHasATestAndNoG() throws {
    let found = try OneSampleTTest().apply(to: ScoreSample(name: "x", values: [2, 4]))
    #expect(found.t == 3 && found.g.value == nil)
    #expect(deviation(found.pValue, from: 1 - 2 * atan(3) / .pi) < 1e-14)
    let pairs = try Pairs(("x", [2, 4]), ("y", [0, 0]))
    let paired = try PairedTTest().apply(to: pairs)
    #expect(paired.t == 3 && paired.dz == found.d && paired.gz.value == nil)
  }

  @Test func aLargeConstantCostsNoDigits() throws {
    let values: [Double] = [3, 5, 4, 4, 2, 5, 1]
    let near = try outcome(values, against: 3)
    let far = try outcome(values.map { $0 + 1e9 }, against: 3 + 1e9)
    #expect(far.t == near.t && far.pValue == near.pValue)
  }

  @Test func saysWhyThereIsNone() throws {
    #expect(throws: StatisticsError.tooFew(.cases, found: 1, needed: 2)) {
      try outcome([3, nil], against: 3)
    }
    #expect(throws: StatisticsError.tooFew(.cases, found: 0, needed: 2)) {
      try outcome([nil, nil], against: 3)
    }
    #expect(throws: StatisticsError.noVariance(in: "'x'")) { try outcome([4, 4, 4], against: 3) }
  }
}
