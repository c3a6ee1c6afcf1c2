import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct McDonaldOmegaTests {
  // R 4.2.2, lavaan 0.6-14 cfa(std.lv = TRUE, estimator = "ML"): 6 scales.
  @Test func agreesWithLavaan() throws {
    var agreement = Agreement()
    for (key, rows) in try GoldenData.scales("omega") {
      let outcome = try McDonaldOmega().apply(to: key.items())
      for row in rows where row["statistic"] != "omega_efa1_minres_std" {
        let item = outcome.items.first { $0.name == row["row"] }
        let value: Double? =
          switch row["statistic"] {
          case "omega_u_cfa_ml": outcome.estimate
          case "omega_u_cfa_obs_var": outcome.observedVariance
          case "omega_std_cfa_ml": outcome.standardised
          case "ave": outcome.averageVarianceExtracted
          case "maximal_reliability_H": outcome.coefficientH.value
          case "cfa1_lambda_unstd": item?.loading
          case "cfa1_theta_unstd": item?.uniqueVariance
          default: nil
          }
        agreement.compare(
          try #require(value), with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count > 110)
    // lavaan promises 1e-6 and was run to a gradient of 1e-14 for these values.
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "McDonald's omega, maximum likelihood", against: "R 4.2.2, lavaan 0.6-14 cfa", agreement)
  }

  // R 4.2.2, psych 2.2.9 fa(fm = "minres"): 6 scales.
  @Test func agreesWithPsychOnLeastSquares() throws {
    var agreement = Agreement()
    for (key, rows) in try GoldenData.scales("omega") {
      let outcome = try McDonaldOmega().apply(to: key.items())
      for row in rows where row["statistic"] == "omega_efa1_minres_std" {
        agreement.compare(
          try #require(outcome.leastSquares.value),
          with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count == 6)
    // psych's optimiser stops 1e-6 to 2e-5 from the best loadings; the coefficient is flat there.
    #expect(agreement.largest < 1e-5, "\(agreement)")
    try Verification.record(
      "McDonald's omega, least squares", against: "R 4.2.2, psych 2.2.9 fa(fm = 'minres')",
      agreement)
  }

  // Of three items the model fits exactly: l1 = sqrt(c12 c13 / c23), and so on.
  @Test func ofThreeItemsHasAClosedForm() throws {
    let items = try Self.items([[1, 2, 4, 3, 2, 5], [2, 1, 5, 2, 2, 3], [3, 3, 8, 5, 1, 4]])
    let covariance = items.covariance()
    let (c12, c13, c23) = (covariance[0, 1], covariance[0, 2], covariance[1, 2])
    let sum =
      (c12 * c13 / c23).squareRoot() + (c12 * c23 / c13).squareRoot()
      + (c13 * c23 / c12).squareRoot()
    let outcome = try McDonaldOmega().apply(to: items)
    #expect(deviation(outcome.estimate, from: sum * sum / covariance.sum) < 1e-10)
    #expect(deviation(outcome.observedVariance, from: outcome.estimate) < 1e-10)
  }

  @Test func doesNotDependOnOrderConstantsOrUnit() throws {
    let columns = try ["A1", "A3", "A4", "A6"].map {
      Array(try GoldenData.column($0, of: "likert_clean").prefix(80))
    }
    let plain = try McDonaldOmega().apply(to: Self.items(columns)).estimate
    let others: [[[Double?]]] = [
      columns.reversed(), columns.map { $0.map { $0.map { $0 + 1e9 } } },
      columns.map { $0.map { $0.map { $0 * 0.001 } } },
    ]
    for other in others {
      #expect(
        deviation(try McDonaldOmega().apply(to: Self.items(other)).estimate, from: plain) < 1e-9)
    }
  }

  @Test func asksAboutAnItemThatLoadsNegatively() throws {
    let outcome = try McDonaldOmega().apply(
      to: try GoldenData.scores(["A1", "A2", "A3", "A6"], of: "likert_clean").complete(.listwise))
    #expect(outcome.cautions.map(\.id).contains("negative-loading"))
    #expect(outcome.cautions.flatMap(\.subjects).contains("A2"))
  }

  @Test func givesTheLoadingsBesideTheCoefficient() throws {
    let tables = try McDonaldOmega().apply(
      to: GoldenData.scores(["A1", "A3", "A6"], of: "likert_clean").complete(.listwise)
    ).tables
    #expect(tables.map(\.id) == ["omega", "omega-others", "loadings"])
    #expect(tables[2].rows.count == 3)
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: expected) { try McDonaldOmega().apply(to: items) }
  }

  @Test(
    arguments: [
      ([[1, 2, 3, 5], [2, 1, 3, 4]], .tooFew(.items, found: 2, needed: 3)),
      (
        [[1, 2, 4], [2, 1, 5], [1, 2, 4]], .undetermined("one item follows exactly from the others")
      ),
      ([[1, 2], [2, 4], [1, 5]], .undetermined("one item follows exactly from the others")),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNoFactor(columns: [[Double?]], expected: StatisticsError) throws {
    #expect(throws: expected) { try McDonaldOmega().apply(to: Self.items(columns)) }
  }

  // R 4.2.2, lavaan 0.6-14: theta of the first item -0.326, four loadings, to three places.
  @Test func findsAHeywoodCaseAndSaysSo() throws {
    let outcome = try McDonaldOmega().apply(
      to: Self.items([
        [1, 2, 4, 3, 2, 5, 3], [2, 1, 5, 2, 2, 3, 4], [3, 3, 8, 5, 1, 4, 4],
        [1, 3, 4, 3, 2, 5, 2],
      ]))
    for (item, loading) in zip(outcome.items, [1.370, 0.759, 0.623, 1.041]) {
      #expect(abs(item.loading - loading) < 6e-4)
    }
    #expect(abs(outcome.items[0].uniqueVariance + 0.326) < 6e-4)
    #expect(outcome.cautions.map(\.id) == ["negative-unique-variance"])
  }

  private static func items(_ columns: [[Double?]]) throws -> CompleteItems {
    try ReliabilityData.scores(columns).complete(.forbid)
  }
}
