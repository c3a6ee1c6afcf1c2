import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct McNemarTestTests {
  private static let names: Set = [
    "mcnemar_chi", "mcnemar_p", "mcnemar_chi_cc", "mcnemar_p_cc", "mcnemar_p_exact",
    "mcnemar_p_mid", "odds_ratio", "odds_ratio_low", "odds_ratio_high", "difference",
    "newcombe_low", "newcombe_high", "agresti_min_low", "agresti_min_high",
  ]

  private func value(_ statistic: String?, of pairs: Pairs) throws -> Double? {
    let found = try McNemarTest().apply(to: pairs)
    var procedure = McNemarTest()
    procedure.interval = .agrestiMin
    let other = try procedure.apply(to: pairs).differenceInterval
    return switch statistic {
    case "mcnemar_chi": try found.tests.get().chiSquare
    case "mcnemar_p": try found.tests.get().pValue
    case "mcnemar_chi_cc": try found.tests.get().continuityChiSquare
    case "mcnemar_p_cc": try found.tests.get().continuityPValue
    case "mcnemar_p_exact": try found.tests.get().exactPValue
    case "mcnemar_p_mid": try found.tests.get().midPValue
    case "odds_ratio": found.oddsRatio.value
    case "odds_ratio_low": found.oddsRatioLower.value
    case "odds_ratio_high": found.oddsRatioUpper.value
    case "difference": found.difference
    case "newcombe_low": found.differenceInterval.lower
    case "newcombe_high": found.differenceInterval.upper
    case "agresti_min_low": other.lower
    default: other.upper
    }
  }

  // R 4.2.2 mcnemar.test, binom.test, prop.test, formulas written out; statsmodels 0.15.0.
  @Test func agreesWithRAndStatsmodels() throws {
    for (file, program, count) in [
      ("repeated", "R 4.2.2 mcnemar.test, binom.test, formulas written out", 84),
      ("repeated_python", "statsmodels 0.15.0 mcnemar", 30),
    ] {
      var agreement = Agreement()
      for data in try RepeatedData.all(file, Self.names) {
        let pairs = try data.changes
        for row in data.rows {
          agreement.compare(try value(row["statistic"], of: pairs), with: row)
        }
      }
      #expect(agreement.count == count)
      #expect(agreement.largest < 1e-9, "\(agreement)")
      try Verification.record(
        file == "repeated"
          ? "McNemar's test, odds ratio and difference of shares"
          : "McNemar's test, odds ratio and difference of shares, a second program",
        against: program, agreement)
    }
  }

  // Fagerland, Lydersen & Laake (2013, 2014), of Bentur et al. (2009): 1, 1, 7, 12.
  @Test func agreesWithAPublishedExample() throws {
    let pairs = try RepeatedData(
      dataset: "", columns: ["1", "1", "7", "12"], rows: []
    ).changes
    let found = try McNemarTest().apply(to: pairs)
    let tests = try found.tests.get()
    let rounded = [
      tests.pValue, tests.continuityPValue, tests.exactPValue, tests.midPValue,
      found.differenceInterval.lower, found.differenceInterval.upper,
    ].map { ($0 * 1000).rounded() / 1000 }
    #expect(rounded == [0.034, 0.077, 0.070, 0.039, -0.507, -0.026])
  }

  // The formula written out in R 4.2.2; statsmodels 0.15.0 cochrans_q.
  @Test func agreesOnCochransQ() throws {
    var agreement = Agreement()
    for file in ["repeated", "repeated_python"] {
      for data in try RepeatedData.all(file, ["cochran_q", "cochran_p"]) {
        let found = try CochranQ().apply(to: data.measures)
        for row in data.rows {
          agreement.compare(row["statistic"] == "cochran_q" ? found.q : found.pValue, with: row)
        }
      }
    }
    #expect(agreement.count == 12)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Cochran's Q", against: "the formula written out in R 4.2.2, statsmodels 0.15.0 cochrans_q",
      agreement)
  }

  /// Q of two occasions is McNemar's chi-square; of any number it is Friedman's.
  @Test func meetsItsRelatives() throws {
    let columns = ["T1", "T2", "T3", "T8"]
    let data = try RepeatedData(dataset: "binary", columns: columns, rows: []).measures
    let q = try CochranQ().apply(to: data)
    let friedman = try FriedmanTest().apply(to: data)
    #expect(deviation(q.q, from: friedman.chiSquare) < 1e-12)
    #expect(deviation(q.concordance, from: friedman.concordance) < 1e-12)
    let two = try RepeatedData(dataset: "binary", columns: ["T1", "T8"], rows: []).measures
    let tests = try McNemarTest().apply(to: two.pair(0, 1)).tests.get()
    #expect(deviation(try CochranQ().apply(to: two).q, from: tests.chiSquare) < 1e-12)
    #expect(deviation(try CochranQ().apply(to: two).pValue, from: tests.pValue) < 1e-12)
  }

  @Test func turnsWithTheOrder() throws {
    let data = try RepeatedData(dataset: "binary", columns: ["T1", "T8"], rows: []).measures
    let (one, other) = (
      try McNemarTest().apply(to: data.pair(0, 1)), try McNemarTest().apply(to: data.pair(1, 0))
    )
    #expect(one.difference == -other.difference)
    #expect(abs(one.differenceInterval.lower + other.differenceInterval.upper) < 1e-14)
    #expect(one.tests == other.tests)
    let (ratio, back) = (one.oddsRatio.value ?? 0, other.oddsRatio.value ?? 0)
    #expect(deviation(ratio * back, from: 1) < 1e-14)
  }

  @Test func correctsOverAllPairs() throws {
    let columns = ["T1", "T2", "T3"]
    let data = try RepeatedData(dataset: "binary", columns: columns, rows: []).measures
    let found = try McNemarComparisons().apply(to: data)
    let plain = try data.pairs.map { try McNemarTest().apply(to: $0).tests.get().exactPValue }
    #expect(found.pairs.map(\.adjustedPValue) == FamilyCorrection.holm.adjusted(plain))
  }

  @Test func saysWhatCannotBeHad() throws {
    // Everybody who changes changes one way.
    let oneWay = try McNemarTest().apply(to: Pairs(("a", [1, 1, 1, 0]), ("b", [0, 0, 1, 0])))
    #expect(oneWay.oddsRatio.value == nil && oneWay.oddsRatioUpper.value == nil)
    #expect(try #require(oneWay.oddsRatioLower.value) > 0)
    #expect(try oneWay.tests.get().exactPValue == 0.5)
    // Nobody changes: a difference of 0 with its interval, and no test.
    let still = try McNemarTest().apply(to: Pairs(("a", [1, 0, 1]), ("b", [1, 0, 1])))
    #expect(throws: StatisticsError.undetermined("nobody's answer changes")) {
      try still.tests.get()
    }
    #expect(still.difference == 0 && still.differenceInterval.upper > 0)
    // As many one way as the other: mid-p is at most 1.
    let even = try McNemarTest().apply(to: Pairs(("a", [1, 0]), ("b", [0, 1]))).tests.get()
    #expect(even.exactPValue == 1 && even.midPValue <= 1 && even.continuityChiSquare == 0)
  }

  @Test(
    arguments: [
      ([[1, 1], [1, 1]], StatisticsError.noVariance(in: "the answer")),
      (
        [[1, 2], [3, 1]],
        .undetermined("it is for answers of two kinds, and there are 3 different values")
      ),
      ([[1, 1], [0, 0]], .undetermined("nobody's answer changes")),
      ([[1, 0]], .tooFew(.cases, found: 1, needed: 2)),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNoQ(scores: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) { try CochranQ().apply(to: RepeatedData.people(scores)) }
  }

  @Test func cautionsWhereFewChange() throws {
    let found = try CochranQ().apply(to: RepeatedData.people([[1, 0, 1], [1, 1, 1], [0, 0, 1]]))
    #expect(found.cautions.map(\.id) == ["few-changes"])
    #expect(found.changing == 2)
  }
}
