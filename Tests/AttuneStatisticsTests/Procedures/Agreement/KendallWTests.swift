import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct KendallWTests {
  // scipy 1.17.1 friedmanchisquare, and Legendre's (2005) formula: agreement.py.
  @Test func agreesWithScipy() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/agreement.csv")
    where row["statistic"] == "w" || (row["statistic"] ?? "").hasPrefix("w_") {
      let names = (row["columns"] ?? "").split(separator: " ").map(String.init)
      let outcome = try KendallW().apply(
        to: RatingData.ratings(names, of: row["dataset"] ?? "").complete(.listwise))
      let value: Double?
      switch row["statistic"] {
      case "w": value = outcome.estimate
      case "w_chi": value = outcome.chiSquare
      case "w_p": value = outcome.pValue
      case "w_f": value = outcome.f.value
      default: value = outcome.fPValue.value
      }
      agreement.compare(
        try #require(value), with: try #require(Double(row["value"] ?? "")), at: "\(row)")
    }
    #expect(agreement.count == 20)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Kendall's W", against: "scipy 1.17.1 friedmanchisquare; Legendre's formula", agreement)
  }

  /// Without ties, the mean of Spearman's correlations between raters follows from W.
  @Test func holdsTheMeanSpearman() throws {
    let columns: [[Double?]] = [[1, 4, 3, 6, 5], [2, 3, 5, 4, 7], [9, 1, 3, 8, 7]]
    let outcome = try KendallW().apply(to: RatingData.ratings(columns).complete(.forbid))
    let pairs = [(0, 1), (0, 2), (1, 2)]
    let mean = try pairs.reduce(0.0) { sum, pair in
      let (i, j) = pair
      return sum
        + (try SpearmanCorrelation().apply(to: Pairs(("x", columns[i]), ("y", columns[j]))))
        .estimate / 3
    }
    #expect(abs(try #require(outcome.meanSpearman.value) - mean) < 1e-14)
  }

  @Test func countsOrderAlone() throws {
    let columns: [[Double?]] = [[1, 4, 3, 6, 5], [2, 3, 5, 4, 7]]
    let bent = [columns[0].map { $0.map { 1e9 + $0 * $0 } }, columns[1]]
    #expect(
      try KendallW().apply(to: RatingData.ratings(columns).complete(.forbid)).estimate
        == KendallW().apply(to: RatingData.ratings(bent).complete(.forbid)).estimate)
  }

  @Test func isOneForOneOrderAndNothingForOpposedOnes() throws {
    let same = try KendallW().apply(
      to: RatingData.ratings([[1, 2, 3], [10, 20, 30]]).complete(.forbid))
    #expect(same.estimate == 1)
    #expect(same.f == .unavailable("all raters put the cases into the same order"))
    let opposed = try KendallW().apply(
      to: RatingData.ratings([[1, 2, 3], [3, 2, 1]]).complete(.forbid))
    #expect(opposed.estimate == 0)
    #expect(opposed.pValue == 1)
  }

  @Test(
    arguments: [
      ([[1, 2]], StatisticsError.tooFew(.raters, found: 1, needed: 2)),
      ([[1], [1]], .tooFew(.cases, found: 1, needed: 2)),
      ([[nil, 1], [1, nil]], .tooFew(.cases, found: 0, needed: 2)),
      (RatingData.alike, .undetermined("every rater rated all cases alike")),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) {
      try KendallW().apply(to: RatingData.ratings(columns).complete(.listwise))
    }
  }

  /// Two cases and two raters; one rater who rates all alike; fewer cases than raters.
  @Test(
    arguments: [
      [[1, 2], [1, 2]], [[1, 2], [2, 1]], [[1, 1, 1], [1, 2, 3]],
      [[1, 2], [1, 1], [2, 1], [2, 2]],
    ] as [[[Double?]]])
  func givesANumberOrAReason(columns: [[Double?]]) throws {
    let outcome = try KendallW().apply(to: RatingData.ratings(columns).complete(.forbid))
    #expect((0...1).contains(outcome.estimate) && (0...1).contains(outcome.pValue))
    if let f = outcome.f.value { #expect(f.isFinite) }
  }

  @Test func needsAnOrder() throws {
    let ratings = try Ratings(raters: ["a", "b"], names: [["x", "y"], ["y", "x"]])
    #expect(throws: StatisticsError.undetermined("the order of the categories is not known")) {
      try KendallW().apply(to: ratings.complete(.forbid))
    }
  }
}
