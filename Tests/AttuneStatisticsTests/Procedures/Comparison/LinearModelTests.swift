import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTestSupport
import Testing

/// Factorial analyses of variance and covariance, and the model with sites: R 4.2.2, car 3.1-1,
/// effectsize 0.8.3, lme4 1.1-31, lmerTest 3.1-3.
@Suite struct LinearModelTests {
  /// `mpg ~ wt + am * vs`, `y ~ age + group + (1 | site)`.
  private static func data(_ dataset: String, _ model: String) throws -> FactorialScores {
    let sides = model.split(separator: " ~ ").map(String.init)
    let words = sides[1].split { " +*()|1".contains($0) }.map(String.init)
    let numbers: Set = ["wt", "age"]
    return FactorialScores(
      score: sides[0], values: try GoldenData.column(sides[0], of: dataset),
      factors: try words.filter { !numbers.contains($0) }.map {
        ($0, try GoldenData.levels($0, of: dataset), [])
      },
      covariates: try words.filter(numbers.contains).map {
        ($0, try GoldenData.column($0, of: dataset))
      })
  }

  @Test func factorsAgreeWithR() throws {
    var agreement = Agreement()
    for (key, rows) in try IndependentGroupsTests.rows("independent_groups")
    where rows.contains(where: { $0["statistic"]?.hasPrefix("type") == true }) {
      let data = try Self.data(key[0], key[1])
      for type in FactorialANOVA.SumOfSquares.allCases {
        var anova = FactorialANOVA()
        anova.sumOfSquares = type
        let outcome = try anova.apply(to: data)
        let prefix = type == .type2 ? "type2_" : "type3_"
        for row in rows {
          guard let statistic = row["statistic"] else { continue }
          let expected = try #require(Double(row["value"] ?? ""))
          let place = "\(key) \(statistic) \(row["row"] ?? "")"
          if statistic == "adjusted_mean" || statistic == "adjusted_se" {
            let mean = try #require(outcome.adjustedMeans.first { $0.level == row["row"] })
            agreement.compare(
              statistic == "adjusted_mean" ? mean.mean : mean.standardError, with: expected,
              at: place)
            continue
          }
          guard statistic.hasPrefix(prefix) else { continue }
          if statistic.hasSuffix("error_ss") {
            agreement.compare(outcome.errorSumOfSquares, with: expected, at: place)
            continue
          }
          let name = (row["row"] ?? "").replacing(" x ", with: ":")
          let effect = try #require(outcome.effects.first { $0.name == name }, "\(place)")
          let value: Double
          switch statistic.dropFirst(prefix.count) {
          case "ss": value = effect.sumOfSquares
          case "df": value = Double(effect.degreesOfFreedom)
          case "F": value = effect.f
          case "p": value = effect.pValue
          case "partial": value = effect.partialEtaSquared
          case "generalized": value = effect.generalizedEtaSquared
          // effectsize cuts a negative one at 0.
          case "omega": value = max(0, effect.partialOmegaSquared)
          default: continue
          }
          agreement.compare(value, with: expected, at: place)
        }
      }
    }
    #expect(agreement.count > 100)
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Factorial analyses of variance and covariance, types II and III",
      against: "R 4.2.2, car 3.1-1 Anova, effectsize 0.8.3", agreement)
  }

  @Test func ofOneFactorIsTheOneWayAnalysis() throws {
    let data = try Self.data("PlantGrowth", "weight ~ group")
    let one = try OneWayANOVA().apply(to: SeveralGroupsTests.groups(["dataset": "PlantGrowth"]))
    let effect = try FactorialANOVA().apply(to: data).effects[0]
    #expect(deviation(effect.f, from: one.f) < 1e-11)
    #expect(deviation(effect.pValue, from: one.pValue) < 1e-10)
    #expect(deviation(effect.partialEtaSquared, from: one.etaSquared) < 1e-11)
    #expect(deviation(effect.partialOmegaSquared, from: one.omegaSquared) < 1e-10)
    #expect(
      deviation(effect.partialEtaSquaredInterval.upper, from: one.etaSquaredInterval.upper) < 1e-8)
  }

  @Test func sitesAgreeWithR() throws {
    var (estimates, degrees) = (Agreement(), Agreement())
    for (key, rows) in try IndependentGroupsTests.rows("independent_groups")
    where key[0] == "sites" {
      let outcome = try RandomInterceptModel().apply(to: Self.data(key[0], key[1]))
      for row in rows {
        let expected = try #require(Double(row["value"] ?? ""))
        let place = "\(key) \(row["statistic"] ?? "") \(row["row"] ?? "")"
        func pair() throws -> PairwiseMeans.Pair {
          try #require(outcome.pairs.first { "\($0.first) \($0.second)" == row["row"] }, "\(place)")
        }
        switch row["statistic"] {
        case "site_variance": estimates.compare(outcome.siteVariance, with: expected, at: place)
        case "residual_variance":
          estimates.compare(outcome.residualVariance, with: expected, at: place)
        case "deviance": estimates.compare(outcome.deviance, with: expected, at: place)
        case "Estimate": estimates.compare(try pair().difference, with: expected, at: place)
        case "Std. Error": estimates.compare(try pair().standardError, with: expected, at: place)
        case "t value": estimates.compare(try pair().t, with: expected, at: place)
        case "df": degrees.compare(try pair().degreesOfFreedom, with: expected, at: place)
        case "Pr(>|t|)": degrees.compare(try pair().pValue, with: expected, at: place)
        case "lower": degrees.compare(try pair().interval.lower, with: expected, at: place)
        case "upper": degrees.compare(try pair().interval.upper, with: expected, at: place)
        default: continue
        }
      }
    }
    #expect(estimates.count == 24 && degrees.count == 20)
    // lme4's search stops where the deviance no longer changes: half of its digits in theta.
    #expect(estimates.largest < 1e-6, "\(estimates)")
    try Verification.record(
      "Linear mixed model with sites: estimates", against: "R 4.2.2 lme4 1.1-31 lmer, REML",
      estimates)
    // lmerTest finds its derivatives by differences.
    #expect(degrees.largest < 1e-5, "\(degrees)")
    try Verification.record(
      "Linear mixed model with sites: Satterthwaite's df, p, limits",
      against: "R 4.2.2 lmerTest 3.1-3 contest1D", degrees)
  }

  @Test func sayWhyThereIsNone() {
    func data(
      _ values: [Double?], _ first: [String?], _ second: [String?], covariate: [Double?]? = nil
    ) -> FactorialScores {
      FactorialScores(
        score: "x", values: values, factors: [("g", first, []), ("site", second, [])],
        covariates: covariate.map { [("age", $0)] } ?? [])
    }
    let empty = data(
      [1, 2, 3, 4, 5, 6], ["a", "a", "a", "b", "b", "b"], ["s", "s", "t", "s", "s", "s"])
    #expect(throws: StatisticsError.undetermined("nobody with a score is in both 'b' and 't'")) {
      try FactorialANOVA().apply(to: empty)
    }
    let one = data([1, 2, 3], ["a", "a", "a"], ["s", "t", "s"])
    #expect(throws: StatisticsError.undetermined("everybody with a score is in 'a' of 'g'")) {
      try FactorialANOVA().apply(to: one)
    }
    #expect(throws: StatisticsError.undetermined("everybody with a score is in 'a' of 'g'")) {
      try RandomInterceptModel().apply(to: one)
    }
    let nobody = data([nil, nil], ["a", "b"], ["s", "t"])
    #expect(throws: StatisticsError.undetermined("nobody has all of 'x', 'g' and 'site'")) {
      try FactorialANOVA().apply(to: nobody)
    }
    let single = data([1, 2, 3, 4], ["a", "a", "b", "b"], ["s", "t", "s", "t"])
    #expect(throws: StatisticsError.tooFew(.cases, found: 4, needed: 5)) {
      try FactorialANOVA().apply(to: single)
    }
    let flat = data(
      [1, 1, 2, 2, 3, 3, 4, 4], ["a", "a", "a", "a", "b", "b", "b", "b"],
      ["s", "s", "t", "t", "s", "s", "t", "t"])
    #expect(throws: StatisticsError.self) { try FactorialANOVA().apply(to: flat) }
    let same = data(
      [1, 4, 2, 6, 3, 9, 4, 5], ["a", "a", "a", "a", "b", "b", "b", "b"],
      ["s", "s", "t", "t", "s", "s", "t", "t"], covariate: Array(repeating: 40, count: 8))
    #expect(throws: StatisticsError.noVariance(in: "'age'")) {
      try FactorialANOVA().apply(to: same)
    }
    let onSite = data(
      [1, 2, 3, 5, 4, 7], ["a", "a", "a", "b", "b", "b"], Array(repeating: "s", count: 6))
    #expect(
      throws: StatisticsError.undetermined("there is one site; compare the groups without it")
    ) { try RandomInterceptModel().apply(to: onSite) }
    #expect(throws: StatisticsError.undetermined("at least 3 sites are needed and there is 1")) {
      try ClusterBootstrap().apply(to: onSite)
    }
    let constant = data(
      Array(repeating: 2, count: 6), ["a", "a", "a", "b", "b", "b"],
      ["s", "s", "t", "t", "u", "u"])
    #expect(throws: StatisticsError.self) { try RandomInterceptModel().apply(to: constant) }
  }
}
