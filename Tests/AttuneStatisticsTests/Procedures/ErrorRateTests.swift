import AttuneData
import AttuneStatistics
import Testing

/// How often each test finds, at 0.05, what is not there, over made-up data; those of several pairs,
/// of several occasions and of models of sites stand in the simulations beside them.
///
/// The seed is fixed: each run draws the same.
@Suite struct ErrorRateTests {
  struct Trial: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Answers and counts take few values: an exact test then finds less than 5 of 100.
    var isDiscrete = false
    let pValue: @Sendable (inout Draws) throws -> Double

    init(
      _ name: String, isDiscrete: Bool = false,
      _ pValue: @escaping @Sendable (inout Draws) throws -> Double
    ) {
      (testDescription, self.isDiscrete, self.pValue) = (name, isDiscrete, pValue)
    }
  }

  private static let alike = [[0.2, 0.3, 0.3, 0.2], [0.2, 0.3, 0.3, 0.2], [0.2, 0.3, 0.3, 0.2]]

  static let trials: [Trial] = [
    Trial("Student") { try StudentTTest().apply(to: $0.twoGroups((20, 30))).pValue },
    Trial("Mann-Whitney, exact", isDiscrete: true) {
      try MannWhitney().apply(to: $0.twoGroups((12, 15))).pValue
    },
    Trial("Mann-Whitney of answers") { draws in
      let answers = (0..<150).map { _ in Double(draws.answer([0.1, 0.2, 0.4, 0.2, 0.1])) }
      return try MannWhitney().apply(
        to: IndependentGroupsTests.groups(Array(answers[..<70]), Array(answers[70...]))
      ).pValue
    },
    Trial("permutation, exact", isDiscrete: true) {
      try PermutationTest().apply(to: $0.twoGroups((6, 6))).pValue
    },
    Trial("permutation, drawn") { draws in
      var test = PermutationTest()
      test.sampling = Resampling(count: 199, seed: 5)
      return try test.apply(to: draws.twoGroups((15, 15))).pValue
    },
    Trial("equivalence, at the bound") { draws in
      var test = EquivalenceTest()
      test.bounds = .init(lower: -1.5, upper: 0.5)
      return try test.apply(to: draws.twoGroups((40, 40), means: (0.5, 0), deviations: (1, 2)))
        .pValue
    },
    Trial("non-inferiority, at the margin") { draws in
      try NonInferiorityTest().apply(to: draws.twoGroups((30, 40), means: (-0.5, 0))).pValue
    },
    Trial("one sample") { draws in
      var test = OneSampleTTest()
      test.value = 3
      return try test.apply(to: ScoreSample(name: "x", values: draws.normals(15, mean: 3))).pValue
    },
    Trial("paired t") { try PairedTTest().apply(to: $0.occasions(15, difference: 0)).pValue },
    Trial("paired equivalence, at the bound") { draws in
      var test = EquivalenceTest()
      test.bounds = .init(lower: -2, upper: 0.5)
      return try test.apply(to: draws.occasions(40, difference: 0.5)).pValue
    },
    Trial("signed rank, exact", isDiscrete: true) {
      try WilcoxonSignedRank().apply(to: $0.occasions(15, difference: 0)).pValue
    },
    Trial("sign", isDiscrete: true) {
      try SignTest().apply(to: $0.occasions(25, difference: 0)).pValue
    },
    Trial("one-way") {
      try OneWayANOVA().apply(
        to: $0.groups([10, 15, 20], means: [0, 0, 0], deviations: [1, 1, 1])
      ).pValue
    },
    Trial("Welch's analysis of variance") {
      try WelchANOVA().apply(
        to: $0.groups([20, 30, 40], means: [0, 0, 0], deviations: [3, 2, 1])
      ).pValue
    },
    Trial("Kruskal-Wallis") {
      try KruskalWallis().apply(
        to: $0.groups([25, 30, 35], means: [0, 0, 0], deviations: [1, 1, 1])
      ).pValue
    },
    Trial("Dunn, the family", isDiscrete: true) { draws in
      try DunnTest().apply(
        to: draws.groups([25, 30, 35], means: [0, 0, 0], deviations: [1, 1, 1])
      ).pairs.map(\.adjustedPValue).min() ?? 1
    },
    Trial("factorial, of an interaction") { draws in
      let places = 0..<50
      return try #require(
        FactorialANOVA().apply(
          to: FactorialScores(
            score: "x", values: draws.normals(50).enumerated().map { $1 + Double($0 % 2) },
            factors: [
              ("a", places.map { "\($0 % 2)" }, []), ("b", places.map { "\($0 % 7 % 3)" }, []),
            ])
        ).effects.last?.pValue)
    },
    Trial("factorial, of a factor beside a covariate, type III") { draws in
      var test = FactorialANOVA()
      test.sumOfSquares = .type3
      let covariate = try draws.normals(50)
      return try #require(
        test.apply(
          to: FactorialScores(
            score: "x", values: draws.normals(50).enumerated().map { $1 + covariate[$0] },
            factors: [("a", covariate.indices.map { "\($0 % 7 % 3)" }, [])],
            covariates: [("age", covariate.map { $0 })])
        ).effects.last?.pValue)
    },
    Trial("Conover, the family", isDiscrete: true) { draws in
      try OccasionComparisons().apply(to: people(&draws)).pairs.map(\.adjustedPValue).min() ?? 1
    },
    Trial("paired t, the family", isDiscrete: true) { draws in
      try PairedComparisons().apply(to: people(&draws)).pairs.compactMap(\.adjustedPValue).min()
        ?? 1
    },
    Trial("signed rank, the family", isDiscrete: true) { draws in
      try SignedRankComparisons().apply(to: people(&draws)).pairs.compactMap(\.adjustedPValue).min()
        ?? 1
    },
    Trial("Mauchly") { draws in
      try RepeatedMeasuresANOVA().apply(to: people(&draws)).sphericity.mauchly.get().pValue
    },
    Trial("Huynh and Feldt") { draws in
      try #require(RepeatedMeasuresANOVA().apply(to: people(&draws)).huynhFeldtPValue.value)
    },
    Trial("Friedman, exact", isDiscrete: true) { draws in
      var test = FriedmanTest()
      test.isExact = true
      let scores = try (0..<6).map { _ in try draws.normals(3).map { Double?($0) } }
      return try #require(try test.apply(to: RepeatedData.people(scores)).exactPValue?.value)
    },
    Trial("Cochran's Q, exact", isDiscrete: true) { draws in
      var test = CochranQ()
      test.isExact = true
      return try #require(try test.apply(to: answers(12, on: 3, &draws)).exactPValue?.value)
    },
    Trial("McNemar, chi-square", isDiscrete: true) { draws in
      try McNemarTest().apply(to: answers(100, on: 2, &draws).pair(0, 1)).tests.get().pValue
    },
    Trial("McNemar, with continuity", isDiscrete: true) { draws in
      try McNemarTest().apply(to: answers(100, on: 2, &draws).pair(0, 1)).tests.get()
        .continuityPValue
    },
    Trial("pairwise t, pooled, the family", isDiscrete: true) { draws in
      var test = PairwiseTTests()
      test.variance = .pooled
      let alike = try draws.groups([10, 15, 20], means: [0, 0, 0], deviations: [1, 1, 1])
      return try test.apply(to: alike).adjustedPValues.min() ?? 1
    },
    Trial("chi-square") {
      try ChiSquareTest().apply(to: $0.table([60, 60, 60], alike)).pValue
    },
    Trial("likelihood ratio") {
      try ChiSquareTest().apply(to: $0.table([80, 80, 80], alike)).likelihoodRatioPValue
    },
    Trial("Fisher", isDiscrete: true) {
      try FisherExactTest().apply(to: $0.table([15, 20], [[0.3, 0.7], [0.3, 0.7]])).pValue
    },
    Trial("Fisher of three by three", isDiscrete: true) { draws in
      let answers = Array(repeating: [0.3, 0.4, 0.3], count: 3)
      return try FisherExactTest().apply(to: draws.table([9, 10, 11], answers)).pValue
    },
    Trial("mid-p") { draws in
      var test = FisherExactTest()
      test.isMidP = true
      return try test.apply(to: draws.table([35, 40], [[0.4, 0.6], [0.4, 0.6]])).pValue
    },
    Trial("Yates", isDiscrete: true) { draws in
      var test = ChiSquareTest()
      test.correction = .yates
      return try test.apply(to: draws.table([35, 40], [[0.4, 0.6], [0.4, 0.6]])).pValue
    },
    Trial("Brant") { draws in
      try BrantTest().apply(to: draws.table([90, 90], [alike[0], alike[1]])).tests[0].pValue
    },
    Trial("trend") {
      try CochranArmitage().apply(
        to: $0.table([50, 50, 50], [[0.4, 0.6], [0.4, 0.6], [0.4, 0.6]])
      ).pValue
    },
    Trial("proportional odds") {
      try ProportionalOdds().apply(to: $0.table([60, 60, 60], alike)).pValue
    },
    Trial("Pearson") { draws in
      try #require(
        PearsonCorrelation().apply(to: pairs(&draws, 20)).test.pValue.value)
    },
    Trial("Spearman") { draws in
      try #require(SpearmanCorrelation().apply(to: pairs(&draws, 40)).test.pValue.value)
    },
    Trial("Kendall") { draws in
      try #require(KendallCorrelation().apply(to: pairs(&draws, 40)).test.pValue.value)
    },
  ]

  /// Twenty people on four occasions, each with a level of their own.
  private static func people(_ draws: inout Draws) throws -> RepeatedMeasures {
    let levels = try draws.normals(20)
    return try RepeatedData.people(
      levels.map { level in try draws.normals(4, mean: 2 * level).map { $0 } })
  }

  /// Yes or no of people who each lean one way or the other.
  private static func answers(
    _ count: Int, on occasions: Int, _ draws: inout Draws
  ) throws -> RepeatedMeasures {
    try RepeatedData.people(
      (0..<count).map { _ in
        let leaning = draws.uniform()
        return (0..<occasions).map { _ in draws.uniform() < leaning ? 1 : 0 }
      })
  }

  private static func pairs(_ draws: inout Draws, _ count: Int) throws -> Pairs {
    let (x, y) = try draws.pairs(count, 0)
    return try Pairs(("x", x), ("y", y))
  }

  @Test(arguments: trials) func findsNothingInNineteenOfTwenty(_ trial: Trial) throws {
    let count = 800
    var draws = Draws(seed: 91)
    var found = 0
    for _ in 0..<count where try trial.pValue(&draws) <= 0.05 { found += 1 }
    let share = Double(found) / Double(count)
    let error = (0.05 * 0.95 / Double(count)).squareRoot()
    #expect(share < 0.05 + 3 * error)
    #expect(share > (trial.isDiscrete ? 0.005 : 0.05 - 3 * error))
  }
}
