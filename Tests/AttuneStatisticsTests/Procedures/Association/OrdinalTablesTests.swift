import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Foundation
import Testing

/// Trends, measures of ordered association, and the proportional-odds model.
@Suite struct OrdinalTablesTests {
  // R 4.2.2: prop.trend.test.
  @Test func trendsAgreeWithR() throws {
    var agreement = Agreement()
    for (table, row, expected) in try CountedTables.rows("contingency_tables")
    where row["statistic"]?.hasPrefix("trend") == true {
      let found = try CochranArmitage().apply(to: table)
      // No trend but for R's rounding.
      if row["statistic"] == "trend_chi_square", expected < 1e-20 {
        #expect(found.z == 0)
        continue
      }
      agreement.compare(
        row["statistic"] == "trend_p" ? found.pValue : found.z * found.z, with: expected,
        at: "\(row)")
    }
    #expect(agreement.count == 19)
    // R fits a line and loses some digits of a trend that is almost 0.
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Cochran-Armitage test for trend", against: "R 4.2.2 prop.trend.test", agreement)
  }

  /// Of two by two it is the chi-square test; one side is the half of both; scores move no p.
  @Test func trendsAreChiSquareOfTwo() throws {
    let table = CountedTables.table("30 12|25 44")
    let found = try CochranArmitage().apply(to: table)
    #expect(
      deviation(found.z * found.z, from: try ChiSquareTest().apply(to: table).chiSquare) < 1e-13)
    #expect(found.z > 0)
    #expect(try CochranArmitage().apply(to: CountedTables.table("25 44|30 12")).z < 0)
    var greater = CochranArmitage()
    greater.alternative = .greater
    #expect(deviation(2 * (try greater.apply(to: table).pValue), from: found.pValue) < 1e-13)
    let three = CountedTables.table("5 3|4 6|2 9")
    var scored = CochranArmitage()
    scored.scores = [10, 20, 30]
    #expect(
      deviation(try scored.apply(to: three).z, from: try CochranArmitage().apply(to: three).z)
        < 1e-13)
    #expect(
      deviation(
        try CochranArmitage().apply(to: three.transposed).z,
        from: try CochranArmitage().apply(to: three).z) < 1e-13)
    // A place nobody is in keeps its distance.
    scored.scores = [1, 3]
    #expect(
      deviation(
        try CochranArmitage().apply(to: CountedTables.table("5 3|0 0|4 6")).z,
        from: try scored.apply(to: CountedTables.table("5 3|4 6")).z) < 1e-13)
    scored.scores = [1, 2, 3]
    #expect(throws: StatisticsError.self) { try scored.apply(to: table) }
    #expect(throws: StatisticsError.self) {
      try CochranArmitage().apply(to: CountedTables.table("1 2 3|3 2 1|1 1 1"))
    }
  }

  // R 4.2.2, and the delta method by mpmath.
  @Test func measuresAgreeWithOtherPrograms() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/contingency.csv") {
      let name = ["goodman_kruskal_gamma": 0, "kendall_tau_b": 1, "somers_d_col_given_row": 2][
        row["statistic"] ?? ""]
      guard let name else { continue }
      let table = try CountedTables.reference(row["dataset"] ?? "", row["args"] ?? "")
      let found = try OrdinalAssociation().apply(to: table).estimates[name]
      agreement.compare(
        try #require(found.estimate.value), with: try #require(Double(row["value"] ?? "")),
        at: row["id"] ?? "")
    }
    #expect(agreement.count == 18)
    let names = ["gamma": 0, "tau_b": 1, "somers_column": 2, "somers_row": 3]
    for (table, row, expected) in try CountedTables.rows("contingency_tables_python") {
      let statistic = row["statistic"] ?? ""
      let isError = statistic.hasSuffix("_se")
      guard let name = names[isError ? String(statistic.dropLast(3)) : statistic] else { continue }
      let found = try OrdinalAssociation().apply(to: table).estimates[name]
      let value = try #require((isError ? found.standardError : found.estimate).value)
      if expected.magnitude < 1e-12 {
        #expect(value.magnitude < 1e-12)
      } else {
        agreement.compare(value, with: expected, at: "\(row)")
      }
    }
    #expect(agreement.count > 90)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Gamma, tau-b and Somers' d of tables, with standard errors",
      against: "R 4.2.2; the delta method by mpmath 1.3.0",
      agreement)
  }

  @Test func measuresTurnRound() throws {
    let table = CountedTables.table("12 7 3|4 9 11|6 6 6")
    let found = try OrdinalAssociation().apply(to: table).estimates
    let turned = try OrdinalAssociation().apply(to: CountedTables.table("3 7 12|11 9 4|6 6 6"))
      .estimates
    for (one, other) in zip(found, turned) {
      #expect(
        deviation(try #require(one.estimate.value), from: -(try #require(other.estimate.value)))
          < 1e-13)
      #expect(
        deviation(try one.interval.get().lower, from: -(try other.interval.get().upper)) < 1e-12)
    }
    let across = try OrdinalAssociation().apply(to: table.transposed).estimates
    #expect(
      deviation(try #require(across[3].estimate.value), from: try #require(found[2].estimate.value))
        < 1e-13)
    // Perfect order has no standard error, and no two people who differ on both have no gamma.
    let perfect = try OrdinalAssociation().apply(to: CountedTables.table("4 0|0 5")).estimates[0]
    #expect(perfect.estimate == .value(1))
    #expect(throws: StatisticsError.self) { try perfect.interval.get() }
  }

  // MASS 7.3-58.2 polr, statsmodels 0.15.0 OrderedModel.
  @Test func proportionalOddsAgreeWithOtherPrograms() throws {
    var (estimates, likelihoods) = (Agreement(), Agreement())
    for (table, row, expected) in try CountedTables.rows("contingency_tables")
      + CountedTables.rows("contingency_tables_python")
    {
      guard let statistic = row["statistic"],
        statistic.hasPrefix("polr") || statistic.hasPrefix("ordered_model")
      else { continue }
      let found = try ProportionalOdds().apply(to: table)
      let place = Int(row["row"] ?? "") ?? 2
      switch statistic {
      case "polr_coefficient", "ordered_model_coefficient":
        estimates.compare(found.effects[place - 2].logOddsRatio, with: expected, at: "\(row)")
      case "polr_se", "ordered_model_se":
        estimates.compare(found.effects[place - 2].standardError, with: expected, at: "\(row)")
      case "polr_threshold":
        estimates.compare(found.thresholds[place - 1], with: expected, at: "\(row)")
      case "polr_lr": likelihoods.compare(found.likelihoodRatio, with: expected, at: "\(row)")
      default: likelihoods.compare(found.logLikelihood, with: expected, at: "\(row)")
      }
    }
    #expect(estimates.count > 40 && likelihoods.count == 15)
    // Their searches and numerical second derivatives stop here; the exact maximum is below.
    #expect(estimates.largest < 1e-4, "\(estimates)")
    #expect(likelihoods.largest < 1e-9, "\(likelihoods)")
    try Verification.record(
      "Proportional-odds model: log odds ratios, standard errors, thresholds",
      against: "MASS 7.3-58.2 polr, statsmodels 0.15.0 OrderedModel", estimates)
    try Verification.record(
      "Proportional-odds model: likelihood, likelihood ratio",
      against: "MASS 7.3-58.2 polr, statsmodels 0.15.0 OrderedModel", likelihoods)
  }

  // The maximum of the likelihood and its curvature, to 17 digits by mpmath.
  @Test func proportionalOddsAreTheMaximum() throws {
    var agreement = Agreement()
    for (table, row, expected) in try CountedTables.rows("contingency_tables_python") {
      guard let statistic = row["statistic"], statistic.hasPrefix("mle") else { continue }
      let found = try ProportionalOdds().apply(to: table)
      let place = try #require(Int(row["row"] ?? ""))
      let value =
        switch statistic {
        case "mle_threshold": found.thresholds[place - 1]
        case "mle_coefficient": found.effects[place - 2].logOddsRatio
        default: found.effects[place - 2].standardError
        }
      agreement.compare(value, with: expected, at: "\(row)")
    }
    #expect(agreement.count == 30)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Proportional-odds model, exact",
      against: "mpmath 1.3.0, maximum and curvature of the likelihood",
      agreement)
  }

  /// Of two answers it is the odds ratio with Woolf's interval; the other group first turns it over.
  @Test func proportionalOddsOfTwoAnswersIsTheOddsRatio() throws {
    let table = CountedTables.table("20 12|5 7")
    let effect = try ProportionalOdds().apply(to: table).effects[0]
    let odds = try OddsRatio().apply(to: table)
    #expect(deviation(effect.oddsRatio, from: odds.estimate) < 1e-10)
    #expect(deviation(effect.interval.lower, from: odds.interval.lower) < 1e-10)
    let turned = try ProportionalOdds().apply(to: CountedTables.table("5 7|20 12"))
    #expect(deviation(turned.effects[0].oddsRatio, from: 1 / effect.oddsRatio) < 1e-10)
    #expect(
      deviation(turned.likelihoodRatio, from: try ChiSquareTest().apply(to: table).likelihoodRatio)
        < 1e-9)
  }

  /// Where groups do not overlap there is no finite ratio, and nothing is fitted.
  @Test func proportionalOddsReportsSeparation() throws {
    for (text, words) in [
      ("5 0 0|2 3 1", "everybody in 'r1' gave 'c1'"),
      ("2 3 0|0 3 4|0 0 2", "everybody in 'r3' gave 'c3'"),
      ("2 3 0 0|0 0 4 1", "below and above"), ("4 2 0|0 3 5", "below and above 'c2'"),
    ] {
      let found = #expect(throws: StatisticsError.self) {
        try ProportionalOdds().apply(to: CountedTables.table(text))
      }
      #expect(found?.description.contains(words) == true, "\(text): \(found?.description ?? "")")
      #expect(found?.description.hasSuffix("(separation)") == true)
    }
    // A group wholly in the middle is no separation where another spans it.
    let middle = try ProportionalOdds().apply(to: CountedTables.table("4 2 3|0 5 0"))
    #expect(middle.effects[0].logOddsRatio.isFinite)
  }

  /// The likelihood-ratio test rejects 5 in 100 where groups do not differ, and the interval of the
  /// odds ratio covers 1 in 95.
  @Test func proportionalOddsKeepTheirErrorRate() throws {
    var generator = SeededGenerator(seed: 11)
    var (rejected, covered, runs) = (0, 0, 0)
    for _ in 0..<1000 {
      var counts = Array(repeating: Array(repeating: 0, count: 4), count: 2)
      for person in 0..<80 { counts[person % 2][min(3, generator.number(below: 6))] += 1 }
      let table = ContingencyTable(
        names: GroupPair("a", "b"), categories: GroupPair(["1", "2"], ["1", "2", "3", "4"]),
        counts: counts)
      guard let found = try? ProportionalOdds().apply(to: table) else { continue }
      runs += 1
      if found.pValue < 0.05 { rejected += 1 }
      if found.effects[0].interval.lower <= 1, found.effects[0].interval.upper >= 1 { covered += 1 }
    }
    #expect(runs > 990)
    let error = 4 * (0.05 * 0.95 / Double(runs)).squareRoot()
    #expect(abs(Double(rejected) / Double(runs) - 0.05) < error)
    #expect(abs(Double(covered) / Double(runs) - 0.95) < error)
  }
}
