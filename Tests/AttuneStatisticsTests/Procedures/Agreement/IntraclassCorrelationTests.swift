import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct IntraclassCorrelationTests {
  // R 4.2.2: formulas written out, and psy 1.2 icc; pingouin 0.7 in Python.
  @Test(arguments: ["icc", "icc_python"])
  func agreesWithOtherPrograms(file: String) throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/\(file).csv") {
      let outcome = try Self.outcome(row["dataset"] ?? "")
      let expected = try #require(Double(row["value"] ?? ""))
      let form = outcome.coefficients.first { $0.form.rawValue == row["row"] }
      let value: Double?
      switch (row["statistic"], row["row"], row["col"]) {
      case ("mean_squares", "BMS", _): value = outcome.meanSquares.cases
      case ("mean_squares", "JMS", _): value = outcome.meanSquares.raters
      case ("mean_squares", "EMS", _): value = outcome.meanSquares.error
      case ("mean_squares", _, _): value = outcome.meanSquares.within
      case ("icc", _, _): value = form?.estimate.value
      case ("F", "one_way", _): value = outcome.coefficients[0].f.value
      case ("F", _, _): value = outcome.coefficients[2].f.value
      case ("p", "one_way", _): value = outcome.coefficients[0].pValue.value
      case ("p", _, _): value = outcome.coefficients[2].pValue.value
      case ("df", "df1", _): value = outcome.coefficients[0].degreesOfFreedom.between
      case ("df", "df2_oneway", _): value = outcome.coefficients[0].degreesOfFreedom.within
      case ("df", _, _): value = outcome.coefficients[2].degreesOfFreedom.within
      case ("ci95", _, "lower"): value = try? form?.interval.get().lower
      case ("ci95", _, _): value = try? form?.interval.get().upper
      case ("ci95_2dp", _, let side):
        // Rounded by pingouin.
        let interval = try #require(try? form?.interval.get())
        #expect(abs((side == "lower" ? interval.lower : interval.upper) - expected) < 0.00501)
        continue
      case ("sem_agreement", _, _): value = outcome.standardErrorOfAgreement.value
      case ("sem_consistency", _, _): value = outcome.standardErrorOfConsistency
      default: continue
      }
      // Where the formula divides by nothing, or passes its pole, we give no number.
      guard let value else {
        let isBeyond = !expected.isFinite || abs(expected) > 1
        let isDegenerate = row["dataset"] == "ratings_zero_between"
        let isPole = row["dataset"] == "ratings_negative" && row["statistic"] == "ci95"
        #expect(isBeyond || isDegenerate || isPole, "\(row)")
        continue
      }
      agreement.compare(value, with: expected, at: row["id"] ?? "")
    }
    #expect(agreement.count == (file == "icc" ? 181 : 24))
    #expect(agreement.largest < 1e-10, "\(agreement)")
    let title = try #require(
      ["icc": "Intraclass correlations, R", "icc_python": "Intraclass correlations, Python"][file])
    try Verification.record(
      title,
      against: "R 4.2.2, formulas written out; psy 1.2; pingouin 0.7", agreement)
  }

  // Shrout & Fleiss (1979), table 4.
  @Test func agreesWithThePublishedExample() throws {
    let outcome = try Self.outcome("shrout_fleiss_1979")
    for (one, published) in zip(outcome.coefficients, [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]) {
      #expect(abs(try #require(one.estimate.value) - published) < 0.005)
    }
    #expect(
      outcome.coefficients.map(\.form.secondName)
        == ["ICC(1)", "ICC(A,1)", "ICC(C,1)", "ICC(k)", "ICC(A,k)", "ICC(C,k)"])
  }

  /// Consistency of the mean is Cronbach's alpha of the raters as items.
  @Test func isAlphaForConsistencyOfTheMean() throws {
    let columns = try ["R1", "R2", "R3"].map { try GoldenData.column($0, of: "ratings") }
    let icc = try IntraclassCorrelation().apply(
      to: RatingData.ratings(columns).complete(.listwise))
    let alpha = try CronbachAlpha().apply(
      to: ItemScores(names: ["a", "b", "c"], columns: columns).complete(.listwise))
    #expect(
      deviation(try #require(icc.coefficients[5].estimate.value), from: alpha.estimate) < 1e-13)
    let (limits, ofAlpha) = (
      try icc.coefficients[5].interval.get(), try alpha.interval.get()
    )
    #expect(deviation(limits.lower, from: ofAlpha.lower) < 1e-12)
    #expect(deviation(limits.upper, from: ofAlpha.upper) < 1e-12)
  }

  @Test func doesNotDependOnConstantsOrOnTheOrderOfRaters() throws {
    let columns = try ["J1", "J2", "J3", "J4"].map {
      try GoldenData.column($0, of: "shrout_fleiss_1979")
    }
    let plain = try IntraclassCorrelation().apply(to: RatingData.ratings(columns).complete(.forbid))
    let moved = try IntraclassCorrelation().apply(
      to: RatingData.ratings(columns.reversed().map { $0.map { $0.map { $0 + 1e9 } } })
        .complete(.forbid))
    for (one, other) in zip(plain.coefficients, moved.coefficients) {
      #expect(
        deviation(try #require(other.estimate.value), from: try #require(one.estimate.value))
          < 1e-12
      )
    }
  }

  @Test(
    arguments: [
      ([[1, 2, 3]], StatisticsError.tooFew(.raters, found: 1, needed: 2)),
      ([[1], [2]], .tooFew(.cases, found: 1, needed: 2)),
      ([[nil, 1], [1, nil]], .tooFew(.cases, found: 0, needed: 2)),
      (RatingData.alike, .noVariance(in: "every rating")),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) {
      try IntraclassCorrelation().apply(to: RatingData.ratings(columns).complete(.listwise))
    }
  }

  @Test func refusesNames() throws {
    let ratings = try Ratings(raters: ["a", "b"], names: [["yes", "no"], ["no", "no"]])
    #expect(throws: StatisticsError.self) {
      try IntraclassCorrelation().apply(to: ratings.complete(.forbid))
    }
  }

  /// Exact agreement; raters who differ by a constant; cases who do not differ; fewer cases than raters.
  @Test(
    arguments: [
      [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]], [[1, 2, 3, 4], [2, 3, 4, 5], [3, 4, 5, 6]],
      [[1, 1, 1], [2, 2, 2]], [[1, 3], [3, 1], [2, 2], [4, 0]],
      [[0.1, 0.2, 0.3], [0.1, 0.2, 0.3]], [[1e9, 1e9 + 1, 1e9 + 2], [1e9, 1e9 + 2, 1e9 + 1]],
    ] as [[[Double?]]])
  func givesANumberOrAReason(columns: [[Double?]]) throws {
    let outcome = try IntraclassCorrelation().apply(
      to: RatingData.ratings(columns).complete(.forbid))
    for one in outcome.coefficients {
      if let estimate = one.estimate.value { #expect(estimate.isFinite && estimate <= 1) }
      if case .success(let limits) = one.interval {
        #expect(limits.lower <= limits.upper && limits.upper <= 1)
      }
    }
    for row in outcome.tables.flatMap(\.rows) { #expect(!row.contains(.real(.nan))) }
  }

  @Test func ofExactAgreementIsOneWithoutATest() throws {
    let column: [Double?] = [1, 2, 3, 4]
    let outcome = try IntraclassCorrelation().apply(
      to: RatingData.ratings([column, column]).complete(.forbid))
    #expect(outcome.coefficients.allSatisfy { $0.estimate == .value(1) })
    #expect(outcome.coefficients.allSatisfy { $0.f.value == nil && $0.pValue.value == nil })
  }

  @Test func remarksOnNegativeCoefficients() throws {
    let outcome = try Self.outcome("ratings_negative")
    #expect(outcome.coefficients[0].estimate.value.map { $0 < -0.29 } == true)
    #expect(outcome.cautions.map(\.id).contains("negative-icc"))
    #expect(outcome.tables.map(\.id) == ["icc", "mean-squares"])
  }

  private static func outcome(_ dataset: String) throws -> IntraclassCorrelation.Outcome {
    let names =
      switch dataset {
      case "attitude": ["rating", "complaints", "privileges"]
      case "ratings", "ratings_missing": ["R1", "R2", "R3"]
      default: ["J1", "J2", "J3", "J4"]
      }
    return try IntraclassCorrelation().apply(
      to: RatingData.ratings(names, of: dataset).complete(.listwise))
  }
}
