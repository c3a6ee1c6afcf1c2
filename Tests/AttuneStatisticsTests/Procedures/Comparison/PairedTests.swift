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
    // Of two people there is a test, and nothing that corrects dz.
    let two = try PairedTTest().apply(to: Pairs(("a", [1, 2]), ("b", [2, 5])))
    #expect(two.gz.value == nil && two.dz < 0)
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

  // As binary numbers 2.3 - 2.1 and 1.2 - 1.0 differ by 2e-16, and R, which ranks that, finds W+ 13. Of whole numbers, counted through in Python: W+ 15 of 28, and all 128
  // ways to give the signs are as far out.
  @Test func tiesAsDecimalsDo() throws {
    let first = [23.0, 12, 34, 11, 5, 25, 41]
    let second = [21.0, 10, 32, 13, 7, 22, 45]
    for unit in [1, 10, 100] {
      let found = try WilcoxonSignedRank().apply(
        to: Pairs(
          ("a", first.map { $0 / Double(unit) }), ("b", second.map { $0 / Double(unit) })))
      #expect(found.positiveRanks == 15 && found.pValue == 1, "\(unit)")
      #expect(found.rankBiserial == 2.0 / 28, "\(unit)")
    }
    // 0.1 + 0.2 is 0.3 on paper.
    let level = try Pairs(("a", [0.1 + 0.2, 1, 5]), ("b", [0.3, 2, 3]))
    #expect(try WilcoxonSignedRank().apply(to: level).nonzero == 2)
    #expect(try SignTest().apply(to: level).level == 1)
  }

  // Tests/Golden/statistics/rank_biserial.py, from the definition: without zeros and ties, and with.
  @Test(arguments: [
    (
      [10.0, 18, 8, 11, 24, 1, 19, 2, 23, 5, 27, -2],
      (0.95, 0.23076923076923078, -0.4787537949945324, 0.7579458358187685)
    ),
    (
      [10, 18, 8, 11, 24, 1, 19, 2, 23, 5, 27, -2],
      (0.9, 0.23076923076923078, -0.3645762866606348, 0.6921947780023322)
    ),
    (
      [10, 16, 7, 15, 17, 9, 15, 8, 12, 14, 11, 9],
      (0.95, 0.7272727272727273, 0.11438630043405841, 0.9391666301088137)
    ),
    (
      [10, 16, 7, 15, 17, 9, 15, 8, 12, 14, 11, 9],
      (0.9, 0.7272727272727273, 0.2618934981932552, 0.9182398123323616)
    ),
  ])
  func theIntervalOfTheRankBiserialIsAsDefined(
    second: [Double], expected: (level: Double, r: Double, lower: Double, upper: Double)
  ) throws {
    var test = WilcoxonSignedRank()
    test.level = try #require(ConfidenceLevel(rawValue: expected.level))
    let found = try test.apply(
      to: Pairs(("a", [12, 15, 9, 20, 17, 11, 14, 8, 19, 13, 16, 10]), ("b", second.map { $0 })))
    let interval = try found.rankBiserialInterval.get()
    #expect(deviation(found.rankBiserial, from: expected.r) < 1e-14)
    #expect(deviation(interval.lower, from: expected.lower) < 1e-12)
    #expect(deviation(interval.upper, from: expected.upper) < 1e-12)
  }

  @Test func saysWhyTheRankBiserialHasNoInterval() throws {
    func interval(_ differences: [Double]) throws -> Result<ConfidenceInterval, StatisticsError> {
      try WilcoxonSignedRank().apply(
        to: Pairs(("a", differences.map { $0 }), ("b", differences.map { _ in 0 }))
      ).rankBiserialInterval
    }
    #expect(
      try interval([1, 2]) == .failure(.undetermined("all differences have the same sign")))
    #expect(
      try interval([3, -1])
        == .failure(
          .undetermined("these few differences do not say how far it would vary")))
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
