import AttuneData
import AttuneStatistics
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How often the interval of each effect holds the true one, over made-up data; those of correlations
/// and agreement, of occasions, sites and resamples stand in the simulations beside them.
///
/// The seed is fixed: each run draws the same.
@Suite struct IntervalCoverageTests {
  struct Trial: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let truth: Double
    let level: Double
    /// Exact intervals of counts hold the truth more often than they say.
    let isExact: Bool
    let interval: @Sendable (inout Draws) throws -> ConfidenceInterval

    init(
      _ name: String, _ truth: Double, level: Double = 0.95, isExact: Bool = false,
      _ interval: @escaping @Sendable (inout Draws) throws -> ConfidenceInterval
    ) {
      (testDescription, self.truth, self.level) = (name, truth, level)
      (self.isExact, self.interval) = (isExact, interval)
    }
  }

  private static let shares = [[0.5, 0.5], [0.3, 0.7]]
  private static let answers = [[0.4, 0.4, 0.2], [0.2, 0.4, 0.4], [0.1, 0.3, 0.6]]

  /// Half a standard deviation apart, and the groups vary alike.
  private static func apart(_ draws: inout Draws) throws -> TwoGroups {
    try draws.twoGroups((30, 40), means: (0.5, 0))
  }

  static let means: [Trial] = [
    Trial("difference, Welch", 0.5) {
      try WelchTTest().apply(to: $0.twoGroups((20, 40), means: (0.5, 0), deviations: (2, 1)))
        .interval
    },
    Trial("difference, Student", 0.5) { try StudentTTest().apply(to: apart(&$0)).interval },
    Trial("d", 0.5) { try StandardizedDifferences().apply(to: apart(&$0)).d.interval },
    Trial("d for Welch", 0.5 / 2.5.squareRoot()) {
      try StandardizedDifferences().apply(
        to: $0.twoGroups((30, 40), means: (0.5, 0), deviations: (2, 1))
      ).dWelch.interval
    },
    Trial("d of one score", 0.5) { draws in
      try OneSampleTTest().apply(to: ScoreSample(name: "x", values: draws.normals(15, mean: 0.5)))
        .dInterval
    },
    Trial("Glass's delta", 0.5) {
      try StandardizedDifferences().apply(to: apart(&$0)).glassDelta.get().interval
    },
    Trial("shift", 0.5) { try MannWhitney().apply(to: apart(&$0)).shiftInterval.get() },
    // Of normal scores: the probability of superiority is Phi(0.5 / sqrt 2).
    Trial("Cliff's delta", 2 * 0.6381631950841185 - 1) {
      try CliffsDelta().apply(to: apart(&$0)).interval.get()
    },
    Trial("Yuen's difference", 0.5) { try YuenTTest().apply(to: apart(&$0)).interval },
    Trial("difference, equivalence", 0.5, level: 0.9) {
      try EquivalenceTest().apply(to: apart(&$0)).interval
    },
    Trial("paired difference", 0.5) {
      try PairedTTest().apply(to: $0.occasions(20, difference: 0.5)).interval
    },
    Trial("dz", 0.5) { try PairedTTest().apply(to: $0.occasions(20, difference: 0.5)).dzInterval },
    Trial("mean", 3) { draws in
      try OneSampleTTest().apply(to: ScoreSample(name: "x", values: draws.normals(15, mean: 3)))
        .interval
    },
    // lambda = 20 (0.5^2 + 0.5^2) = 10, of 60 people.
    Trial("eta squared", 10.0 / 70, level: 0.9) {
      try OneWayANOVA().apply(
        to: $0.groups([20, 20, 20], means: [-0.5, 0, 0.5], deviations: [1, 1, 1])
      ).etaSquaredInterval
    },
    // lambda = 60 * 0.5^2 = 15, of 60 people in four combinations.
    Trial("partial eta squared", 15.0 / 75, level: 0.9) { draws in
      let people = try draws.normals(60)
      let found = try FactorialANOVA().apply(
        to: FactorialScores(
          score: "x", values: people.indices.map { people[$0] + Double($0 % 2) },
          factors: [
            ("a", people.indices.map { "\($0 % 2)" }, []),
            ("b", people.indices.map { "\($0 / 2 % 2)" }, []),
          ]))
      return found.effects[0].partialEtaSquaredInterval
    },
    Trial("adjusted mean", 1) { draws in
      let covariate = try draws.normals(40)
      let people = try draws.normals(40)
      // Around the mean of the covariate in the sample, which the adjusted mean is at.
      let centre = covariate.reduce(0, +) / 40
      let found = try FactorialANOVA().apply(
        to: FactorialScores(
          score: "x",
          values: people.indices.map {
            people[$0] + 2 * (covariate[$0] - centre) + Double($0 % 2)
          },
          factors: [("g", people.indices.map { "\($0 % 2)" }, [])],
          covariates: [("age", covariate.map { $0 })]))
      return try #require(found.adjustedMeans.last).interval
    },
  ]

  static let tables: [Trial] = [
    Trial("proportion, Wilson", 0.5) { try proportion(.wilson, &$0) },
    Trial("proportion, Agresti and Coull", 0.5) { try proportion(.agrestiCoull, &$0) },
    Trial("difference of proportions, Newcombe", 0.2) { try difference(.newcombe, &$0) },
    Trial("difference of proportions, Agresti and Caffo", 0.2) {
      try difference(.agrestiCaffo, &$0)
    },
    Trial("difference of proportions, Wald", 0.2) { try difference(.wald, &$0) },
    Trial("ratio of proportions", 0.5 / 0.3) {
      try RiskRatio().apply(to: $0.table([70, 80], shares)).interval
    },
    Trial("odds ratio", 0.5 / 0.5 / (0.3 / 0.7)) {
      try OddsRatio().apply(to: $0.table([70, 80], shares)).interval
    },
    Trial("Cramér's V", cramersV(answers)) {
      try CramerV().apply(to: $0.table([60, 60, 60], answers)).interval.get()
    },
    Trial("gamma", ordered(answers).gamma) { try ordinal(.gamma, &$0) },
    Trial("tau-b", ordered(answers).tauB) { try ordinal(.tauB, &$0) },
    Trial("Somers' d", ordered(answers).somersD) { try ordinal(.somersColumn, &$0) },
    Trial("ordinal odds ratio", exp(0.8)) { draws in
      let logistic = { (x: Double) in 1 / (1 + exp(-x)) }
      // Answers of the second group lie 0.8 logits higher at every threshold.
      let rows = [0, 0.8].map { shift in
        let below = [-1, 0.5, 1.5].map { logistic($0 - shift) }
        return [below[0], below[1] - below[0], below[2] - below[1], 1 - below[2]]
      }
      return try ProportionalOdds().apply(to: draws.table([80, 80], rows)).effects[0].interval
    },
    Trial("odds ratio given the margins", 0.5 / 0.5 / (0.3 / 0.7), isExact: true) { draws in
      let found = try ConditionalOddsRatio().apply(to: draws.table([40, 50], shares))
      return ConfidenceInterval(
        level: .percent95, lower: found.lower.value ?? 0, upper: found.upper.value ?? .infinity)
    },
    // 3 in 10 change one way, 15 in 100 the other.
    Trial("odds ratio of change", 2, isExact: true) { draws in
      let people = (0..<80).map { _ in draws.answer([0.3, 0.3, 0.15, 0.25]) }
      let found = try McNemarTest().apply(
        to: Pairs(
          ("a", people.map { $0 < 2 ? 1 : 0 }), ("b", people.map { $0 % 2 == 0 ? 1 : 0 })))
      return ConfidenceInterval(
        level: .percent95, lower: found.oddsRatioLower.value ?? 0,
        upper: found.oddsRatioUpper.value ?? .infinity)
    },
  ]

  private static func proportion(
    _ interval: Proportions.Interval, _ draws: inout Draws
  ) throws -> ConfidenceInterval {
    var procedure = Proportions()
    procedure.interval = interval
    return try procedure.apply(to: draws.table([70, 80], shares)).groups[0].interval
  }

  private static func difference(
    _ interval: RiskDifference.Interval, _ draws: inout Draws
  ) throws -> ConfidenceInterval {
    var procedure = RiskDifference()
    procedure.interval = interval
    return try procedure.apply(to: draws.table([70, 80], shares)).interval
  }

  /// Of rows of one size with these probabilities of answers.
  private static func cramersV(_ rows: [[Double]]) -> Double {
    let shares = (0..<3).map { column in rows.reduce(0) { $0 + $1[column] / 3 } }
    let phi2 = rows.reduce(0) { sum, row in
      sum + zip(row, shares).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 / 3 }
    }
    return (phi2 / 2).squareRoot()
  }

  /// Rows are drawn as answers are: these intervals are of one sample of people.
  private static func ordinal(
    _ coefficient: OrdinalAssociation.Coefficient, _ draws: inout Draws
  ) throws -> ConfidenceInterval {
    let cells = answers.flatMap { $0 }
    var counts = Array(repeating: [0, 0, 0], count: 3)
    for _ in 0..<180 {
      let cell = draws.answer(cells)
      counts[cell / 3][cell % 3] += 1
    }
    let table = ContingencyTable(
      names: GroupPair("x", "y"), categories: GroupPair(["1", "2", "3"], ["1", "2", "3"]),
      counts: counts)
    let found = try OrdinalAssociation().apply(to: table).estimates
    return try #require(found.first { $0.coefficient == coefficient }).interval.get()
  }

  /// Of rows as large as one another with these probabilities of answers, by the probability that two
  /// people stand the same way round on both, and the other way.
  private static func ordered(
    _ rows: [[Double]]
  ) -> (gamma: Double, tauB: Double, somersD: Double) {
    var (concordant, discordant) = (0.0, 0.0)
    let size = 1 / Double(rows.count)
    for (i, row) in rows.enumerated() {
      for (k, other) in rows.enumerated() where k > i {
        for (j, share) in row.enumerated() {
          for (l, with) in other.enumerated() where l != j {
            let pairs = 2 * size * size * share * with
            if l > j { concordant += pairs } else { discordant += pairs }
          }
        }
      }
    }
    let columns = rows[0].indices.map { column in rows.reduce(0) { $0 + size * $1[column] } }
    let (apartInRows, apartInColumns) = (1 - size, 1 - columns.reduce(0) { $0 + $1 * $1 })
    let excess = concordant - discordant
    return (
      excess / (concordant + discordant), excess / (apartInRows * apartInColumns).squareRoot(),
      excess / apartInRows
    )
  }

  @Test(arguments: means + tables) func holdsTheTruthAsOftenAsItSays(_ trial: Trial) throws {
    let count = 500
    var draws = Draws(seed: 92)
    var held = 0
    for _ in 0..<count {
      let interval = try trial.interval(&draws)
      #expect(interval.level.rawValue == trial.level)
      if interval.lower <= trial.truth, trial.truth <= interval.upper { held += 1 }
    }
    let error = (trial.level * (1 - trial.level) / Double(count)).squareRoot()
    let excess = Double(held) / Double(count) - trial.level
    #expect(excess > -3 * error)
    #expect(excess < (trial.isExact ? 1 - trial.level : 3 * error))
  }
}
