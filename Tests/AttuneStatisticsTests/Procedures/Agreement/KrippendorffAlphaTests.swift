import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct KrippendorffAlphaTests {
  // krippendorff 0.9.0 and the coincidence formula, in Python; three data sets, four distances.
  @Test func agreesWithOtherPrograms() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/krippendorff.csv") {
      let metric = try #require(
        KrippendorffAlpha.Metric(rawValue: String((row["statistic"] ?? "").dropFirst(6))))
      agreement.compare(
        try Self.outcome(Self.ratings(row["dataset"] ?? ""), metric).estimate,
        with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
    }
    #expect(agreement.count == 22)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Krippendorff's alpha", against: "krippendorff 0.9.0; the coincidence formula in NumPy",
      agreement)
  }

  // Krippendorff (2011): .743, .815, .849 and .797.
  @Test func agreesWithThePublishedExample() throws {
    for (metric, published) in zip(
      KrippendorffAlpha.Metric.allCases, [0.743, 0.815, 0.849, 0.797])
    {
      let outcome = try Self.outcome(Self.ratings("krippendorff_2011"), metric)
      #expect(abs(outcome.estimate - published) < 0.0006)
      #expect(outcome.ratingCount == 40)
      #expect(outcome.usedCount == 11)
      #expect(
        outcome.tables[0].notes[0]
          == """
          12 cases, 11 used, 1 left out for want of two ratings. Ratings that are missing: 7; no \
          other is left out with them.
          """)
    }
  }

  @Test func drawsTheSameForTheSameSeed() throws {
    var alpha = KrippendorffAlpha()
    alpha.resampling = Resampling(count: 500, seed: 3)
    let ratings = try RatingData.ratings(["R1", "R2", "R3"], of: "ratings_missing")
    let first = try alpha.apply(to: ratings)
    #expect(try alpha.apply(to: ratings) == first)
    let interval = try first.interval.get()
    #expect(interval.lower < first.estimate && first.estimate < interval.upper)
    alpha.interval = .bca
    let bca = try alpha.apply(to: ratings)
    #expect(try bca.interval.get() != interval)
    #expect(bca.intervalMethod.hasPrefix("BCa bootstrap interval over cases, 95 %, 500 resamples"))
    alpha.resampling.seed = 4
    #expect(try alpha.apply(to: ratings).interval != bca.interval)
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func doesNotDependOnTheOrderOfRaters(metric: KrippendorffAlpha.Metric) throws {
    let ratings = try Self.ratings("krippendorff_2011")
    let turned = Ratings(raters: ratings.raters, columns: ratings.columns.reversed())
    #expect(
      deviation(
        try Self.outcome(turned, metric).estimate, from: try Self.outcome(ratings, metric).estimate)
        < 1e-14)
  }

  @Test func doesNotDependOnConstantsWhereDistancesAreDifferences() throws {
    let ratings = try Self.ratings("krippendorff_2011")
    let moved = Ratings(
      raters: ratings.raters, columns: ratings.columns.map { $0.map { $0.map { $0 + 1e9 } } })
    for metric in [KrippendorffAlpha.Metric.nominal, .ordinal, .interval] {
      #expect(
        deviation(
          try Self.outcome(moved, metric).estimate,
          from: try Self.outcome(ratings, metric).estimate) < 1e-13)
    }
  }

  @Test func doesNotDependOnTheUnitWhereDistancesAreInOne() throws {
    let ratings = try Self.ratings("krippendorff_2011")
    for unit in [1e-200, 1e200, 3] {
      let other = Ratings(
        raters: ratings.raters, columns: ratings.columns.map { $0.map { $0.map { $0 * unit } } })
      #expect(
        deviation(
          try Self.outcome(other, .interval).estimate,
          from: try Self.outcome(ratings, .interval).estimate) < 1e-13)
    }
  }

  @Test func isOneForPerfectAgreementWithoutAnInterval() throws {
    let outcome = try Self.outcome(RatingData.ratings([[1, 2, 3, nil], [1, 2, 3, 4]]), .nominal)
    #expect(outcome.estimate == 1)
    #expect(throws: StatisticsError.self) { try outcome.interval.get() }
    #expect(outcome.usedCount == 3)
  }

  @Test func takesNamesWhereTheirDistanceIsKnown() throws {
    let names: [[String?]] = [["low", "high", nil, "high"], ["low", "low", "high", "high"]]
    let plain = try Ratings(raters: ["a", "b"], names: names)
    let ordered = try Ratings(raters: ["a", "b"], names: names, order: ["low", "high"])
    let nominal = try Self.outcome(plain, .nominal).estimate
    // Of two categories, an order adds nothing.
    #expect(deviation(try Self.outcome(ordered, .ordinal).estimate, from: nominal) < 1e-14)
    #expect(throws: StatisticsError.undetermined("the order of the categories is not known")) {
      try Self.outcome(plain, .ordinal)
    }
    for metric in [KrippendorffAlpha.Metric.interval, .ratio] {
      #expect(
        throws: StatisticsError.undetermined(
          "the ratings are names, which have no distance in numbers")
      ) { try Self.outcome(ordered, metric) }
    }
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func saysWhyThereIsNone(metric: KrippendorffAlpha.Metric) {
    let none: [([[Double?]], StatisticsError)] = [
      ([[1, 2, 3]], .tooFew(.raters, found: 1, needed: 2)),
      (
        [[1, nil], [1, 2]],
        .undetermined("at least 2 cases with two ratings are needed and there is 1")
      ),
      (
        [[nil, nil], [nil, nil]],
        .undetermined("at least 2 cases with two ratings are needed and there are 0")
      ),
      (
        RatingData.alike,
        .undetermined("all ratings are the same, so that chance agrees just as well")
      ),
    ]
    for (columns, expected) in none {
      #expect(throws: expected) { try Self.outcome(RatingData.ratings(columns), metric) }
    }
  }

  @Test func refusesRatiosOfNumbersBelowZero() {
    #expect(
      throws: StatisticsError.undetermined("a rating is below 0, and ratios take ratings from 0 up")
    ) { try Self.outcome(RatingData.ratings([[-1, 2], [1, 2]]), .ratio) }
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func givesANumberOrAReason(metric: KrippendorffAlpha.Metric) throws {
    let some: [[[Double?]]] = [
      [[1, 2], [2, 1]], [[0, 0, 5], [0, 5, 5]], [[0, 1], [0, 1], [0, 1]],
      [[1e9, 1e9 + 1, nil], [1e9, 1e9 + 2, 1e9]],
    ]
    for columns in some {
      let outcome = try Self.outcome(RatingData.ratings(columns), metric)
      #expect(outcome.estimate.isFinite && outcome.estimate <= 1)
      if case .success(let limits) = outcome.interval {
        #expect(limits.lower.isFinite && limits.upper <= 1)
      }
      #expect(outcome.cautions.contains { $0.id == "few-cases" })
    }
  }

  private static func outcome(
    _ ratings: Ratings, _ metric: KrippendorffAlpha.Metric
  ) throws -> KrippendorffAlpha.Outcome {
    var alpha = KrippendorffAlpha()
    alpha.metric = metric
    alpha.resampling = Resampling(count: 50)
    alpha.level = .percent90
    return try alpha.apply(to: ratings)
  }

  private static func ratings(_ dataset: String) throws -> Ratings {
    switch dataset {
    case "krippendorff_2011":
      // One row for each observer.
      let rows = try Golden.rows("statistics/data/krippendorff_2011.csv")
      return Ratings(
        raters: rows.compactMap { $0["observer"] },
        columns: rows.map { row in (1...12).map { row["u\($0)"].flatMap { Double($0) } } })
    case "likert_missing": return try RatingData.ratings(["A1", "A3", "A6"], of: dataset)
    default: return try RatingData.ratings(["R1", "R2", "R3"], of: dataset)
    }
  }
}
