import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct TTestPowerTests {
  // R 4.2.2 and scipy 1.17.1; Tests/Golden/statistics/t_power.py.
  @Test(arguments: [
    // R stops its series at 1e-12, and takes a little of the other tail with it.
    ("R", 1e-9),
    // scipy's noncentral t is right to 8 digits near 0, as the rows for no difference show.
    ("scipy", 2e-8),
  ])
  func agreesWith(program: String, tolerance: Double) throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/t_power.csv") where row["program"] == program {
      let power = try TTestPower(
        try #require(Int(row["n1"] ?? "")), try #require(Int(row["n2"] ?? "")),
        errorRate: try #require(Double(row["alpha"] ?? "")))
      let value =
        row["what"] == "power"
        ? try power.power(ofDifference: try #require(Double(row["d"] ?? "")))
        : try power.smallestDifference(power: 0.8)
      agreement.compare(
        value, with: try #require(Double(row["value"] ?? "")), at: "\(row)")
    }
    #expect(agreement.count >= 72)
    #expect(agreement.largest < tolerance, "\(agreement)")
  }

  // The table of section C6 of the project's instrument blueprint: sizes, alone, and at the
  // strictest step of four.
  @Test(arguments: [
    (33, 15, 0.89, 1.08), (40, 40, 0.63, 0.76), (73, 51, 0.52, 0.62), (34, 31, 0.71, 0.85),
    (150, 75, 0.40, 0.48), (220, 150, 0.30, 0.36), (302, 143, 0.29, 0.34),
  ])
  func givesTheTableOfTheStudySizes(_ first: Int, _ second: Int, alone: Double, step: Double) throws
  {
    let smallest = try [0.05, 0.0125].map { errorRate in
      try TTestPower(first, second, errorRate: errorRate).smallestDifference(power: 0.8)
    }
    // Two decimals are given.
    #expect(abs(smallest[0] - alone) < 0.0051)
    #expect(abs(smallest[1] - step) < 0.0051)
  }

  @Test func withNoDifferenceItIsTheErrorRate() throws {
    for errorRate in [0.05, 0.0125] {
      let power = try TTestPower(20, 30, errorRate: errorRate)
      #expect(deviation(try power.power(ofDifference: 0), from: errorRate) < 1e-12)
    }
  }

  @Test func eitherDirectionAndOrderIsAlike() throws {
    let power = try TTestPower(20, 30, errorRate: 0.05)
    let swapped = try TTestPower(30, 20, errorRate: 0.05)
    let found = try power.power(ofDifference: 0.6)
    #expect(deviation(try power.power(ofDifference: -0.6), from: found) < 1e-12)
    #expect(try swapped.power(ofDifference: 0.6) == found)
  }

  @Test func refusesWhatHasNoAnswer() throws {
    #expect(throws: StatisticsError.tooFew(.casesInGroup("2"), found: 1, needed: 2)) {
      try TTestPower(5, 1, errorRate: 0.05)
    }
    #expect(throws: StatisticsError.self) {
      try TTestPower(5, 5, errorRate: 0.05).smallestDifference(power: 0.01)
    }
    #expect(throws: StatisticsError.self) {
      try TTestPower(5, 5, errorRate: 0.05).smallestDifference(power: 1)
    }
  }
}
