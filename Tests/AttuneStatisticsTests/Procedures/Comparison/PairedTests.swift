import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct PairedTTestTests {
  // R 4.2.2 t.test(paired = TRUE), and formulas written out for the effect sizes.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try PairedData.all() {
      let outcome = try PairedTTest().apply(to: data.pairs)
      for row in data.rows {
        let value: Double
        switch (row["statistic"], row["row"]) {
        case ("t", _): value = outcome.t
        case ("df", _): value = Double(outcome.degreesOfFreedom)
        case ("p", _): value = outcome.pValue
        case ("diff_mean", _): value = outcome.meanDifference
        case ("diff_ci95", "lower"): value = outcome.interval.lower
        case ("diff_ci95", _): value = outcome.interval.upper
        case ("d_z", _): value = outcome.dz
        case ("d_z_ci95", "lower"): value = outcome.dzInterval.lower
        case ("d_z_ci95", _): value = outcome.dzInterval.upper
        case ("g_z", _): value = try #require(outcome.gz.value)
        case ("d_av", _): value = try #require(outcome.dAverage.value)
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(data.key) \(row["statistic"] ?? "") \(row["row"] ?? "")")
      }
    }
    #expect(agreement.count > 50)
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Paired t test and its effect sizes", against: "R 4.2.2 t.test, formulas written out",
      agreement)
  }

  @Test func saysWhyThereIsNone() throws {
    #expect(throws: StatisticsError.tooFew(.cases, found: 1, needed: 2)) {
      try PairedTTest().apply(to: Pairs(("a", [1]), ("b", [2])))
    }
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try PairedTTest().apply(to: Pairs(("a", [1, 2]), ("b", [2, 3])))
    }
    let outcome = try PairedTTest().apply(to: Pairs(("a", [1, 2, 4]), ("b", [2, 3, 3])))
    #expect(outcome.tables.map(\.id) == ["paired-t-test", "paired-effect"])
  }
}

@Suite struct WilcoxonSignedRankTests {
  // R 4.2.2 wilcox.test, coin 1.4-2 wilcoxsign_test (Wilcoxon and Pratt), exactRankTests.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try PairedData.all() {
      let outcome = try WilcoxonSignedRank().apply(to: data.pairs)
      var procedure = WilcoxonSignedRank()
      procedure.zeros = .pratt
      let pratt = try procedure.apply(to: data.pairs)
      #expect(outcome.isExact)
      for row in data.rows {
        let value: Double
        switch row["statistic"] {
        case "n_nonzero": value = Double(outcome.nonzero)
        case "wilcoxon_V_plus": value = outcome.positiveRanks
        case "wilcoxon_z_nocc": value = outcome.z
        case "wilcoxon_z_pratt": value = pratt.z
        case "wilcoxon_p_exact", "wilcoxon_p_exact_conditional", "wilcoxon_p_exact_wilcoxon":
          value = outcome.pValue
        case "wilcoxon_p_exact_pratt": value = pratt.pValue
        case "rank_biserial_matched": value = outcome.rankBiserial
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(data.key) \(row["statistic"] ?? "") \(row["fn"] ?? "")")
      }
    }
    #expect(agreement.count > 30)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Wilcoxon signed-rank test", against: "R 4.2.2 wilcox.test, coin 1.4-2, exactRankTests",
      agreement)
  }

  // Of three differences of one sign: 1 of 8 ways to give the signs.
  @Test func countsTheSigns() throws {
    var procedure = WilcoxonSignedRank()
    let pairs = try Pairs(("a", [2, 4, 7]), ("b", [1, 2, 3]))
    #expect(try procedure.apply(to: pairs).pValue == 0.25)
    procedure.alternative = .greater
    #expect(try procedure.apply(to: pairs).pValue == 0.125)
    procedure.alternative = .less
    #expect(try procedure.apply(to: pairs).pValue == 1)
  }

  @Test func leavesManyToTheNormalDistribution() throws {
    let first = (0..<600).map { Double($0 * 7 % 83) }
    let outcome = try WilcoxonSignedRank().apply(
      to: Pairs(("a", first.map { $0 }), ("b", (0..<600).map { Double($0 * 5 % 79) })))
    #expect(!outcome.isExact)
    #expect(outcome.tables[0].notes[0].contains("from the normal distribution"))
  }

  @Test func saysWhyThereIsNone() throws {
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try WilcoxonSignedRank().apply(to: Pairs(("a", [1, 2]), ("b", [1, 2])))
    }
    #expect(throws: StatisticsError.tooFew(.cases, found: 0, needed: 1)) {
      try WilcoxonSignedRank().apply(to: Pairs(("a", [nil]), ("b", [2])))
    }
  }
}

@Suite struct SignTestTests {
  // R 4.2.2 binom.test.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try PairedData.all() {
      let outcome = try SignTest().apply(to: data.pairs)
      for row in data.rows where row["statistic"] == "sign_test_p" {
        agreement.compare(
          outcome.pValue, with: try #require(Double(row["value"] ?? "")), at: data.key)
      }
    }
    #expect(agreement.count == 5)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Sign test", against: "R 4.2.2 binom.test", agreement)
  }

  @Test func countsTheSigns() throws {
    let outcome = try SignTest().apply(to: Pairs(("a", [2, 4, 7, 1]), ("b", [1, 2, 3, 1])))
    #expect([outcome.above, outcome.below, outcome.level] == [3, 0, 1])
    #expect(deviation(outcome.pValue, from: 0.25) < 1e-14)
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try SignTest().apply(to: Pairs(("a", [1, 2]), ("b", [1, 2])))
    }
  }
}
