import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

/// Fisher's exact test of tables of any size, and the odds ratio given the margins.
@Suite struct FisherExactTestTests {
  // R 4.2.2: fisher.test, two-sided of 17 tables and one-sided of those of two by two.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for (table, row, expected) in try CountedTables.rows("contingency_tables") {
      var test = FisherExactTest()
      switch row["statistic"] {
      case "fisher_p": break
      case "fisher_p_less": test.alternative = .less
      case "fisher_p_greater": test.alternative = .greater
      default: continue
      }
      let found = try test.apply(to: table)
      #expect(found.way == .exact)
      agreement.compare(found.pValue, with: expected, at: "\(row)")
    }
    for row in try Golden.rows("statistics/contingency.csv")
    where ["fisher_p", "fisher_p_less", "fisher_p_greater", "fisher_freeman_halton_p"].contains(
      row["statistic"])
    {
      var test = FisherExactTest()
      if row["statistic"] == "fisher_p_less" { test.alternative = .less }
      if row["statistic"] == "fisher_p_greater" { test.alternative = .greater }
      let table = try CountedTables.reference(row["dataset"] ?? "", row["args"] ?? "")
      agreement.compare(
        try test.apply(to: table).pValue, with: try #require(Double(row["value"] ?? "")),
        at: row["id"] ?? "")
    }
    #expect(agreement.count > 30)
    // R's fisher.test of larger tables adds up in the units of its workspace.
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record("Fisher's exact test", against: "R 4.2.2 fisher.test", agreement)
  }

  // Every table with the same margins, in fractions; the odds ratio given the margins by mpmath.
  @Test func agreesWithEveryTableWrittenOut() throws {
    var (exact, ratios) = (Agreement(), Agreement())
    for (table, row, expected) in try CountedTables.rows("contingency_tables_python") {
      var midP = FisherExactTest()
      midP.isMidP = true
      let ratio = try? ConditionalOddsRatio().apply(to: table)
      switch row["statistic"] {
      case "fisher_p":
        exact.compare(try FisherExactTest().apply(to: table).pValue, with: expected, at: "\(row)")
      case "fisher_mid_p":
        exact.compare(try midP.apply(to: table).pValue, with: expected, at: "\(row)")
      case "fisher_point":
        exact.compare(
          try FisherExactTest().apply(to: table).pointProbability, with: expected, at: "\(row)")
      case "conditional_odds_ratio":
        ratios.compare(try #require(ratio?.estimate.value), with: expected, at: "\(row)")
      case "conditional_lower":
        ratios.compare(try #require(ratio?.lower.value), with: expected, at: "\(row)")
      case "conditional_upper":
        ratios.compare(try #require(ratio?.upper.value), with: expected, at: "\(row)")
      default: continue
      }
    }
    #expect(exact.count == 45)
    #expect(exact.largest < 1e-11, "\(exact)")
    #expect(ratios.count == 18)
    #expect(ratios.largest < 1e-10, "\(ratios)")
    try Verification.record(
      "Fisher's exact test and its mid-p",
      against: "every table with the same margins, in fractions", exact)
    try Verification.record(
      "Odds ratio given the margins", against: "mpmath 1.3.0, conditional likelihood and tails",
      ratios)
  }

  /// Which side is first does not matter; for the odds ratio it turns it over.
  @Test func doesNotDependOnTheOrder() throws {
    let table = CountedTables.table("12 7 3|4 9 11|6 6 6")
    let p = try FisherExactTest().apply(to: table).pValue
    for other in [table.transposed, CountedTables.table("6 6 6|3 12 7|11 4 9")] {
      #expect(deviation(try FisherExactTest().apply(to: other).pValue, from: p) < 1e-12)
    }
    let one = try ConditionalOddsRatio().apply(to: CountedTables.table("12 5|7 20"))
    let other = try ConditionalOddsRatio().apply(to: CountedTables.table("7 20|12 5"))
    #expect(
      deviation(try #require(other.estimate.value), from: 1 / (try #require(one.estimate.value)))
        < 1e-12)
    #expect(
      deviation(try #require(other.lower.value), from: 1 / (try #require(one.upper.value))) < 1e-12)
    // Both sides of p overlap in the table found.
    var (less, greater) = (FisherExactTest(), FisherExactTest())
    (less.alternative, greater.alternative) = (.less, .greater)
    let fourfold = CountedTables.table("12 5|7 20")
    let found = try less.apply(to: fourfold)
    #expect(
      deviation(
        found.pValue + (try greater.apply(to: fourfold).pValue), from: 1 + found.pointProbability)
        < 1e-13)
  }

  /// An empty cell has no upper limit, and says so.
  @Test func givesNoInfiniteOddsRatio() throws {
    let found = try ConditionalOddsRatio().apply(to: CountedTables.table("10 0|0 7"))
    #expect(found.estimate.value == nil && found.upper.value == nil)
    #expect(try #require(found.lower.value) > 1)
    let turned = try ConditionalOddsRatio().apply(to: CountedTables.table("0 10|7 0"))
    #expect(turned.estimate == .value(0) && turned.lower == .value(0))
    #expect(
      deviation(try #require(turned.upper.value), from: 1 / (try #require(found.lower.value)))
        < 1e-12)
  }

  /// What is too large to go through is drawn from, the same with the same seed, near the exact p.
  @Test func drawsFromWhatIsTooLarge() throws {
    let table = CountedTables.table("12 7 3|4 9 11|6 6 6")
    let exact = try FisherExactTest().apply(to: table)
    var drawn = FisherExactTest()
    (drawn.affordable, drawn.sampling) = (10, Resampling(count: 20_000, seed: 3))
    let found = try drawn.apply(to: table)
    guard case .sampled(_, let error) = found.way else {
      Issue.record("nothing was drawn")
      return
    }
    #expect(abs(found.pValue - exact.pValue) < 4 * error)
    #expect(found.cautions.map(\.id) == ["sampled-tables"])
    #expect(found == (try drawn.apply(to: table)))
    drawn.sampling.seed = 4
    #expect(found.pValue != (try drawn.apply(to: table).pValue))
  }

  /// A large table of many people is gone through, or drawn from, in any case answered.
  @Test func answersLargeTables() throws {
    var test = FisherExactTest()
    (test.sampling.count, test.affordable) = (2000, 100_000)
    let large = try test.apply(
      to: CountedTables.table("68 20 15 5|119 84 54 29|26 17 14 14|7 94 10 16"))
    #expect(large.pValue < 0.001)
  }

  @Test func saysWhyThereIsNone() {
    for text in ["0 0|0 0", "5 3|0 0", "1 0|0 0", "9 0|0 0"] {
      #expect(throws: StatisticsError.self) {
        try FisherExactTest().apply(to: CountedTables.table(text))
      }
      #expect(throws: StatisticsError.self) {
        try ConditionalOddsRatio().apply(to: CountedTables.table(text))
      }
    }
    var less = FisherExactTest()
    less.alternative = .less
    #expect(throws: StatisticsError.self) { try less.apply(to: CountedTables.table("5 3 2|1 4 6")) }
  }

  /// The test is never more liberal than it says; the mid-p is nearer to it.
  ///
  /// Over all tables of two groups of 15 with a common share, exactly.
  @Test func keepsItsErrorRate() throws {
    func choose(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    var midP = FisherExactTest()
    midP.isMidP = true
    let share = 0.4
    var (plain, mid) = (0.0, 0.0)
    for a in 0...15 {
      for c in 0...15 where (1..<30).contains(a + c) {
        let table = CountedTables.table("\(a) \(15 - a)|\(c) \(15 - c)")
        var probability = choose(15, a) * choose(15, c)
        for _ in 0..<(a + c) { probability *= share }
        for _ in 0..<(30 - a - c) { probability *= 1 - share }
        if try FisherExactTest().apply(to: table).pValue <= 0.05 { plain += probability }
        if try midP.apply(to: table).pValue <= 0.05 { mid += probability }
      }
    }
    #expect(plain < 0.05 && plain > 0.005)
    #expect(mid > plain && mid < 0.06)
  }
}
