import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

/// Proportions, their difference and ratio, and the odds ratio of two groups.
@Suite struct FourfoldTests {
  // statsmodels 0.15.0: contingency_tables.py; Wilson also by R's prop.test.
  @Test func agreesWithOtherPrograms() throws {
    var agreement = Agreement()
    for (table, row, expected) in try CountedTables.rows("contingency_tables_python")
      + CountedTables.rows("contingency_tables")
    {
      guard let statistic = row["statistic"],
        statistic.hasSuffix("_lower") || statistic.hasSuffix("_upper"),
        !statistic.hasPrefix("conditional")
      else { continue }
      let interval: ConfidenceInterval
      switch statistic.dropLast(6) {
      case "wilson", "agresti_coull":
        var proportions = Proportions()
        if statistic.hasPrefix("agresti") { proportions.interval = .agrestiCoull }
        let place = try #require(Int(row["row"] ?? "")) - 1
        interval = try proportions.apply(to: table).groups[place].interval
      case "katz": interval = try RiskRatio().apply(to: table).interval
      case let name:
        var (difference, ratio) = (RiskDifference(), OddsRatio())
        switch name {
        case "newcombe": difference.interval = .newcombe
        case "agresti_caffo": difference.interval = .agrestiCaffo
        case "wald": difference.interval = .wald
        case "woolf": ratio.interval = .woolf
        default: ratio.interval = .haldaneAnscombe
        }
        interval =
          ["woolf", "haldane_anscombe"].contains(name)
          ? try ratio.apply(to: table).interval : try difference.apply(to: table).interval
      }
      let found = statistic.hasSuffix("lower") ? interval.lower : interval.upper
      // Limits that are 0 or 1 but for the other program's rounding, or beyond what can be.
      if expected.magnitude < 1e-12 {
        #expect(found.magnitude < 1e-12, "\(row)")
      } else if expected.magnitude > 1,
        !["woolf", "haldane_anscombe", "katz"].contains(statistic.dropLast(6))
      {
        #expect(found.magnitude == 1, "\(row)")
      } else {
        agreement.compare(found, with: expected, at: "\(row)")
      }
    }
    #expect(agreement.count > 130)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Intervals of proportions, their difference and ratio, and of the odds ratio",
      against:
        "statsmodels 0.15.0 proportion_confint, confint_proportions_2indep; R 4.2.2 prop.test",
      agreement)
  }

  // R 4.2.2: odds ratio, Woolf's interval, ratio and difference written out.
  @Test func agreesWithTheReference() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/contingency.csv")
    where row["args"]?.hasSuffix("2x2") == true {
      let table = try CountedTables.reference(row["dataset"] ?? "", row["args"] ?? "")
      let odds = try OddsRatio().apply(to: table)
      let value: Double
      switch (row["statistic"], row["row"]) {
      case ("odds_ratio_sample", _): value = odds.estimate
      case ("odds_ratio_wald_ci95", "lower"): value = odds.interval.lower
      case ("odds_ratio_wald_ci95", "upper"): value = odds.interval.upper
      case ("risk_ratio_rows", _): value = try RiskRatio().apply(to: table).estimate
      case ("risk_diff_rows", _): value = try RiskDifference().apply(to: table).estimate
      default: continue
      }
      agreement.compare(value, with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
    }
    #expect(agreement.count == 10)
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Odds ratio, ratio and difference of proportions", against: "R 4.2.2, formulas written out",
      agreement)
  }

  /// Groups the other way round turn ratios over and differences round; the other answer too.
  @Test func turnsRound() throws {
    let (one, other) = (CountedTables.table("12 5|7 20"), CountedTables.table("7 20|12 5"))
    let (odds, turned) = (try OddsRatio().apply(to: one), try OddsRatio().apply(to: other))
    #expect(deviation(odds.estimate * turned.estimate, from: 1) < 1e-14)
    #expect(deviation(odds.interval.lower * turned.interval.upper, from: 1) < 1e-14)
    for interval in RiskDifference.Interval.allCases {
      var (first, second) = (RiskDifference(), RiskDifference())
      (first.interval, second.interval, second.event) = (interval, interval, "c2")
      let (left, right) = (try first.apply(to: one), try second.apply(to: one))
      #expect(deviation(left.estimate, from: -right.estimate) < 1e-14)
      #expect(deviation(left.interval.lower, from: -right.interval.upper) < 1e-12)
      #expect(
        deviation(left.interval.upper, from: -(try first.apply(to: other).interval.lower)) < 1e-12)
    }
    #expect(
      deviation(
        try RiskRatio().apply(to: one).estimate * (try RiskRatio().apply(to: other).estimate),
        from: 1) < 1e-14)
  }

  /// Nobody, or everybody, is an answer like any other for proportions and their difference.
  @Test func takesGroupsInWhichNobodyGaveIt() throws {
    let nobody = CountedTables.table("0 10|0 12")
    let difference = try RiskDifference().apply(to: nobody)
    #expect(difference.estimate == 0)
    #expect(difference.interval.lower < -0.2 && difference.interval.upper > 0.2)
    #expect(
      try Proportions().apply(to: nobody).groups.allSatisfy {
        $0.interval.lower == 0 && $0.interval.upper > 0.2
      })
    let found = #expect(throws: StatisticsError.self) { try RiskRatio().apply(to: nobody) }
    #expect(found?.description == "nobody in 'r1' gave 'c1', and 0 has no ratio")
    #expect(throws: StatisticsError.self) { try OddsRatio().apply(to: nobody) }
    #expect(throws: StatisticsError.self) {
      try RiskRatio().apply(to: CountedTables.table("9 0|7 0"))
    }
    #expect(throws: StatisticsError.self) {
      try RiskDifference().apply(to: CountedTables.table("0 0|7 2"))
    }
    #expect(throws: StatisticsError.self) {
      try RiskDifference().apply(to: CountedTables.table("1 2|7 2|3 3"))
    }
    #expect(throws: StatisticsError.self) {
      try RiskDifference().apply(to: CountedTables.table("1 2 2|7 2 1"))
    }
    var named = RiskDifference()
    named.event = "c3"
    #expect(
      try named.apply(to: CountedTables.table("1 2 2|7 2 1")).proportions == GroupPair(0.4, 0.1))
    named.event = "no such"
    #expect(throws: StatisticsError.self) { try named.apply(to: nobody) }
  }

  /// Exactly, over all that could be found: Newcombe's interval of two small groups covers about as
  /// often as it says, Wald's far less.
  @Test func coversAsOftenAsItSays() throws {
    func choose(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    func power(_ base: Double, _ n: Int) -> Double {
      (0..<n).reduce(1.0) { product, _ in product * base }
    }
    var covered: [RiskDifference.Interval: Double] = [:]
    let (n, m, p, q) = (12, 15, 0.15, 0.05)
    for a in 0...n {
      for c in 0...m {
        let table = CountedTables.table("\(a) \(n - a)|\(c) \(m - c)")
        let probability =
          choose(n, a) * power(p, a) * power(1 - p, n - a) * choose(m, c) * power(q, c)
          * power(1 - q, m - c)
        for interval in RiskDifference.Interval.allCases {
          var procedure = RiskDifference()
          procedure.interval = interval
          let found = try procedure.apply(to: table).interval
          if found.lower <= p - q, p - q <= found.upper {
            covered[interval, default: 0] += probability
          }
        }
      }
    }
    #expect(try #require(covered[.newcombe]) > 0.93)
    #expect(try #require(covered[.agrestiCaffo]) > 0.93)
    #expect(try #require(covered[.wald]) < 0.93)
  }
}
