import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct ResampledEffectTests {
  private func apply(
    _ first: [Double], _ second: [Double], count: Int = 499, seed: UInt64 = 3
  ) throws -> [ResampledEffect.Effect: ResampledEffect.Found] {
    var procedure = ResampledEffect()
    procedure.resampling = Resampling(count: count, seed: seed)
    let found = try procedure.apply(to: IndependentGroupsTests.groups(first, second)).effects
    return Dictionary(uniqueKeysWithValues: found.map { ($0.effect, $0) })
  }

  private let first = [3.1, 4.5, 2.2, 5.0, 3.3, 4.1, 2.8, 6.0]
  private let second = [2.0, 1.1, 3.0, 2.4, 0.5, 3.9, 1.7]

  @Test func estimatesAreThoseOfTheirOwnProcedures() throws {
    let found = try apply(first, second)
    let groups = try IndependentGroupsTests.groups(first, second)
    let differences = try StandardizedDifferences().apply(to: groups)
    let delta = try CliffsDelta().apply(to: groups)
    let expected: [ResampledEffect.Effect: Double] = [
      .meanDifference: try WelchTTest().apply(to: groups).meanDifference, .medianDifference: 1.7,
      .cohensD: differences.d.estimate, .hedgesG: differences.g.estimate,
      .dWelch: differences.dWelch.estimate, .glassDelta: try differences.glassDelta.get().estimate,
      .cliffsDelta: delta.estimate, .superiority: delta.probabilityOfSuperiority,
    ]
    for effect in ResampledEffect.Effect.allCases {
      let value = try #require(found[effect]?.estimate.value)
      #expect(deviation(value, from: try #require(expected[effect])) < 1e-12, "\(effect)")
      let interval = try #require(try found[effect]?.bca.get())
      #expect(interval.lower < value && value < interval.upper, "\(effect)")
    }
  }

  /// g is d by a constant, and the probability of superiority is delta on another scale: so are their
  /// percentile intervals.
  @Test func whatIsTheSameOnAnotherScaleHasTheSameInterval() throws {
    let found = try apply(first, second)
    func interval(_ effect: ResampledEffect.Effect) throws -> ConfidenceInterval {
      try #require(try found[effect]?.percentile.get())
    }
    let (d, g) = (try interval(.cohensD), try interval(.hedgesG))
    #expect(deviation(g.lower / d.lower, from: g.upper / d.upper) < 1e-12)
    let (delta, superiority) = (try interval(.cliffsDelta), try interval(.superiority))
    #expect(abs(superiority.lower - (delta.lower + 1) / 2) < 1e-14)
    #expect(abs(superiority.upper - (delta.upper + 1) / 2) < 1e-14)
  }

  @Test func anEffectThatCannotBeFoundLeavesTheOthers() throws {
    let found = try apply(first, [2, 2, 2])
    #expect(found[.glassDelta]?.estimate.value == nil)
    #expect(found[.meanDifference]?.estimate.value != nil)
    #expect(found[.hedgesG]?.estimate.value != nil)
    #expect(throws: StatisticsError.tooFew(.casesInGroup("b"), found: 1, needed: 2)) {
      try apply(first, [2])
    }
  }

  // R 4.2.2, boot 1.3-28.1: 999 resamples of 22 people, the same ones; percentile and BCa limits.
  @Test func agreesWithBootOnTheSameResamples() throws {
    let plan = try Golden.text("statistics/data/boot_indices_22_in_4.csv").split(separator: "\n")
      .map { line in line.split(separator: ",").compactMap { Int32($0) }.map { $0 - 1 } }
    let groups = SeveralGroups(
      score: "y", values: try GoldenData.column("y", of: "ties_four_groups"), grouping: "g",
      groups: try GoldenData.levels("g", of: "ties_four_groups"))
    let scores = try ["pre", "post"].map {
      Array(try GoldenData.column($0, of: "prepost").prefix(22))
    }
    let pairs = try Pairs(("pre", scores[0]), ("post", scores[1]))

    let occasions = try Self.occasions()
    let terms = try ResampledTermEffect().resampled(
      FactorialScores(
        score: "y", values: groups.allValues,
        factors: [
          ("a", groups.named { $0 < 2 ? "a1" : "a2" }, []),
          ("b", groups.named { $0 % 2 == 0 ? "b1" : "b2" }, []),
        ], covariates: [("z", try GoldenData.column("round_out", of: "rounding_times"))]))

    var agreement = Agreement()
    let rows = try Golden.rows("statistics/resampled_effects.csv")
    for (key, rows) in Dictionary(grouping: rows, by: { [$0["of"] ?? "", $0["effect"] ?? ""] }) {
      let (of, name) = (key[0], key[1])
      let statistic: any ResampledStatistic =
        switch of {
        case "groups": try #require(ResampledGroupEffect.Effect(rawValue: name)).statistic(groups)
        case "pairs": try #require(ResampledPairedEffect.Effect(rawValue: name)).statistic(pairs)
        case "occasions":
          try #require(ResampledOccasionEffect.Effect(rawValue: name)).statistic(occasions)
        default:
          OneTerm(
            terms: terms, effect: try #require(ResampledTermEffect.Effect(rawValue: name)),
            place: try #require(["term z", "term a", "term b", "term a:b"].firstIndex(of: of)))
        }
      let estimates = try plan.map { try #require(statistic.estimate(of: $0)) }
      let estimate = try #require(statistic.estimate(of: Array(0..<22)))
      let drawn = BootstrapDistribution(around: estimate, estimates)
      let percentile = try drawn.percentile(.percent90)
      let bca = try drawn.bca(
        .percent90, jackknife: statistic.withoutEach, strata: statistic.strata)
      let found = [
        "estimate": estimate, "resample_1": estimates[0], "resample_500": estimates[499],
        "resample_999": estimates[998], "percentile_lower": percentile.lower,
        "percentile_upper": percentile.upper, "bca_lower": bca.lower, "bca_upper": bca.upper,
      ]
      for row in rows {
        agreement.compare(
          try #require(found[row["statistic"] ?? ""]),
          with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count == 176)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Bootstrap intervals of effect sizes",
      against: "R 4.2.2, boot 1.3-28.1 boot.ci on the same resamples", agreement)
  }

  @Test func ofGroupsEstimatesAreThoseOfTheirOwnProcedures() throws {
    let data = SeveralGroups(
      score: "y", values: first + second + [6.5, 7.1, 3.2], grouping: "g",
      groups: first.map { _ in "a" } + second.map { _ in "b" } + ["c", "c", "c"])
    var procedure = ResampledGroupEffect()
    procedure.resampling = Resampling(count: 499, seed: 3)
    let outcome = try procedure.apply(to: data)
    let anova = try OneWayANOVA().apply(to: data)
    var ranks = KruskalWallis()
    ranks.resampling = procedure.resampling
    let kruskal = try ranks.apply(to: data)
    let expected = [
      anova.etaSquared, anova.omegaSquared, anova.epsilonSquared, kruskal.epsilonSquared,
    ]
    for (found, expected) in zip(outcome.effects, expected) {
      let value = try #require(found.estimate.value)
      #expect(deviation(value, from: expected) < 1e-13, "\(found.effect)")
    }
    // The test's own table draws the same people.
    #expect(try outcome.effects[3].percentile.get() == kruskal.epsilonSquaredInterval.get())
    #expect(throws: StatisticsError.undetermined("it takes resamples, and none were drawn")) {
      try KruskalWallis().apply(to: data).epsilonSquaredInterval.get()
    }
  }

  /// Both ends of a scale are alike: turned round, ranks and shares of variance keep their intervals,
  /// and differences change their sign.
  @Test func turnedRoundIntervalsAreTheSameOrMirrored() throws {
    func groups(_ sign: Double) throws -> [ConfidenceInterval] {
      var procedure = ResampledGroupEffect()
      procedure.resampling = Resampling(count: 199, seed: 8)
      let data = SeveralGroups(
        score: "y", values: (first + second).map { sign * $0 }, grouping: "g",
        groups: first.map { _ in "a" } + second.map { _ in "b" })
      return try procedure.apply(to: data).effects.map { try $0.percentile.get() }
    }
    for (up, down) in zip(try groups(1), try groups(-1)) {
      #expect(deviation(up.lower, from: down.lower) < 1e-12)
      #expect(deviation(up.upper, from: down.upper) < 1e-12)
    }
    func pairs(_ sign: Double) throws -> [ConfidenceInterval] {
      var procedure = ResampledPairedEffect()
      procedure.resampling = Resampling(count: 199, seed: 8)
      let scores = [Array(first.dropLast()), second].map { $0.map { Double?(sign * $0) } }
      return try procedure.apply(to: Pairs(("a", scores[0]), ("b", scores[1])))
        .effects.map { try $0.percentile.get() }
    }
    for (up, down) in zip(try pairs(1), try pairs(-1)) {
      #expect(deviation(up.lower, from: -down.upper) < 1e-12)
      #expect(deviation(up.upper, from: -down.lower) < 1e-12)
    }
  }

  @Test func ofPairsEstimatesAreThoseOfTheirOwnProcedures() throws {
    let pairs = try Pairs(
      ("a", first.dropLast().map { Double?($0) }), ("b", second.map { Double?($0) }))
    var procedure = ResampledPairedEffect()
    procedure.resampling = Resampling(count: 499, seed: 3)
    let found = try procedure.apply(to: pairs).effects
    let t = try PairedTTest().apply(to: pairs)
    let expected = [
      t.meanDifference, 1.1, t.dz, t.gz.value, t.dAverage.value,
      try WilcoxonSignedRank().apply(to: pairs).rankBiserial,
    ]
    for (found, expected) in zip(found, expected) {
      let value = try #require(found.estimate.value)
      #expect(deviation(value, from: try #require(expected)) < 1e-13, "\(found.effect)")
    }
  }

  @Test func ofOccasionsEstimatesAreThoseOfTheirOwnProcedures() throws {
    let data = try Self.occasions()
    var procedure = ResampledOccasionEffect()
    procedure.resampling = Resampling(count: 499, seed: 3)
    let found = try procedure.apply(to: data).effects
    let anova = try RepeatedMeasuresANOVA().apply(to: data)
    var friedman = FriedmanTest()
    friedman.resampling = procedure.resampling
    let ranks = try friedman.apply(to: data)
    let expected = [
      anova.partialEtaSquared, anova.generalisedEtaSquared, anova.omegaSquared, ranks.concordance,
    ]
    #expect(found.map(\.estimate.value) == expected)
    // The test's own table draws the same people.
    #expect(try found[3].percentile.get() == ranks.concordanceInterval.get())
  }

  private static func occasions() throws -> RepeatedMeasures {
    try RepeatedMeasures(
      ["round_out", "narrow_angle", "wide_angle"].map {
        ($0, try GoldenData.column($0, of: "rounding_times"))
      })
  }

  /// Two factors, with and without covariates.
  @Test(arguments: FactorialANOVA.SumOfSquares.allCases)
  func ofTermsEstimatesAreThoseOfTheAnalysis(_ type: FactorialANOVA.SumOfSquares) throws {
    let cars = try ["am", "vs"].map { ($0, try GoldenData.levels($0, of: "mtcars"), [String]()) }
    for covariates in [[], ["wt"], ["wt", "qsec"]] {
      let data = FactorialScores(
        score: "mpg", values: try GoldenData.column("mpg", of: "mtcars"), factors: cars,
        covariates: try covariates.map { ($0, try GoldenData.column($0, of: "mtcars")) })
      var procedure = ResampledTermEffect()
      (procedure.sumOfSquares, procedure.manipulated) = (type, ["am"])
      procedure.resampling = Resampling(count: 99, seed: 3)
      var anova = FactorialANOVA()
      (anova.sumOfSquares, anova.manipulated) = (type, ["am"])
      let terms = try procedure.apply(to: data).terms
      for (term, effect) in zip(terms, try anova.apply(to: data).effects) {
        #expect(term.name == effect.name)
        let expected = [
          effect.partialEtaSquared, effect.generalizedEtaSquared, effect.partialOmegaSquared,
        ]
        for (found, expected) in zip(term.effects, expected) {
          let value = try #require(found.estimate.value)
          #expect(deviation(value, from: expected) < 1e-11, "\(term.name) \(found.effect)")
          #expect(try found.percentile.get().lower <= found.percentile.get().upper)
        }
      }
    }
  }

  @Test func occasionsAndTermsThatCannotBeDrawnSayWhy() throws {
    let steady = try RepeatedMeasures([("a", [0.1, 0.2, 0.3]), ("b", [1.1, 1.2, 1.3])])
    var procedure = ResampledOccasionEffect()
    procedure.resampling = Resampling(count: 99)
    let found = try procedure.apply(to: steady).effects
    #expect(found[0].estimate.value == nil)
    #expect(found[3].estimate == .value(1))
    // Everybody has one order, in every resample: no interval of nothing.
    #expect("\(found[3].percentile)".contains("all resamples have the same estimate"))
    let few = try RepeatedMeasures([("a", [1, 2]), ("b", [3, 1]), ("c", [2, 5])])
    #expect(
      "\(try procedure.apply(to: few).effects[0].percentile)"
        .contains("resamples everybody's scores change alike"))
    #expect(throws: StatisticsError.tooFew(.occasions, found: 1, needed: 2)) {
      try procedure.apply(to: RepeatedMeasures([("a", [1, 2])]))
    }
    func factorial(_ scores: [Double], _ levels: [String]) throws {
      _ = try ResampledTermEffect().apply(
        to: FactorialScores(
          score: "x", values: scores.map { $0 },
          factors: [
            ("g", levels.map { String($0.prefix(1)) }, []),
            ("h", levels.map { String($0.suffix(1)) }, []),
          ]))
    }
    #expect(throws: StatisticsError.tooFew(.casesInGroup("b, y"), found: 1, needed: 2)) {
      try factorial([1, 3, 2, 5, 4, 8, 1], ["ax", "ax", "ay", "ay", "bx", "bx", "by"])
    }
    #expect(throws: StatisticsError.self) { try factorial([1, 2, 3], ["ax", "ay", "bx"]) }
  }

  @Test func groupsAndPairsThatDoNotVaryHaveNoIntervalAndSaySo() throws {
    let alike = SeveralGroups(
      score: "y", values: [2, 2, 2, 2], grouping: "g", groups: ["a", "a", "b", "b"])
    for found in try ResampledGroupEffect().apply(to: alike).effects {
      #expect(found.estimate == .unavailable("the score is the same for everyone"))
    }
    let alone = SeveralGroups(
      score: "y", values: [2, 1, 2], grouping: "g", groups: ["a", "a", "b"])
    #expect(throws: StatisticsError.tooFew(.casesInGroup("b"), found: 1, needed: 2)) {
      try ResampledGroupEffect().apply(to: alone)
    }
    let shifted = try Pairs(("a", [0.1, 0.2, 0.3]), ("b", [1.1, 1.2, 1.3]))
    var procedure = ResampledPairedEffect()
    (procedure.resampling, procedure.effects) = (Resampling(count: 99), [.dz])
    let found = try procedure.apply(to: shifted).effects[0]
    #expect(found.estimate == .unavailable("the difference is the same for everyone"))
    let two = try Pairs(("a", [1, 2]), ("b", [3, 5]))
    let drawn = try procedure.apply(to: two).effects[0]
    #expect(drawn.estimate.value != nil)
    #expect("\(drawn.percentile)".contains("resamples everybody has the same difference"))
  }
}

extension SeveralGroups {
  /// A name for each value, by the place of its group.
  fileprivate func named(_ name: (Int) -> String) -> [String?] {
    groups.enumerated().flatMap { place, group in group.values.map { _ in name(place) } }
  }
}

/// One effect of one term of any choice of people.
private struct OneTerm: ResampledStatistic {
  let terms: ResampledTerms
  let effect: ResampledTermEffect.Effect
  let place: Int

  var caseCount: Int { strata.reduce(0, +) }
  var strata: [Int] { terms.strata }

  func estimate(of rows: [Int32]) -> Double? {
    terms.terms(of: rows).map { effect.value($0[place]) }
  }
}
