import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct CohenKappaTests {
  // R 4.2.2: Fleiss, Cohen & Everitt (1969) written out; statsmodels 0.15 and scikit-learn.
  @Test(arguments: ["kappa", "kappa_python"])
  func agreesWithOtherPrograms(file: String) throws {
    var agreement = Agreement()
    for (dataset, rows) in Dictionary(
      grouping: try Golden.rows("statistics/\(file).csv"), by: { $0["dataset"] ?? "" })
    {
      let isBeforeAndAfter = dataset == "mcnemar"
      let ratings = try RatingData.counted(
        dataset, isBeforeAndAfter ? "before" : "r1", isBeforeAndAfter ? "after" : "r2")
      var kappa = CohenKappa()
      kappa.weights = [.none, .linear, .quadratic]
      let outcome = try kappa.apply(to: ratings.complete(.forbid))
      for row in rows {
        let parts = (row["statistic"] ?? "").split(separator: "_")
        let place = ["unweighted", "linear", "quadratic"].firstIndex(of: parts[1])
        let found = outcome.coefficients[try #require(place)]
        let value: Double?
        switch (parts[0], parts.count > 2 ? parts[2] : "", row["row"]) {
        case ("agreement", _, _): value = found.agreement
        case ("expected", _, _): value = found.expected
        case (_, "", _): value = found.estimate
        case (_, "se", _): value = found.standardError
        case (_, "se0", _): value = found.standardErrorOfNone
        case (_, "z", _): value = found.z.value
        case (_, "ci95", "lower"): value = try found.interval.get().lower
        default: value = try found.interval.get().upper
        }
        agreement.compare(
          try #require(value), with: try #require(Double(row["value"] ?? "")),
          at: row["id"] ?? "")
      }
    }
    #expect(agreement.count == (file == "kappa" ? 72 : 36))
    #expect(agreement.largest < 1e-10, "\(agreement)")
    let title = try #require(
      [
        "kappa": "Cohen's and weighted kappa, R",
        "kappa_python": "Cohen's and weighted kappa, Python",
      ][file])
    try Verification.record(
      title,
      against: "R 4.2.2, formulas written out; statsmodels 0.15, scikit-learn", agreement)
  }

  // psych 2.2.9 `cohen.kappa` of counts. Its weighted kappa takes the variance of another formula.
  @Test func agreesWithPsych() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/kappa_psych.csv") {
      let dataset = row["dataset"] ?? ""
      let isBeforeAndAfter = dataset == "mcnemar"
      let ratings = try RatingData.counted(
        dataset, isBeforeAndAfter ? "before" : "r1", isBeforeAndAfter ? "after" : "r2")
      let found = try CohenKappa().apply(to: ratings.complete(.forbid)).coefficients[0]
      let interval = try found.interval.get()
      let value =
        switch row["col"] {
        case "lower": interval.lower
        case "upper": interval.upper
        default: found.estimate
        }
      agreement.compare(
        value, with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
    }
    #expect(agreement.count == 9)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record("Cohen's kappa, psych", against: "psych 2.2.9 cohen.kappa", agreement)
  }

  @Test func isTheSameForSwappedRaters() throws {
    let ratings = try RatingData.counted("kappa4", "r1", "r2")
    let swapped = Ratings(raters: ["b", "a"], columns: ratings.columns.reversed())
    var kappa = CohenKappa()
    kappa.weights = CohenKappa.Weights.allCases
    let (one, other) = (
      try kappa.apply(to: ratings.complete(.forbid)), try kappa.apply(to: swapped.complete(.forbid))
    )
    for (left, right) in zip(one.coefficients, other.coefficients) {
      #expect(deviation(left.estimate, from: right.estimate) < 1e-14)
      #expect(deviation(left.standardError, from: right.standardError) < 1e-12)
    }
    #expect(one.counts[0][1] == other.counts[1][0])
  }

  @Test func isOneForPerfectAgreement() throws {
    var kappa = CohenKappa()
    kappa.weights = CohenKappa.Weights.allCases
    let outcome = try kappa.apply(
      to: RatingData.ratings([[1, 2, 3, 1], [1, 2, 3, 1]]).complete(.forbid))
    for one in outcome.coefficients {
      #expect(abs(one.estimate - 1) < 1e-15)
      #expect(one.standardError == 0)
      #expect(
        one.interval == .failure(.undetermined("with perfect agreement its standard error is 0")))
      #expect(one.pValue.value.map { $0 < 0.05 } == true)
    }
  }

  /// With two categories all weights are the same.
  @Test func hasOneValueForTwoCategories() throws {
    var kappa = CohenKappa()
    kappa.weights = CohenKappa.Weights.allCases
    let outcome = try kappa.apply(
      to: RatingData.ratings([[0, 1, 1, 0, 1], [0, 1, 0, 0, 1]]).complete(.forbid))
    #expect(
      outcome.coefficients.allSatisfy {
        abs($0.estimate - outcome.coefficients[0].estimate) < 1e-15
      })
  }

  /// 1, 2, 9 are not as far apart as 1, 2, 3.
  @Test func takesNumbersAsFarApartAsTheySay() throws {
    var kappa = CohenKappa()
    kappa.weights = [.linear]
    let (first, second): ([Double?], [Double?]) = ([1, 2, 3, 3, 2], [1, 3, 3, 2, 2])
    let far = { (column: [Double?]) in column.map { $0 == 3 ? 9 : $0 } }
    let near = try kappa.apply(to: RatingData.ratings([first, second]).complete(.forbid))
    let spread = try kappa.apply(
      to: RatingData.ratings([far(first), far(second)]).complete(.forbid))
    #expect(abs(near.coefficients[0].estimate - spread.coefficients[0].estimate) > 0.01)
    #expect(spread.categories == ["1", "2", "9"])
  }

  @Test func takesNamesAndAsksForTheirOrder() throws {
    let names: [[String?]] = [["yes", "no", "yes", nil, "no"], ["yes", "no", "no", "yes", "no"]]
    let ratings = try Ratings(raters: ["a", "b"], names: names)
    let outcome = try CohenKappa().apply(to: ratings.complete(.listwise))
    #expect(outcome.categories == ["no", "yes"])
    #expect(outcome.counts == [[2, 0], [1, 1]])
    #expect(outcome.account.used == 4)
    var weighted = CohenKappa()
    weighted.weights = [.linear]
    #expect(throws: StatisticsError.undetermined("the order of the categories is not known")) {
      try weighted.apply(to: ratings.complete(.listwise))
    }
    let ordered = try Ratings(raters: ["a", "b"], names: names, order: ["yes", "no"])
    #expect(try weighted.apply(to: ordered.complete(.listwise)).categories == ["yes", "no"])
    #expect(
      throws: RatingsError.unknownCategory("yes", rater: "a", categories: ["no", "perhaps"])
    ) { try Ratings(raters: ["a", "b"], names: names, order: ["no", "perhaps"]) }
  }

  // R 4.2.2, psych 2.2.9: 0 where one rater put everyone into one category.
  @Test func remarksOnARaterWhoUsesOneCategory() throws {
    let outcome = try CohenKappa().apply(
      to: RatingData.ratings([[1, 1, 1, 1], [1, 1, 2, 2]]).complete(.forbid))
    #expect(outcome.coefficients[0].estimate == 0)
    #expect(outcome.coefficients[0].pValue.value == nil)
    #expect(outcome.cautions.contains { $0.id == "one-sided-categories" && $0.subjects == ["r1"] })
  }

  @Test(
    arguments: [
      ([[1, 2]], StatisticsError.undetermined("kappa is of two raters and there are 1")),
      ([[1], [1]], .tooFew(.cases, found: 1, needed: 2)),
      ([[nil, nil], [1, 2]], .tooFew(.cases, found: 0, needed: 2)),
      (
        [[3, 3, 3], [3, 3, 3]],
        .undetermined(
          "both raters put everyone into one category, so that chance agrees just as well")
      ),
      (
        [(1...60).map { Double($0) }, (1...60).map { Double($0) }],
        .undetermined("the ratings have 60 different values, and kappa is for categories")
      ),
      (RatingData.alike, .undetermined("kappa is of two raters and there are 3")),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) {
      try CohenKappa().apply(to: RatingData.ratings(columns).complete(.listwise))
    }
  }

  @Test(
    arguments: [
      [[1, 2], [2, 1]], [[1, 2, 3], [4, 5, 6]], [[1e9, 1e9 + 1], [1e9, 1e9 + 1]],
      [[1, 1], [2, 2]],
    ] as [[[Double?]]])
  func givesANumberOrAReason(columns: [[Double?]]) throws {
    var kappa = CohenKappa()
    kappa.weights = CohenKappa.Weights.allCases
    let outcome = try kappa.apply(to: RatingData.ratings(columns).complete(.forbid))
    for one in outcome.coefficients {
      #expect(one.estimate.isFinite && one.estimate <= 1 && one.standardError.isFinite)
    }
  }
}
