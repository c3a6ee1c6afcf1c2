import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct MannWhitneyTests {
  // R 4.2.2 wilcox.test, coin 1.4-2 and exactRankTests for the exact p with ties: 13 comparisons.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    var exact = Agreement()
    for data in try TwoGroupData.all(in: "two_groups_tests") {
      let outcome = try MannWhitney().apply(to: data.groups)
      var corrected = MannWhitney()
      corrected.correctsForContinuity = true
      let withContinuity = try corrected.apply(to: data.groups)
      for row in data.rows {
        let expected = try #require(Double(row["value"] ?? ""))
        let place = "\(data.key) \(row["statistic"] ?? "") \(row["fn"] ?? "")"
        switch (row["statistic"], row["row"]) {
        case ("mw_U1", _): agreement.compare(outcome.u1, with: expected, at: place)
        case ("mw_U2", _): agreement.compare(outcome.u2, with: expected, at: place)
        case ("mw_z_nocc", _):
          agreement.compare(try #require(outcome.z.value), with: expected, at: place)
        case ("mw_p_exact_conditional", _), ("mw_p_exact", _):
          #expect(outcome.reference == .exact)
          exact.compare(outcome.pValue, with: expected, at: place)
        case ("mw_p_asymptotic_nocc", _) where outcome.reference == .normal:
          agreement.compare(outcome.pValue, with: expected, at: place)
        case ("mw_p_asymptotic_cc", _):
          agreement.compare(withContinuity.pValue, with: expected, at: place)
        case ("hodges_lehmann", _), ("hodges_lehmann_median_of_differences", _):
          agreement.compare(outcome.shift, with: expected, at: place)
        case ("hodges_lehmann_ci95_exact", "lower"):
          agreement.compare(try outcome.shiftInterval.get().lower, with: expected, at: place)
        case ("hodges_lehmann_ci95_exact", _):
          agreement.compare(try outcome.shiftInterval.get().upper, with: expected, at: place)
        case ("p_superiority", _):
          agreement.compare(outcome.probabilityOfSuperiority, with: expected, at: place)
        default: continue
        }
      }
    }
    #expect(agreement.count > 80)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Mann-Whitney test, shift and its interval",
      against: "R 4.2.2 wilcox.test, formulas written out", agreement)
    #expect(exact.count >= 13)
    #expect(exact.largest < 1e-12, "\(exact)")
    try Verification.record(
      "Mann-Whitney test, exact with ties", against: "R 4.2.2, coin 1.4-2, exactRankTests", exact)
  }

  @Test func swappingGroupsTurnsTheSigns() throws {
    let groups = try Self.groups([1, 2, 2, 5], [2, 3, 6, 7, 9])
    let swapped = try Self.groups([2, 3, 6, 7, 9], [1, 2, 2, 5])
    let (one, other) = (try MannWhitney().apply(to: groups), try MannWhitney().apply(to: swapped))
    #expect(one.u1 == other.u2)
    #expect(one.shift == -other.shift)
    #expect(one.pValue == other.pValue)
    #expect(one.z.value == other.z.value.map { -$0 })
  }

  @Test func theOneSidedTailsMeetInWhatWasFound() throws {
    var (less, greater) = (MannWhitney(), MannWhitney())
    less.alternative = .less
    greater.alternative = .greater
    let groups = try Self.groups([1, 2, 4], [3, 5, 6])
    // U1 = 1: of 20 draws, 2 are at or below it and 19 at or above.
    #expect(deviation(try less.apply(to: groups).pValue, from: 0.1) < 1e-14)
    #expect(deviation(try greater.apply(to: groups).pValue, from: 0.95) < 1e-14)
  }

  @Test func isOfRanksAlone() throws {
    let plain = try MannWhitney().apply(to: Self.groups([1, 2, 4], [3, 5, 6]))
    let far = try MannWhitney().apply(to: Self.groups([1, 2, 4], [3, 5, 1e9]))
    #expect(plain.pValue == far.pValue)
  }

  @Test func leavesManyToTheNormalDistribution() throws {
    let outcome = try MannWhitney().apply(
      to: Self.groups((0..<400).map { Double($0 * 7 % 83) }, (0..<400).map { Double($0 * 5 % 89) }))
    #expect(outcome.reference == .normal)
    #expect(try outcome.shiftInterval.get().lower <= outcome.shift)
  }

  @Test func saysWhyThereIsNone() throws {
    #expect(throws: StatisticsError.noVariance(in: "the score")) {
      try MannWhitney().apply(to: Self.groups([2, 2], [2, 2, 2]))
    }
    // Two of one and two of the other: nothing is rare enough for an interval at 95 %.
    let few = try MannWhitney().apply(to: Self.groups([1, 2], [3, 4]))
    #expect(throws: StatisticsError.self) { try few.shiftInterval.get() }
    let one = try MannWhitney().apply(to: Self.groups([1], [3]))
    #expect(one.pValue == 1)
    #expect(one.tables.map(\.id) == ["mann-whitney"])
  }

  private static func groups(_ first: [Double], _ second: [Double]) throws -> TwoGroups {
    try TwoGroups(
      score: "score", values: first + second, grouping: "group",
      groups: first.map { _ in "a" } + second.map { _ in "b" })
  }
}
