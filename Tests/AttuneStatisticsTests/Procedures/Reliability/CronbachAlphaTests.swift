import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct CronbachAlphaTests {
  // R 4.2.2, psych 2.2.9 and formulas written out in R: 14 scales of 7 data sets.
  @Test func agreesWithR() throws {
    let rows = try Golden.rows("statistics/alpha.csv")
    var agreement = Agreement()
    for (key, rows) in Dictionary(grouping: rows, by: { [$0["dataset"] ?? "", $0["args"] ?? ""] }) {
      let items = try GoldenData.scale(key[1], of: key[0]).complete(.listwise)
      let outcomes = try Dictionary(
        uniqueKeysWithValues: ["90", "95", "99"].map { level in
          var alpha = CronbachAlpha()
          alpha.level = try #require(ConfidenceLevel(rawValue: (Double(level) ?? 0) / 100))
          return (level, try alpha.apply(to: items))
        })
      let outcome = try #require(outcomes["95"])
      for row in rows {
        let statistic = row["statistic"] ?? ""
        let name = row["row"] ?? ""
        // For two items psych gives a regression slope in place of an alpha.
        if statistic == "alpha_raw_if_dropped", items.itemCount == 2 { continue }
        let value: Double?
        if statistic.hasPrefix("ci") {
          let interval = try outcomes[String(statistic.dropFirst(2).prefix(2))]?.interval.get()
          value = statistic.hasSuffix("lower") ? interval?.lower : interval?.upper
        } else {
          value = Self.value(statistic, name, in: outcome)
        }
        agreement.compare(
          try #require(value, "\(row)"), with: try #require(Double(row["value"] ?? "")),
          at: "\(key) \(statistic) \(name)")
      }
    }
    // Closed forms; the limits of the interval go through a quantile.
    #expect(agreement.count > 500)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Cronbach's alpha, its items and Feldt's interval",
      against: "R 4.2.2, psych 2.2.9 alpha; formulas written out", agreement)
  }

  private static func value(
    _ statistic: String, _ name: String, in outcome: CronbachAlpha.Outcome
  ) -> Double? {
    let item = outcome.items.first { $0.name == name }
    switch (statistic, name) {
    case ("n", _): return Double(outcome.account.used)
    case ("alpha_raw", _): return outcome.estimate
    case ("alpha_std", _): return outcome.standardised
    case ("median_interitem_r", _): return outcome.interItem.median
    case ("interitem_r_mean_min_max_var", "mean"): return outcome.interItem.mean
    case ("interitem_r_mean_min_max_var", "min"): return outcome.interItem.minimum
    case ("interitem_r_mean_min_max_var", "max"): return outcome.interItem.maximum
    case ("alpha_raw_if_dropped", _): return item?.alphaIfLeftOut.value
    case ("item_rest_r", _): return item?.itemRestCorrelation.value
    case ("item_mean", _): return item?.mean
    case ("item_sd", _): return item?.standardDeviation
    default: return nil
    }
  }

  // Hoyt (1941): alpha from the mean squares of a two-way analysis of variance, R 4.2.2 `aov`.
  @Test func agreesWithTheAnalysisOfVariance() throws {
    var agreement = Agreement()
    for (scale, rows) in try GoldenData.scales("alpha_by_anova") {
      let outcome = try CronbachAlpha().apply(to: scale.items())
      for row in rows {
        let value =
          row["statistic"] == "hoyt_anova_alpha" ? outcome.estimate : outcome.interItem.mean
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
      }
    }
    #expect(agreement.count == 26)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Cronbach's alpha by analysis of variance", against: "R 4.2.2 aov; psych 2.2.9 alpha",
      agreement)
  }

  // R 4.2.2, psych 2.2.9 `alpha`, `cor` and `cov` with pairwise cases: 2 scales with missing answers.
  @Test func agreesWithROnPairsOfItems() throws {
    var agreement = Agreement()
    for (scale, rows) in try GoldenData.scales("alpha_pairwise") {
      let items = try PairwiseItems(GoldenData.scale(scale.arguments, of: scale.dataset))
      let outcome = try CronbachAlpha().apply(to: items)
      for row in rows {
        let (statistic, name) = (row["statistic"] ?? "", row["row"] ?? "")
        let k = Double(items.itemCount)
        let value: Double? =
          switch statistic {
          case "n": Double(items.account.total)
          case "n_any_valid": Double(items.account.used)
          case "n_min_pair": Double(items.pairCounts.lowerBound)
          case "alpha_std_from_pairwise_r": outcome.standardised
          case "interitem_cov_mean":
            (items.covariance.sum - items.covariance.trace) / (k * (k - 1))
          default: Self.value(statistic, name, in: outcome)
          }
        agreement.compare(
          try #require(value, "\(row)"), with: try #require(Double(row["value"] ?? "")),
          at: "\(scale) \(statistic) \(name)")
      }
      let interval = try outcome.interval.get()
      #expect(interval.lower < outcome.estimate && outcome.estimate < interval.upper)
    }
    #expect(agreement.count == 56)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Cronbach's alpha of pairs of items",
      against: "R 4.2.2, psych 2.2.9 alpha; cov and cor with pairwise cases", agreement)
  }

  @Test func hasNoBootstrapIntervalOfPairs() throws {
    var alpha = CronbachAlpha()
    alpha.interval = .bca
    let items = try PairwiseItems(
      ReliabilityData.scores([[1, 2, 3, nil], [2, 1, 3, 4], [1, 2, 4, 5]]))
    let outcome = try alpha.apply(to: items)
    #expect(throws: StatisticsError.self) { try outcome.interval.get() }
  }

  // Pairs of items that people could not have given together.
  @Test func saysWhereCovariancesOfPairsContradictOneAnother() throws {
    let items = try PairwiseItems(
      ReliabilityData.scores([
        [1, 5, nil, nil, 1, 5], [5, 1, 1, 5, nil, nil], [nil, nil, 5, 1, 5, 1],
      ]))
    let error = #expect(throws: StatisticsError.self) { try CronbachAlpha().apply(to: items) }
    #expect(error?.description.contains("contradict one another") == true)
  }

  // R 4.2.2: items without variance left out by name, then complete cases.
  @Test func leavesOutWhatTellsNothing() throws {
    let rows = try Golden.rows("statistics/degenerate.csv")
    let alphas = rows.filter { $0["statistic"] == "alpha_raw_listwise_usable_items" }
    #expect(alphas.count == 9)
    var agreement = Agreement()
    for row in alphas {
      let arguments = row["args"] ?? ""
      let names = arguments.drop { $0 != "=" }.split(separator: "items=").last ?? ""
      let items = try GoldenData.scores(
        names.split(separator: " ").map(String.init), of: "likert_degenerate"
      ).complete(.listwise)
      let outcome = try CronbachAlpha().apply(to: items)
      agreement.compare(
        outcome.estimate, with: try #require(Double(row["value"] ?? "")), at: arguments)
      let count = rows.first {
        $0["args"] == arguments && $0["statistic"] == "n_complete_usable_items"
      }
      #expect(Double(outcome.account.used) == Double(count?["value"] ?? ""))
      #expect(
        outcome.cautions.filter { $0.id == "item-left-out" }.count
          == names.split(separator: " ").count - outcome.items.count)
    }
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Cronbach's alpha, items without variance left out", against: "R 4.2.2, formula written out",
      agreement)
  }

  @Test func doesNotDependOnTheOrderOfItemsOrOnConstants() throws {
    let names = ["A1", "A3", "A4", "A6"]
    let plain = try Self.alpha(names, of: "likert_clean") { $0 }
    let turned = try Self.alpha(names.reversed(), of: "likert_clean") { $0 }
    let shifted = try Self.alpha(names, of: "likert_clean") { $0 + 1e9 }
    #expect(deviation(turned.estimate, from: plain.estimate) < 1e-14)
    #expect(turned.items.map(\.name) == names.reversed())
    // The values with 1e9 added are exact, so that nothing but the arithmetic could differ.
    #expect(deviation(shifted.estimate, from: plain.estimate) < 1e-13)
    #expect(try deviation(shifted.interval.get().lower, from: plain.interval.get().lower) < 1e-12)
  }

  @Test func doesNotDependOnHowTheNumbersAreHeld() throws {
    let names = ["A1", "A3", "A4", "A6"]
    let bytes = try Self.alpha(names, of: "likert_clean") { $0 }
    let wide = try Self.alpha(names, of: "likert_clean") { $0 * 0.5 }
    #expect(deviation(wide.estimate, from: bytes.estimate) < 1e-13)
    #expect(deviation(wide.items[2].mean * 2, from: bytes.items[2].mean) < 1e-14)
  }

  @Test func ofTwoItemsWithEqualVariancesIsSpearmanBrown() throws {
    let outcome = try CronbachAlpha().apply(
      to: ReliabilityData.scores([[1, 2, 3, 4, 5], [2, 1, 3, 5, 4]]).complete(.forbid))
    let r = outcome.interItem.mean
    #expect(deviation(outcome.estimate, from: 2 * r / (1 + r)) < 1e-14)
    #expect(deviation(outcome.standardised, from: outcome.estimate) < 1e-14)
    #expect(outcome.cautions.map(\.id).contains("two-items"))
    #expect(outcome.items[0].alphaIfLeftOut == .unavailable("one item alone has no alpha"))
    #expect(outcome.items[0].itemRestCorrelation.value != nil)
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) {
      try CronbachAlpha().apply(to: ReliabilityData.scores(columns).complete(.listwise))
    }
  }

  @Test func isOneForPerfectCorrelation() throws {
    let column: [Double?] = [1, 4, 2, 8, 5, 7]
    let outcome = try CronbachAlpha().apply(
      to: ReliabilityData.scores([column, column, column]).complete(.forbid))
    #expect(abs(outcome.estimate - 1) < 1e-14)
    #expect(try abs(outcome.interval.get().lower - 1) < 1e-13)
    #expect(abs(outcome.standardised - 1) < 1e-14)
  }

  @Test func computesWithFewerCasesThanItems() throws {
    let outcome = try CronbachAlpha().apply(
      to: ReliabilityData.scores([[1, 2], [1, 3], [2, 5], [4, 5]]).complete(.forbid))
    #expect(outcome.estimate.isFinite)
    #expect(outcome.cautions.contains { $0.text.hasPrefix("2 cases are too few") })
  }

  @Test func asksAboutAnItemThatGoesAgainstTheRest() throws {
    let outcome = try CronbachAlpha().apply(
      to: try GoldenData.scores(["q1", "q2", "q3", "q4"], of: "tiny").complete(.listwise))
    #expect(outcome.estimate < 0)
    #expect(outcome.cautions.map(\.id) == ["negative-item", "negative-alpha", "few-cases"])
    #expect(outcome.cautions[0].subjects == ["q4"])
    #expect(outcome.cautions[0].text.contains("reversed"))
  }

  @Test func saysWhereTheRestOfTheScaleDoesNotVary() throws {
    let outcome = try CronbachAlpha().apply(
      to: ReliabilityData.scores([[1, 2, 3, 4], [4, 3, 2, 1], [1, 1, 2, 4]]).complete(.forbid))
    #expect(outcome.items[2].itemRestCorrelation.value == nil)
    #expect(outcome.items[2].alphaIfLeftOut.value == nil)
    #expect(outcome.items[0].itemRestCorrelation.value != nil)
  }

  @Test func givesATableOfTheScaleAndOneOfItsItems() throws {
    let tables = try CronbachAlpha().apply(
      to: try GoldenData.scores(["q1", "q2", "q3"], of: "tiny").complete(.listwise)
    ).tables
    #expect(tables.map(\.id) == ["reliability", "items"])
    #expect(
      tables[0].columns.map(\.name) == [
        "items", "n", "estimate", "conf_low", "conf_high", "estimate_std", "r_mean", "r_median",
        "r_min", "r_max",
      ])
    #expect(tables[1].rows.count == 3)
    #expect(tables[0].notes == ["8 cases, all used. Feldt interval, 95 %; r: between items."])
  }

  private static func alpha(
    _ names: [String], of dataset: String, _ transform: (Double) -> Double
  ) throws -> CronbachAlpha.Outcome {
    let columns = try names.map { try GoldenData.column($0, of: dataset).map { $0.map(transform) } }
    return try CronbachAlpha().apply(
      to: try ItemScores(names: names, columns: columns).complete(.listwise))
  }
}
