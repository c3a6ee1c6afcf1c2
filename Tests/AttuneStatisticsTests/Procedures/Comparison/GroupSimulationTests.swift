import AttuneData
import AttuneNumerics
import AttuneStatistics
import Testing

/// How often tests find what is not there, and intervals hold what is, over made-up groups.
///
/// The seeds are fixed: each run draws the same.
@Suite struct GroupSimulationTests {
  /// Within three Monte Carlo standard errors of 0.05, for `count` samples.
  private func expectLevel(
    _ found: Int, of count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = (0.05 * 0.95 / Double(count)).squareRoot()
    let share = Double(found) / Double(count)
    #expect(abs(share - 0.05) < 3 * error, "\(share)", sourceLocation: sourceLocation)
  }

  private func normals(_ count: Int, _ generator: inout SeededGenerator) throws -> [Double] {
    try (0..<count).map { _ in
      try Normal().quantile((Double(generator.number(below: 1 << 50)) + 0.5) / 0x1p50)
    }
  }

  @Test func testsOfTwoGroupsKeepTheirLevel() throws {
    var generator = SeededGenerator(seed: 71)
    let count = 600
    var (welch, brunner, yuen) = (0, 0, 0)
    var (held, heldSuperiority) = (0, 0)
    for _ in 0..<count {
      // The second group varies twice as much and is smaller.
      let x = try normals(40, &generator)
      let y = try normals(25, &generator).map { 2 * $0 }
      let groups = try IndependentGroupsTests.groups(x, y)
      if try WelchTTest().apply(to: groups).pValue < 0.05 { welch += 1 }
      let ranks = try BrunnerMunzel().apply(to: groups)
      if ranks.pValue < 0.05 { brunner += 1 }
      if ranks.interval.lower > 0.5 || ranks.interval.upper < 0.5 { heldSuperiority += 1 }
      if try YuenTTest().apply(to: groups).pValue < 0.05 { yuen += 1 }
      let effect = try StandardizedDifferences().apply(to: groups).dWelch.interval
      if effect.lower > 0 || effect.upper < 0 { held += 1 }
    }
    for found in [welch, brunner, yuen, held, heldSuperiority] { expectLevel(found, of: count) }
  }

  @Test func testsOfSeveralGroupsKeepTheirLevel() throws {
    var generator = SeededGenerator(seed: 72)
    let count = 500
    var (spread, shape, dunnett, levene) = (0, 0, 0, 0)
    for _ in 0..<count {
      let values = try normals(60, &generator)
      let data = SeveralGroups(
        score: "x", values: values, grouping: "g", groups: (0..<60).map { "\($0 % 3)" })
      if try BartlettTest().apply(to: data).pValue < 0.05 { spread += 1 }
      if try LeveneTest().apply(to: data).pValue < 0.05 { levene += 1 }
      if try BrownForsytheANOVA().apply(to: data).pValue < 0.05 { dunnett += 1 }
      if try ShapiroWilk().apply(to: values).pValue < 0.05 { shape += 1 }
    }
    for found in [spread, shape, dunnett, levene] { expectLevel(found, of: count) }
  }

  /// People of 12 sites; the groups stand within sites.
  @Test func modelsOfSitesHoldTheDifference() throws {
    var generator = SeededGenerator(seed: 73)
    let count = 200
    var missed = 0
    for _ in 0..<count {
      let sites = try normals(12, &generator)
      let people = try normals(96, &generator)
      let data = FactorialScores(
        score: "x",
        values: people.indices.map { people[$0] + sites[$0 % 12] + ($0 % 24 < 12 ? 0.5 : 0) },
        factors: [
          ("g", people.indices.map { $0 % 24 < 12 ? "a" : "b" }, []),
          ("site", people.indices.map { "\($0 % 12)" }, []),
        ])
      let interval = try RandomInterceptModel().apply(to: data).pairs[0].interval
      if !(interval.lower...interval.upper).contains(0.5) { missed += 1 }
    }
    expectLevel(missed, of: count)
  }

  @Test func resampledIntervalsHoldTheDifference() throws {
    var generator = SeededGenerator(seed: 74)
    var held = 0
    for _ in 0..<100 {
      let x = try normals(30, &generator).map { $0 + 0.5 }
      var test = ResampledEffect()
      test.effects = [.meanDifference]
      test.resampling = Resampling(count: 399, seed: 5)
      let groups = try IndependentGroupsTests.groups(x, try normals(30, &generator))
      let interval = try test.apply(to: groups).effects[0].bca.get()
      if (interval.lower...interval.upper).contains(0.5) { held += 1 }
    }
    #expect((87...100).contains(held), "\(held)")
  }

  /// Three groups whose means are 0, 0.7 and 1.4 explain 49 of 199 of the variance; a change of half a
  /// standard deviation of the differences.
  @Test func resampledIntervalsHoldSharesAndPairedDifferences() throws {
    var generator = SeededGenerator(seed: 77)
    var (held, heldPairs) = (0, 0)
    for _ in 0..<100 {
      let values = try normals(90, &generator)
      var test = ResampledGroupEffect()
      (test.effects, test.resampling) = ([.omegaSquared], Resampling(count: 399, seed: 7))
      let share = try test.apply(
        to: SeveralGroups(
          score: "x", values: values.enumerated().map { $1 + 0.7 * Double($0 % 3) },
          grouping: "g", groups: values.indices.map { "\($0 % 3)" })
      ).effects[0].bca.get()
      if (share.lower...share.upper).contains(49.0 / 199) { held += 1 }

      let people = try normals(40, &generator)
      var paired = ResampledPairedEffect()
      (paired.effects, paired.resampling) = ([.dz], Resampling(count: 399, seed: 7))
      let dz = try paired.apply(
        to: Pairs(("a", people.map { $0 + 0.5 }), ("b", people.map { _ in 0 }))
      ).effects[0].bca.get()
      if (dz.lower...dz.upper).contains(0.5) { heldPairs += 1 }
    }
    // Three Monte Carlo standard errors around 95.
    #expect((88...100).contains(held), "\(held)")
    #expect((88...100).contains(heldPairs), "\(heldPairs)")
  }

  /// Means of 0, 0.5 and 1 on three occasions are 0.5 of 6.5 parts of what varies where people and what
  /// is left have a variance of 1; levels 0.8 apart leave 0.16 of 1.16 to their factor.
  @Test func resampledIntervalsHoldWhatOccasionsAndFactorsExplain() throws {
    var draws = Draws(seed: 78)
    var (held, heldTerms) = (0, 0)
    for _ in 0..<100 {
      let people = try draws.normals(40)
      var occasions = ResampledOccasionEffect()
      (occasions.effects, occasions.resampling) = ([.omegaSquared], Resampling(count: 399, seed: 7))
      occasions.level = .percent90
      let share = try occasions.apply(
        to: RepeatedMeasures(
          [0, 0.5, 1].map { mean in
            ("at \(mean)", zip(people, try draws.normals(40, mean: mean)).map { $0 + $1 })
          })
      ).effects[0].bca.get()
      if (share.lower...share.upper).contains(0.5 / 6.5) { held += 1 }

      var terms = ResampledTermEffect()
      (terms.effects, terms.resampling) = ([.partialOmegaSquared], Resampling(count: 199, seed: 7))
      terms.level = .percent90
      let scores = try draws.normals(60)
      let found = try terms.apply(
        to: FactorialScores(
          score: "x", values: scores.enumerated().map { $1 + ($0 % 2 == 0 ? 0.8 : 0) },
          factors: [
            ("a", scores.indices.map { "\($0 % 2)" }, []),
            ("b", scores.indices.map { "\($0 / 2 % 2)" }, []),
          ])
      ).terms[0].effects[0].bca.get()
      if (found.lower...found.upper).contains(0.16 / 1.16) { heldTerms += 1 }
    }
    // Three Monte Carlo standard errors around 90.
    #expect((81...99).contains(held), "\(held)")
    #expect((81...99).contains(heldTerms), "\(heldTerms)")
  }

  /// Of tables whose shares are known: those of a population of this many in each cell.
  @Test(arguments: [
    [[20, 10, 5, 5], [10, 10, 10, 5], [5, 5, 10, 25]], [[30, 20], [15, 35]],
  ])
  func resampledIntervalsHoldWhatTablesShow(_ population: [[Int]]) throws {
    func table(_ counts: [[Int]]) -> ContingencyTable {
      ContingencyTable(
        names: GroupPair("x", "y"),
        categories: GroupPair(counts.indices.map { "\($0)" }, counts[0].indices.map { "\($0)" }),
        counts: counts)
    }
    var procedure = ResampledAssociation()
    (procedure.isOrdered, procedure.resampling) = (true, Resampling(count: 399, seed: 7))
    // Shares alone make these effects, so that the population's are those of its counts.
    let truths = try procedure.apply(to: table(population)).effects
    var draws = Draws(seed: 78)
    var held: [ResampledAssociation.Effect: Int] = [:]
    let (count, shares) = (200, population.flatMap { $0.map(Double.init) })
    for _ in 0..<count {
      var counts = population.map { $0.map { _ in 0 } }
      for _ in 0..<200 {
        let cell = draws.answer(shares)
        counts[cell / counts[0].count][cell % counts[0].count] += 1
      }
      for (found, truth) in zip(try procedure.apply(to: table(counts)).effects, truths) {
        guard let interval = try? found.bca.get() else { continue }
        let value = try #require(truth.estimate.value)
        if (interval.lower...interval.upper).contains(value) { held[found.effect, default: 0] += 1 }
      }
    }
    // V of more cells is often left without an interval, and the corrected V of a population is no share.
    let vs: Set<ResampledAssociation.Effect> =
      population.count > 2 ? [.cramersV, .biasCorrectedV] : [.biasCorrectedV]
    for effect in Set(truths.map(\.effect)).subtracting(vs) {
      // Three Monte Carlo standard errors around 95 of 100.
      #expect((181...200).contains(held[effect] ?? 0), "\(effect): \(held[effect] ?? 0)")
    }
  }

  /// Over groups that do not differ, each family of comparisons finds anything in 5 of 100 samples.
  ///
  /// Few samples, because the distributions are integrals that a debug build takes long for.
  @Test func comparisonsOfGroupsThatVaryAlikeKeepTheLevelOfTheirFamily() throws {
    var draws = Draws(seed: 75)
    let count = 150
    var (dunnett, tukey) = (0, 0)
    for _ in 0..<count {
      let alike = try draws.groups(
        [15, 15, 15, 15], means: [0, 0, 0, 0], deviations: [1, 1, 1, 1])
      if try DunnettTest().apply(to: alike).pairs.contains(where: { $0.pValue < 0.05 }) {
        dunnett += 1
      }
      if try TukeyHSD().apply(to: alike).pairs.contains(where: { $0.pValue < 0.05 }) { tukey += 1 }
    }
    for found in [dunnett, tukey] { expectLevel(found, of: count) }
  }

  @Test func comparisonsOfGroupsThatVaryDifferentlyKeepTheLevelOfTheirFamily() throws {
    var draws = Draws(seed: 77)
    let count = 250
    var (gamesHowell, pairwise) = (0, 0)
    for _ in 0..<count {
      // One group varies three times as much as another and is smaller.
      let apart = try draws.groups([12, 24, 36], means: [0, 0, 0], deviations: [3, 2, 1])
      if try GamesHowell().apply(to: apart).pairs.contains(where: { $0.pValue < 0.05 }) {
        gamesHowell += 1
      }
      if try PairwiseTTests().apply(to: apart).adjustedPValues.contains(where: { $0 < 0.05 }) {
        pairwise += 1
      }
    }
    expectLevel(gamesHowell, of: count)
    // Holm's correction is on the safe side: at most three standard errors above.
    #expect((1...22).contains(pairwise), "\(pairwise)")
  }

  @Test func resamplingSitesHoldsTheDifference() throws {
    var generator = SeededGenerator(seed: 76)
    var held = 0
    for _ in 0..<100 {
      let sites = try normals(24, &generator)
      let people = try normals(192, &generator)
      var bootstrap = ClusterBootstrap()
      bootstrap.resampling = Resampling(count: 299, seed: 6)
      let found = try bootstrap.apply(
        to: FactorialScores(
          score: "x",
          values: people.indices.map { people[$0] + sites[$0 % 24] + ($0 % 48 < 24 ? 0.5 : 0) },
          factors: [
            ("g", people.indices.map { $0 % 48 < 24 ? "a" : "b" }, []),
            ("site", people.indices.map { "\($0 % 24)" }, []),
          ]))
      if (found.interval.lower...found.interval.upper).contains(0.5) { held += 1 }
    }
    // Three Monte Carlo standard errors around 95, and a little narrow as the doc comment says.
    #expect((86...100).contains(held), "\(held)")
  }
}
