import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct RepeatedMeasuresANOVATests {
  private static let names: Set = [
    "f", "p", "ss_occasions", "ss_error", "ss_people", "epsilon_gg", "epsilon_hf", "p_gg", "p_hf",
    "mauchly_w", "mauchly_p", "eta_partial", "eta_generalised", "omega_partial",
    "eta_partial_low", "eta_partial_high",
  ]

  private func value(_ statistic: String?, of found: RepeatedMeasuresANOVA.Outcome) -> Double? {
    switch statistic {
    case "f": found.f
    case "p": found.uncorrectedPValue
    case "ss_occasions": found.occasionSumOfSquares
    case "ss_error": found.errorSumOfSquares
    case "ss_people": found.peopleSumOfSquares
    case "epsilon_gg": found.sphericity.greenhouseGeisser
    case "epsilon_hf": found.sphericity.huynhFeldt.value
    case "p_gg": found.pValue
    case "p_hf": found.huynhFeldtPValue.value
    case "mauchly_w": try? found.sphericity.mauchly.get().w
    case "mauchly_p": try? found.sphericity.mauchly.get().pValue
    case "eta_partial": found.partialEtaSquared
    case "eta_generalised": found.generalisedEtaSquared
    case "omega_partial": found.omegaSquared
    case "eta_partial_low": found.partialEtaSquaredInterval.lower
    default: found.partialEtaSquaredInterval.upper
    }
  }

  // R 4.2.2 aov with Error, anova.mlm, mauchly.test, effectsize 0.8.3; pingouin 0.7.0.
  @Test func agreesWithRAndPingouin() throws {
    for (file, program, count) in [
      ("repeated", "R 4.2.2 aov, anova.mlm, mauchly.test, effectsize 0.8.3", 97),
      ("repeated_python", "pingouin 0.7.0 rm_anova, epsilon, sphericity", 43),
    ] {
      var agreement = Agreement()
      for data in try RepeatedData.all(file, Self.names) {
        let found = try RepeatedMeasuresANOVA().apply(to: data.measures)
        for row in data.rows {
          agreement.compare(value(row["statistic"], of: found), with: row)
        }
      }
      #expect(agreement.count == count)
      #expect(agreement.largest < 1e-8, "\(agreement)")
      try Verification.record(
        file == "repeated"
          ? "Repeated-measures analysis of variance"
          : "Repeated-measures analysis of variance, a second program",
        against: program, agreement)
    }
  }

  // R 4.2.2 pairwise.t.test(paired = TRUE), t.test, shapiro.test of the differences.
  @Test func comparesOccasionsAsRDoes() throws {
    var agreement = Agreement()
    let names: Set = ["pair_t", "pair_low", "pair_p_holm", "pair_shapiro_p"]
    for data in try RepeatedData.all("repeated", names) {
      let measures = try data.measures
      let found = try PairedComparisons().apply(to: measures)
      for row in data.rows {
        let place = try #require(
          found.pairs.firstIndex { "\($0.names.first)-\($0.names.second)" == row["row"] })
        let pair = found.pairs[place]
        switch row["statistic"] {
        case "pair_t": agreement.compare(try pair.found.get().t, with: row)
        case "pair_low": agreement.compare(try pair.found.get().interval.lower, with: row)
        case "pair_p_holm": agreement.compare(pair.adjustedPValue, with: row)
        default:
          agreement.compare(
            try ShapiroWilk().apply(to: measures.pairs[place].differences).pValue, with: row)
        }
      }
    }
    #expect(agreement.count == 124)
    #expect(agreement.largest < 1e-7, "\(agreement)")
    try Verification.record(
      "Paired t tests of several occasions, and the shape of their differences",
      against: "R 4.2.2 pairwise.t.test, t.test, shapiro.test", agreement)
  }

  /// Of two occasions F is t squared, and the limits of partial eta squared are those of dz.
  @Test func isThePairedTTestOfTwoOccasions() throws {
    let data = try RepeatedData(dataset: "prepost", columns: ["pre", "post"], rows: []).measures
    var anova = RepeatedMeasuresANOVA()
    anova.level = .percent95
    let found = try anova.apply(to: data)
    let paired = try PairedTTest().apply(to: data.pair(0, 1))
    #expect(deviation(found.f, from: paired.t * paired.t) < 1e-12)
    for p in [found.pValue, found.uncorrectedPValue, found.huynhFeldtPValue.value ?? .nan] {
      #expect(deviation(p, from: paired.pValue) < 1e-11)
    }
    // F is one-sided: the two-sided t interval at 95 % has the limits of F at 95 % where 0 is far.
    for (limit, dz) in [
      (found.partialEtaSquaredInterval.lower, paired.dzInterval.lower),
      (found.partialEtaSquaredInterval.upper, paired.dzInterval.upper),
    ] {
      #expect(deviation(limit, from: dz * dz / (1 + dz * dz)) < 1e-6)
    }
  }

  /// Neither the order of the occasions nor a constant changes anything.
  @Test func holdsStill() throws {
    let columns = ["age_8", "age_10", "age_12", "age_14"]
    func found(
      _ columns: [String], plus offset: Double = 0
    ) throws -> RepeatedMeasuresANOVA.Outcome {
      try RepeatedMeasuresANOVA().apply(
        to: RepeatedMeasures(
          columns.map { name in
            let values = try GoldenData.column(name, of: "orthodont")
            return (name: name, values: values.map { $0.map { $0 + offset } })
          }))
    }
    let first = try found(columns)
    for other in [
      try found(columns.reversed()), try found(["age_12", "age_8", "age_14", "age_10"]),
      try found(columns, plus: 1e9),
    ] {
      for statistic in Self.names {
        let (one, same) = (value(statistic, of: first), value(statistic, of: other))
        #expect(deviation(try #require(same), from: try #require(one)) < 1e-10, "\(statistic)")
      }
    }
  }

  @Test(
    arguments: [
      ([[1], [2]], StatisticsError.tooFew(.occasions, found: 1, needed: 2)),
      ([[1, 2]], .tooFew(.cases, found: 1, needed: 2)),
      ([[3, 3], [3, 3], [3, 3]], .noVariance(in: "the change between occasions")),
      // Decimals whose differences are the same but for rounding.
      ([[0.3, 0.1], [0.4, 0.2], [0.7, 0.5]], .noVariance(in: "the change between occasions")),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNone(scores: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) {
      try RepeatedMeasuresANOVA().apply(to: RepeatedData.people(scores))
    }
  }

  @Test func saysWhySphericityCannotBeTested() throws {
    // Two people and three occasions; a third occasion that is the sum of the others; two occasions.
    for (scores, words) in [
      ([[1, 2, 4], [2, 5, 3]], "at least 3 complete cases"),
      ([[1, 2, 3], [2, 1, 3], [5, 2, 7], [1, 1, 2], [3, 9, 12]], "follow from the others"),
      ([[1, 2], [2, 5], [4, 4]], "of two occasions"),
    ] as [([[Double?]], String)] {
      let data = try RepeatedData.people(scores)
      let outcome = try RepeatedMeasuresANOVA().apply(to: data)
      let isSum = words == "follow from the others"
      if case .failure(let reason) = outcome.sphericity.mauchly {
        #expect(reason.description.contains(words))
      } else {
        #expect(isSum)
      }
      #expect((0...1).contains(outcome.pValue))
    }
    let few = try RepeatedMeasuresANOVA().apply(to: RepeatedData.people([[1, 2, 4], [2, 5, 3]]))
    #expect(few.huynhFeldtPValue.value == nil)
  }

  /// 0.3 - 0.1, 0.4 - 0.2 and 0.7 - 0.5 differ in their last digits only.
  @Test func doesNotTakeRoundingForChange() throws {
    let data = try RepeatedData.people([[0.3, 0.1], [0.4, 0.2], [0.7, 0.5]])
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try PairedTTest().apply(to: data.pair(0, 1))
    }
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try PairedComparisons().apply(to: data)
    }
  }

  @Test func leavesOutPairsThatChangeAlike() throws {
    let data = try RepeatedData.people([[1, 2, 5], [2, 3, 4], [4, 5, 9], [3, 4, 3]])
    let found = try PairedComparisons().apply(to: data)
    #expect(found.pairs[0].adjustedPValue == nil)
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try found.pairs[0].found.get()
    }
    #expect(found.pairs[1].adjustedPValue != nil)
    #expect(found.tables[0].rows.count == 3)
  }
}
